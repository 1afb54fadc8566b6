import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkLedger } from '../../src/checks/checkTables.js';
import { buildLedger } from '../../src/checks/ledger.js';
import { RULE_TITLES, RULES } from '../../src/checks/rules/index.js';
import { account, type Exact, type Item, PLAIN, type Style, WITH_FUNDS } from './account.js';
import { anchored, failing, NO_ANCHORS, nine, outcomes, run, withTable } from './tables.js';

const CODES = ['2010301', '2010302', '2010399', '2011150', '2080501', '2080505', '2080506', '2210201', '2210203'];
const FUND_CODES = ['2120801', '2120803', '2121999'];

/** Nothing, or enough to be printed. */
const fen = fc.oneof(fc.constant(0n), fc.bigInt({ min: 1_000_000n, max: 900_000_000n }));
const items = (codes: readonly string[], own: boolean): fc.Arbitrary<Item[]> =>
  fc.subarray([...codes], { minLength: 1 }).chain((chosen) =>
    fc.tuple(...chosen.map((code) => fc.record({ code: fc.constant(code), basic: fen, project: fen }))).map((list) =>
      // Own money is spent in sums that show, else 01 and 04 print the same total of the year.
      own ? list.map((item) => ({ ...item, own: 50_000_000n })) : list,
    ),
  );
const exact: fc.Arbitrary<Exact> = fc.boolean().chain((own) =>
  fc.record({
    items: items(CODES, own),
    funds: fc.oneof(fc.constant([]), items(FUND_CODES, false)),
    other: fen,
    opening: fen,
    grid: fc.constant(1n),
    ownOpening: fc.bigInt({ min: 500_000_000n, max: 900_000_000n }),
    shares: fc.array(fc.bigInt({ min: 0n, max: 500n }), { minLength: 8, maxLength: 8 }),
  }),
);

