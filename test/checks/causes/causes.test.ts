import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digitSlip } from '../../../src/checks/causes/digits.js';
import type { Table } from '../../../src/document/schema.js';
import { account, PLAIN, WITH_FUNDS } from '../account.js';
import { cell, idOf, onlyCause, run, withoutRows, withTable, withValue } from '../tables.js';

const plain = account(PLAIN);
const contradicted = (tables: readonly Table[]): readonly string[] =>
  [...run(tables).bindings].flatMap(([id, binding]) => (binding.contradicted ? [id] : []));

describe('digitSlip', () => {
  test.each([
    ['1066.51', '10661.51', 'one digit is lost'],
    ['10661.51', '1066.51', 'one digit too many'],
    ['153.25', '135.25', 'two neighbouring digits are swapped'],
    ['60.09', '60.99', 'one digit differs'],
    ['6.2', '6.25', 'one digit differs'],
    ['12.00', '98.00', null],
    ['-5.00', '5.00', null],
    ['5.00', '5.0', null],
  ])('%s for %s: %s', (printed, expected, slip) => expect(digitSlip(printed, expected)).toBe(slip));
});

describe('one wrong cell', () => {
  test('is found where two identities agree on it, and only it is contradicted', () => {
    const tables = withValue(plain, 'expenditure', { code: '2080505' }, 'basic', '106.75');
    const id = idOf(tables, 'expenditure', { code: '2080505' }, 'basic');
    const cause = onlyCause(run(tables));
    expect(cause).toMatchObject({
      kind: 'lost-digit',
      severity: 'error',
      cells: [id],
      actual: '106.75',
      expected: '160.75',
    });
    expect(cause.message).toContain('《支出决算表》 “2080505');
    expect(cause.message).toContain('swapped');
    expect(contradicted(tables)).toEqual([id]);
  });

  test('a lost figure is a blank cell', () => {
    const tables = withValue(plain, 'expenditure', { code: '2080505' }, 'basic', null);
    expect(onlyCause(run(tables))).toMatchObject({ kind: 'one-cell', actual: null, expected: '160.75' });
  });

  test('a figure one column off is two cells of one cause', () => {
    const moved = withValue(plain, 'revenue', { name: '合计' }, 'superior_subsidy', '62.00');
    const cause = onlyCause(run(withValue(moved, 'revenue', { name: '合计' }, 'other', null)));
    expect(cause.cells.map((id) => id.split('/')[2]).sort()).toEqual(['other', 'superior_subsidy']);
  });

  test('a digit lost in 款 and copied to 类 (石泉路街道 2025: 1,066.51 for 10,661.51) is one cause of two cells', () => {
    const codes = ['221', '22102'];
    const tables = codes.reduce<readonly Table[]>(
      (all, code) => withValue(all, 'expenditure', { code }, 'basic', '45.69'),
      plain,
    );
    const cause = onlyCause(run(tables));
    expect(cause.kind).toBe('lost-digit');
    expect([...cause.cells].sort()).toEqual(codes.map((code) => idOf(tables, 'expenditure', { code }, 'basic')).sort());
    expect([...contradicted(tables)].sort()).toEqual([...cause.cells].sort());
    expect(cause).toMatchObject({ actual: '45.69', expected: '445.69' });
  });

  test('an inequality that fails for the same reason is no cause of its own', () => {
    const own = account({ ...PLAIN, items: PLAIN.items.map((one) => ({ ...one, own: 1_000_000n })) });
    const tables = withValue(own, 'revenue_expenditure_summary', { name: '三、社会保障和就业支出' }, 'amount', '28.78');
    const cause = onlyCause(run(tables));
    expect(cause.checks.some((id) => id.startsWith('K11'))).toBe(true);
    expect(cause.kind).toBe('lost-digit');
  });

  test('one changed digit in a cell that two identities or more bind is always located', () => {
    const base = account(WITH_FUNDS);
    const equalities = new Map<string, number>();
    for (const { cells, rule, outcome } of run(base).checks) {
      if (outcome !== 'holds' || ['K14', 'K15', 'K16'].includes(rule)) continue;
      for (const id of cells) equalities.set(id, (equalities.get(id) ?? 0) + 1);
    }
    const targets = base.flatMap(({ key, rows }) =>
      rows.flatMap(({ cells }, at) =>
        Object.entries(cells).flatMap(([column, { value }]) =>
          value !== null && (equalities.get(`${key}/${at}/${column}`) ?? 0) >= 2 ? [{ key, at, column, value }] : [],
        ),
      ),
    );
    const change = fc.record({
      target: fc.constantFrom(...targets),
      place: fc.nat(),
      digit: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(change, ({ target: { key, at, column, value }, place, digit }) => {
        // Not in the decimals, where rounding may hide it, nor to a leading nought.
        const whole = value.split('.')[0] ?? '';
        const index = place % whole.length;
        const other = String((Number(whole[index]) + digit) % 10);
        const printed = `${whole.slice(0, index)}${other}${value.slice(index + 1)}`;
        fc.pre(!printed.startsWith('0') && printed !== value);
        const tables = withTable(base, key, (one) => ({
          ...one,
          rows: one.rows.map((line, row) =>
            row === at ? { ...line, cells: { ...line.cells, [column]: cell(printed) } } : line,
          ),
        }));
        const result = run(tables);
        const cause = result.causes.find(({ cells }) => cells.includes(`${key}/${at}/${column}`));
        expect([cause?.cells, cause?.kind, cause?.expected]).toEqual([[`${key}/${at}/${column}`], 'lost-digit', value]);
        expect(result.causes).toHaveLength(1);
      }),
      { numRuns: 400 },
    );
  });

  test('a leaf that one identity binds is not guessed: all figures of the sum are suspects', () => {
    const cause = onlyCause(run(withValue(plain, 'general_public_budget_basic', { code: '30101' }, 'amount', '1.00')));
    expect(cause.kind).toBe('sum');
    expect(cause.rule).toBe('F1');
    expect(cause.cells.length).toBeGreaterThan(3);
  });
});

/** The rows of a table with the amounts of `columns` replaced by those of another row (null: blank). */
const rearranged = (
  tables: readonly Table[],
  key: Table['key'],
  source: (at: number, rows: Table['rows']) => number | null,
) =>
  withTable(tables, key, (one) => ({
    ...one,
    rows: one.rows.map((line, at) => {
      const from = source(at, one.rows);
      const cells = from === null ? undefined : one.rows[from]?.cells;
      return {
        ...line,
        cells: Object.fromEntries(Object.keys(line.cells).map((column) => [column, cells?.[column] ?? cell(null)])),
      };
    }),
  }));

describe('row shift', () => {
  test('two names inserted without amounts (文旅局 2025, 05表): all columns, the last rows print the first amounts', () => {
    const inserted = withTable(plain, 'general_public_budget', (one) => {
      const at = one.rows.findIndex(({ code }) => code === '208');
      const blank = (code: string): Table['rows'][number] => {
        const [line] = one.rows as [Table['rows'][number]];
        return { ...line, code, name: code, cells: { total: cell(null), basic: cell(null), project: cell(null) } };
      };
      return { ...one, rows: [...one.rows.slice(0, at), blank('20799'), blank('2079999'), ...one.rows.slice(at)] };
    });
    const from =
      inserted.find(({ key }) => key === 'general_public_budget')?.rows.findIndex(({ code }) => code === '20799') ?? 0;
    const tables = rearranged(inserted, 'general_public_budget', (at, rows) =>
      at < from ? at : (at + 2) % rows.length,
    );
    const cause = onlyCause(run(tables));
    expect(cause.kind).toBe('row-shift');
    expect(cause.message).toContain('2 rows too high from “20799');
    expect(cause.cells.every((id) => id.startsWith('general_public_budget/'))).toBe(true);
    expect(cause.checks.length).toBeGreaterThan(8);
  });

  test('the amounts of one class a row up, the last 款 prints the total (宜川路街道 2025, 06表)', () => {
    // 30201 is blank by right: its place takes the next amount, and the total of the class is counted twice.
    const exact = { ...PLAIN, shares: [400n, 200n, 90n, 30n, 0n, 10n, 5n, 40n] };
    const base = account(exact);
    const rows = base.find(({ key }) => key === 'general_public_budget_basic')?.rows ?? [];
    const first = rows.findIndex(({ code }) => code === '30201');
    const last = rows.findLastIndex(({ code }) => code.startsWith('302'));
    const tables = rearranged(base, 'general_public_budget_basic', (at) =>
      at < first || at > last ? at : at === last ? first - 1 : at + 1,
    );
    const cause = onlyCause(run(tables));
    expect(cause.kind).toBe('row-shift');
    expect(cause.message).toContain('1 row too high');
    expect(new Set(cause.checks.map((id) => id.split('/')[0]))).toEqual(new Set(['F1', 'K14', 'K15']));
  });
});

describe('a row shift that wraps', () => {
  test('the amounts of some classes two rows up, the first two at their end: one cause', () => {
    const rows = plain.find(({ key }) => key === 'general_public_budget')?.rows ?? [];
    const first = rows.findIndex(({ code }) => code.length === 5);
    const last = rows.findLastIndex(({ code }) => code.startsWith('208'));
    const length = last - first + 1;
    const cause = onlyCause(
      run(
        rearranged(plain, 'general_public_budget', (at) =>
          at < first || at > last ? at : first + ((at - first + 2) % length),
        ),
      ),
    );
    expect(cause.kind).toBe('row-shift');
    expect(cause.message).toContain('stand at the other end');
  });

  test('is not read out of inequalities alone', () => {
    const tables = withTable(plain, 'three_public', (one) => ({
      ...one,
      rows: one.rows.map((row) => ({ ...row, cells: { ...row.cells, final: cell('0.01') } })),
    }));
    expect(run(tables).causes.map(({ kind }) => kind)).not.toContain('row-shift');
  });
});

describe('missing rows', () => {
  test('a class that 01 has and 03 has not', () => {
    const cause = onlyCause(run(withoutRows(plain, 'expenditure', ({ code }) => code.startsWith('221'))));
    expect(cause).toMatchObject({ kind: 'missing-rows', severity: 'error' });
    expect(cause.message).toContain('《支出决算表》: no row of 221');
  });

  test('an item that only its parent shows, the gaps of the columns being those of one row', () => {
    const cause = onlyCause(run(withoutRows(plain, 'revenue', ({ code }) => code === '2010301')));
    expect(cause.kind).toBe('missing-rows');
    expect(cause.message).toContain('below “20103');
  });

  test('is nothing to report where the table is known to be partial', () => {
    const cut = withoutRows(plain, 'expenditure', ({ code }) => code.startsWith('221'));
    expect(run(withTable(cut, 'expenditure', (one) => ({ ...one, status: 'partial' }))).causes).toEqual([]);
  });
});

describe('other causes', () => {
  test('a table read in the wrong unit is one cause', () => {
    const cause = onlyCause(run(withTable(plain, 'expenditure', (one) => ({ ...one, unit: '元' }))));
    expect(cause.kind).toBe('table-pair');
    expect(cause.message).toContain('factor of 10 000');
    expect(cause.cells.every((id) => id.startsWith('expenditure/'))).toBe(true);
  });

  test('two totals that both hold at home contradict each other', () => {
    const other = account({
      ...PLAIN,
      items: PLAIN.items.map((one, at) => (at === 0 ? { ...one, basic: one.basic + 7_000_000n } : one)),
    });
    const foreign = other.find(({ key }) => key === 'general_public_budget');
    const tables = plain.map((one) => (one.key === 'general_public_budget' && foreign !== undefined ? foreign : one));
    const { causes, bindings } = run(tables);
    const pair = causes.find(({ rule }) => rule === 'K7');
    expect(pair?.kind).toBe('table-pair');
    expect(pair?.cells).toHaveLength(2);
    for (const id of pair?.cells ?? []) expect(bindings.get(id)?.contradicted).toBe(true);
  });

  test('a violated inequality is a warning', () => {
    const low = ['vehicle_operation', 'vehicle', 'total'].reduce<readonly Table[]>(
      (all, name) => withValue(all, 'three_public', { name }, 'final', name === 'total' ? '10.27' : '0.01'),
      plain,
    );
    const cause = run(low).causes.find(({ rule }) => rule === 'K14');
    expect(cause).toMatchObject({ kind: 'inequality', severity: 'warning' });
  });
});
