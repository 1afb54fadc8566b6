/** Each rule holds on an account that adds up, fails when one of its figures is changed, and says why it cannot be tried. */
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../src/checks/rules/index.js';
import type { TableKey } from '../../../src/document/schema.js';
import { account, PLAIN, WITH_FUNDS } from '../account.js';
import { anchored, ofRule, outcomes, run, type Where, withTable, withValue } from '../tables.js';

const ALL = '合计';
const YEAR_IN = { section: 'revenue', name: '本年收入合计' } as const;
const YEAR_OUT = { section: 'expenditure', name: '本年支出合计' } as const;
const SUMMARY = 'revenue_expenditure_summary';
const FISCAL = 'appropriation_summary';
const BASIC = 'general_public_budget_basic';

/** A figure that the rule binds, and a value that breaks it. */
const BREAKS: readonly (readonly [rule: string, key: TableKey, where: Where, column: string])[] = [
  ['A1', SUMMARY, YEAR_IN, 'amount'],
  ['A2', SUMMARY, { name: '三、社会保障和就业支出' }, 'amount'],
  ['A3', SUMMARY, { name: '年初结转和结余' }, 'amount'],
  ['A4', SUMMARY, { name: '结余分配' }, 'amount'],
  ['A5', SUMMARY, { section: 'expenditure', name: '总计' }, 'amount'],
  ['B1', 'revenue', { code: '2010302' }, 'total'],
  ['B2', 'general_public_budget', { code: '20103' }, 'basic'],
  ['B2', 'revenue', { name: ALL }, 'other'],
  ['C1', 'expenditure', { code: '208' }, 'project'],
  ['D1', FISCAL, { section: 'revenue', name: '年初财政拨款结转和结余' }, 'amount'],
  ['D2', FISCAL, { section: 'expenditure', name: '年末财政拨款结转和结余' }, 'total'],
  ['D3', FISCAL, { section: 'expenditure', name: '一、一般公共服务支出' }, 'government_fund'],
  ['D4', FISCAL, { section: 'expenditure', name: '总计' }, 'total'],
  ['E1', 'general_public_budget', { name: ALL }, 'project'],
  ['F1', BASIC, { code: '30102' }, 'amount'],
  ['F2', BASIC, { name: '人员经费合计' }, 'amount'],
  ['F3', BASIC, { code: '310' }, 'amount'],
  ['G1', 'three_public', { name: 'overseas' }, 'budget'],
  ['G2', 'three_public', { name: 'vehicle' }, 'final'],
  ['H1', 'government_fund', { code: '2120801' }, 'revenue'],
  ['H2', 'government_fund', { code: '2120801' }, 'project'],
  ['H2', 'government_fund', { name: ALL }, 'closing_balance'],
  ['K1', 'revenue', { name: ALL }, 'total'],
  ['K2', 'expenditure', { name: ALL }, 'total'],
  ['K3', 'expenditure', { code: '221' }, 'total'],
  ['K4', 'revenue', { name: ALL }, 'appropriation'],
  ['K4', FISCAL, YEAR_IN, 'amount'],
  ['K5', FISCAL, { name: '二、政府性基金预算财政拨款' }, 'amount'],
  ['K6', SUMMARY, { name: '四、上级补助收入' }, 'amount'],
  ['K7', 'general_public_budget', { name: ALL }, 'total'],
  ['K8', 'general_public_budget', { code: '208' }, 'total'],
  ['K9', FISCAL, YEAR_OUT, 'government_fund'],
  ['K9', 'government_fund', { name: ALL }, 'opening_balance'],
  ['K10', 'state_capital', { name: ALL }, 'total'],
  ['K11', FISCAL, { section: 'expenditure', name: '二、国防支出' }, 'total'],
  ['K12', 'expenditure', { code: '2080506' }, 'basic'],
  ['K13', BASIC, { name: '公用经费合计' }, 'amount'],
  ['K14', BASIC, { code: '30231' }, 'amount'],
  ['K15', BASIC, { code: '30217' }, 'amount'],
];

describe('rules', () => {
  const tables = account(WITH_FUNDS);

  test.each(BREAKS)('%s fails when %s prints another amount (%j, %s)', (rule, key, where, column) => {
    const result = run(withValue(tables, key, where, column, '8765.43'));
    const failed = ofRule(result, rule).filter(({ outcome }) => outcome === 'fails');
    expect(failed.length).toBeGreaterThan(0);
    for (const check of failed) {
      expect(check.cells.some((cell) => cell.startsWith(key))).toBe(true);
      expect(Number(check.actual) - Number(check.expected)).toBeCloseTo(Number(check.difference), 4);
    }
  });

  test('K16 fails beyond one step only', () => {
    const basic = tables.find(({ key }) => key === BASIC);
    const limit = basic?.rows.at(-1)?.cells.amount?.value ?? '0';
    const more = (steps: number) => (Number(limit) + steps / 100).toFixed(2);
    expect(outcomes(run(tables, anchored('1.00')), 'K16')).toEqual(['holds']);
    expect(outcomes(run(tables, anchored(limit)), 'K16')).toEqual(['holds']);
    expect(outcomes(run(tables, anchored(more(1))), 'K16')).toEqual(['rounding']);
    expect(outcomes(run(tables, anchored(more(2))), 'K16')).toEqual(['fails']);
    expect(outcomes(run(tables, anchored(`${Math.round(Number(limit) * 10_000)}`, '元')), 'K16')).toEqual(['holds']);
    expect(outcomes(run(tables), 'K16')).toEqual(['not-checkable']);
  });

  test('every rule is broken by one of these', () => {
    expect(new Set([...BREAKS.map(([rule]) => rule), 'K16'])).toEqual(new Set(RULES.map(({ id }) => id)));
  });

  test.each(tables.map(({ key }) => key))('without %s its rules are not checkable, and nothing fails', (key) => {
    const gone = withTable(tables, key, (one) => ({ ...one, status: 'missing', rows: [], columns: [], unit: null }));
    const result = run(gone, anchored('1.00'));
    expect(result.causes).toEqual([]);
    const reasons = result.checks.filter(({ why }) => why.includes('missing'));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.every(({ outcome }) => outcome === 'not-checkable')).toBe(true);
  });

  test('differences of a step are rounding where several figures are rounded, and failures where none can be', () => {
    const shift = (key: TableKey, where: Where, column: string) => {
      const found = tables
        .find((one) => one.key === key)
        ?.rows.find((one) => one.code === where.code && (where.name ?? one.name) === one.name);
      const value = found?.cells[column]?.value ?? '0';
      return run(withValue(tables, key, where, column, (Number(value) + 0.01).toFixed(2)));
    };
    const total = shift('expenditure', { code: '', name: ALL }, 'basic');
    expect(outcomes(total, 'B2')).toContain('rounding');
    expect(total.causes).toEqual([]);
    // 22102 is the only 款 of 221: the same amount twice.
    const single = shift('expenditure', { code: '221' }, 'basic');
    expect(outcomes(single, 'B2')).toContain('fails');
  });
});