describe('checkTables', () => {
  test.each([
    ['general budget only', PLAIN],
    ['with funds', WITH_FUNDS],
  ])('an account that adds up holds everywhere: %s', (_, one) => {
    const result = run(account(one), anchored('1.00'));
    expect(result.checks.filter(({ outcome }) => outcome === 'fails' || outcome === 'rounding')).toEqual([]);
    expect(result.causes).toEqual([]);
    const tried = new Set(result.checks.filter(({ outcome }) => outcome === 'holds').map(({ rule }) => rule));
    const expected = RULES.map(({ id }) => id).filter(
      (id) => id !== 'K10' && !(one === PLAIN && ['H1', 'H2', 'K9'].includes(id)),
    );
    expect([...tried].sort()).toEqual([...expected].sort());
  });

  test('tables that print the names of the classes alone contradict nothing', () => {
    const named = account(WITH_FUNDS).map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, code: '', printedCode: '' })),
    }));
    const { checks } = run(named);
    expect(checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
    const why = checks.filter(({ rule }) => ['K3', 'K8', 'F2', 'F3'].includes(rule)).map(({ why: said }) => said);
    expect(new Set(why)).toEqual(new Set(['the table prints no codes']));
  });

  test('06 by the classes of 政府预算支出经济分类: 人员经费 is no sum of them, and nothing is contradicted', () => {
    const ofGovernment = account(PLAIN).map((table) => ({
      ...table,
      rows: table.rows.map((row) => (/^3\d\d/.test(row.code) ? { ...row, code: `5${row.code.slice(1)}` } : row)),
    }));
    const { checks } = run(ofGovernment);
    expect(checks.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
    const why = checks.filter(({ rule }) => ['F2', 'F3'].includes(rule)).map(({ why: said }) => said);
    expect(new Set(why)).toEqual(new Set(['its codes are those of 政府预算支出经济分类']));
  });

  test('every printed figure of such an account is supported, and no blank is', () => {
    const tables = account(WITH_FUNDS);
    const { bindings } = run(tables);
    for (const { key, rows } of tables) {
      rows.forEach(({ cells }, at) => {
        for (const [column, { value }] of Object.entries(cells)) {
          const binding = bindings.get(`${key}/${at}/${column}`);
          if (value !== null) expect([key, at, column, binding?.supported]).toEqual([key, at, column, true]);
          else expect(binding?.supported ?? false).toBe(false);
          expect(binding?.contradicted ?? false).toBe(false);
        }
      });
    }
  });

  test('a sum along a row fails, but proves nothing where the head of a column was not understood', () => {
    const without = withTable(account(WITH_FUNDS), 'appropriation_summary', (one) => ({
      ...one,
      rows: one.rows.map((line) => ({
        ...line,
        cells: Object.fromEntries(Object.entries(line.cells).filter(([column]) => column !== 'general_public_budget')),
      })),
    }));
    expect(outcomes(run(without), 'D3')).toContain('fails');
    const ledger = buildLedger(without, NO_ANCHORS, new Set(['appropriation_summary']));
    const { checks } = checkLedger(ledger);
    const outcome = checks.filter(({ rule }) => rule === 'D3').map((check) => check.outcome);
    expect(outcome).toContain('not-checkable');
    expect(outcome).not.toContain('fails');
  });

  test.each<Style>(['rounded', 'added-up'])('rounding alone never fails: %s', (style) => {
    fc.assert(
      fc.property(exact, (one) => {
        const result = run(account(one, style));
        expect(failing(result)).toEqual([]);
        expect(result.causes).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('ids are unique, cells exist, and every rule is accounted for', () => {
    const tables = account(WITH_FUNDS);
    const { checks, bindings } = run(tables);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    expect(new Set(checks.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ id }) => id)));
    const cells = new Set(
      tables.flatMap(({ key, rows }) =>
        rows.flatMap((line, at) => Object.keys(line.cells).map((column) => `${key}/${at}/${column}`)),
      ),
    );
    for (const check of checks) for (const cell of check.cells) expect(cells.has(cell)).toBe(true);
    for (const [cell, binding] of bindings) {
      expect(binding.checks).toEqual(checks.filter((check) => check.cells.includes(cell)).map(({ id }) => id));
    }
  });

  test('a document without tables gives a reason for every rule and passes none', () => {
    const { checks, bindings, causes } = run(nine());
    expect(new Set(checks.map(({ rule }) => rule)).size).toBe(RULES.length);
    for (const { outcome, why } of checks) {
      expect(outcome).toBe('not-checkable');
      expect(why).not.toBe('');
    }
    expect(bindings.size).toBe(0);
    expect(causes).toEqual([]);
  });

  test('empty forms give one reason for each rule and table', () => {
    const empty = account(WITH_FUNDS).map((one) => ({
      ...one,
      status: 'empty' as const,
      rows: one.rows.map((line) => ({
        ...line,
        cells: Object.fromEntries(
          Object.entries(line.cells).map(([key, cell]) => [key, { ...cell, value: null, raw: '' }]),
        ),
      })),
    }));
    const { checks, causes } = run(empty);
    expect(checks.every(({ outcome }) => outcome === 'not-checkable')).toBe(true);
    expect(checks.length).toBeLessThan(60);
    expect(causes).toEqual([]);
  });

  test('the rules are A1 to A5, B1, B2, C1, D1 to D4, E1, F1 to F3, G1, G2, H1, H2 and K1 to K16', () => {
    const ids = [
      'A1 A2 A3 A4 A5 B1 B2 C1 D1 D2 D3 D4 E1 F1 F2 F3 G1 G2 H1 H2',
      'K1 K2 K3 K4 K5 K6 K7 K8 K9',
      'K10 K11 K12 K13 K14 K15 K16',
    ];
    expect(RULES.map(({ id }) => id)).toEqual(ids.join(' ').split(' '));
    for (const { id, title, source } of RULES) {
      expect(title.zh).toMatch(/\p{Script=Han}/u);
      expect(title.en).not.toBe('');
      expect(source).not.toBe('');
      expect(RULE_TITLES[id]).toContain(title.zh);
    }
  });
});