describe('conditional rules', () => {
  test('K12 is not tried where money beside the appropriation was spent', () => {
    const own = account({
      ...PLAIN,
      items: PLAIN.items.map((one, at) => (at === 0 ? { ...one, own: 12_880_000n } : one)),
    });
    const result = run(own);
    expect(
      ofRule(result, 'K12').map(({ outcome, why }) => [outcome, why.includes('not all spending is 财政拨款')]),
    ).toEqual([['not-checkable', true]]);
    expect(outcomes(result, 'K11')).toEqual(['holds', 'not-checkable']);
    expect(result.causes).toEqual([]);
  });

  test('K12 adds the fund tables where fund money was spent', () => {
    const result = run(account(WITH_FUNDS));
    const fund = ofRule(result, 'K12').filter(({ cells }) => cells.some((cell) => cell.startsWith('government_fund')));
    expect(fund.length).toBeGreaterThan(0);
    const gone = withTable(account(WITH_FUNDS), 'government_fund', (one) => ({ ...one, status: 'missing', rows: [] }));
    expect(ofRule(run(gone), 'K12').map(({ why }) => why)).toEqual([expect.stringContaining('fund money was spent')]);
  });

  test('三公 with 预算数 alone is fine', () => {
    const bare = withTable(account(PLAIN), 'three_public', (one) => ({
      ...one,
      rows: one.rows.map((line) => ({
        ...line,
        cells: { ...line.cells, final: { ...line.cells.budget!, value: null } },
      })),
    }));
    const result = run(bare);
    expect(result.causes).toEqual([]);
    expect(outcomes(result, 'K14')).toEqual(['not-checkable']);
    expect(outcomes(result, 'G1')).toEqual(['holds', 'not-checkable']);
  });

  test('the Shanghai form of the fund table holds no 本年支出 in its 合计 row', () => {
    const shanghai = withTable(account(WITH_FUNDS), 'government_fund', (one) => ({
      ...one,
      rows: one.rows.map((line) => {
        if (line.name !== ALL) return line;
        const { total: _, basic: __, project: ___, ...cells } = line.cells;
        return { ...line, cells };
      }),
    }));
    const result = run(shanghai);
    expect(result.causes).toEqual([]);
    expect(outcomes(result, 'H1')).toEqual(['holds', 'not-checkable']);
    const spending = ofRule(result, 'K9').find(({ cells }) => cells.some((cell) => cell.endsWith('/government_fund')));
    expect(spending?.outcome).toBe('holds');
    expect(spending?.cells.some((cell) => cell.startsWith('government_fund') && cell.endsWith('/total'))).toBe(true);
  });

  test('a partial table: what needs its lost rows is not checkable, the rest is', () => {
    const cut = withTable(account(PLAIN), FISCAL, (one) => ({
      ...one,
      status: 'partial',
      rows: one.rows.filter(({ name }) => /合计|总计|结余$/u.test(name)),
    }));
    const result = run(cut);
    expect(result.causes).toEqual([]);
    expect(outcomes(result, 'D4')).toEqual(['holds']);
    expect(outcomes(result, 'K5')).toEqual(['not-checkable']);
    expect(outcomes(result, 'K8')).toEqual(['not-checkable']);
    const wrong = run(withValue(cut, FISCAL, { section: 'revenue', name: '总计' }, 'amount', '1.00'));
    expect(outcomes(wrong, 'D4')).toEqual(['fails']);
  });

  test('a table in 元 is compared exactly with one in 万元', () => {
    const yuan = withTable(account(PLAIN), 'expenditure', (one) => ({
      ...one,
      unit: '元',
      rows: one.rows.map((line) => ({
        ...line,
        cells: Object.fromEntries(
          Object.entries(line.cells).map(([key, cell]) => [
            key,
            { ...cell, value: cell.value === null ? null : `${Math.round(Number(cell.value) * 100) * 100}.00` },
          ]),
        ),
      })),
    }));
    const result = run(yuan);
    expect(result.causes).toEqual([]);
    expect(outcomes(result, 'K3')).toContain('holds');
    expect(ofRule(result, 'C1').every(({ tolerance }) => tolerance === null || Number(tolerance) === 0)).toBe(true);
  });
});
