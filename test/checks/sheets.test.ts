import { describe, expect, test } from '@jest/globals';
import { countLeaves, roundedParts, rowsOfCode } from '../../src/checks/codedSheet.js';
import { buildLedger } from '../../src/checks/ledger.js';
import { subtotal } from '../../src/checks/rules/basicExpenditure.js';
import { NO_ANCHORS, nine, table } from './tables.js';

const coded = (rows: readonly (readonly [code: string, total: string | null, name?: string])[]) =>
  buildLedger(
    nine(
      table(
        'expenditure',
        rows.map(([code, total, name = '']) => ({ code, name, cells: { total } })),
      ),
    ),
    NO_ANCHORS,
  ).coded('expenditure');

describe('codedSheet', () => {
  test('children are the nearest printed descendants', () => {
    const sheet = coded([
      ['', '9.00', '合 计'],
      ['201', '5.00'],
      ['2010301', '2.00'],
      ['20106', '3.00'],
      ['2010601', '3.00'],
      ['2080505', '4.00'],
    ]);
    const codes = (entries: readonly { readonly row: { readonly code: string } }[]) =>
      entries.map(({ row }) => row.code);
    expect(sheet.total?.index).toBe(0);
    expect(codes(sheet.tops)).toEqual(['201', '2080505']);
    const [first] = sheet.tops;
    expect(codes(first === undefined ? [] : sheet.children(first))).toEqual(['2010301', '20106']);
    expect(codes(first === undefined ? [] : sheet.leaves(first))).toEqual(['2010301', '2010601']);
    expect(countLeaves(sheet, sheet.tops, 'total')).toBe(3);
    expect(codes(rowsOfCode(sheet, '208'))).toEqual(['2080505']);
    expect(roundedParts(sheet, sheet.tops, 'total')).toBe(3);
  });

  test('the 合计 row with amounts wins over one that repeats without, first or last', () => {
    const sheet = coded([
      ['', null, '合计'],
      ['201', '5.00'],
      ['', '5.00', '合计'],
    ]);
    expect(sheet.total?.index).toBe(2);
  });

  test('人员经费合计 and 公用经费合计 are the rows that print an amount', () => {
    const sheet = buildLedger(
      nine(
        table('general_public_budget_basic', [
          { name: '公用经费合计', cells: {} },
          { code: '301', cells: { amount: '5.00' } },
          { name: '人员经费合计', cells: { amount: '5.00' } },
          { name: '公用经费合计', cells: { amount: '2.00' } },
        ]),
      ),
      NO_ANCHORS,
    ).coded('general_public_budget_basic');
    expect(subtotal(sheet, '公用经费')?.index).toBe(3);
    expect(subtotal(sheet, '人员经费')?.index).toBe(2);
  });

  test('a code printed twice names no single row', () => {
    const sheet = coded([
      ['201', '5.00'],
      ['20103', '2.00'],
      ['20103', '3.00'],
    ]);
    expect(sheet.byCode.has('20103')).toBe(false);
    expect(sheet.tops).toHaveLength(1);
  });
});

describe('summarySheet', () => {
  test('the budgets after 年初财政拨款结转和结余 are the opening balance', () => {
    const revenue = (name: string, amount: string | null) => ({ section: 'revenue' as const, name, cells: { amount } });
    const sheet = buildLedger(
      nine(
        table('appropriation_summary', [
          revenue('一、一般公共预算财政拨款', '10.00'),
          revenue('二、政府性基金预算财政拨款', '2.00'),
          revenue('本年收入合计', '12.00'),
          revenue('年初财政拨款结转和结余', '3.00'),
          revenue('一般公共预算财政拨款', '1.00'),
          revenue('政府性基金预算财政拨款', '2.00'),
          revenue('总计', '15.00'),
        ]),
      ),
      NO_ANCHORS,
    ).summary('appropriation_summary');
    const at = (line: Parameters<typeof sheet.lines.get>[0]) => sheet.lines.get(line)?.index;
    expect([at('general'), at('fund'), at('opening_general'), at('opening_fund')]).toEqual([0, 1, 4, 5]);
    expect(sheet.revenueItems.map(({ index }) => index)).toEqual([0, 1]);
  });

  test('the lines of the two halves of 公开01表, by name and not by ordinal', () => {
    const line = (section: 'revenue' | 'expenditure', name: string) => ({ section, name, cells: { amount: '1.00' } });
    const sheet = buildLedger(
      nine(
        table('revenue_expenditure_summary', [
          line('revenue', '一、一般公共预算财政拨款收入'),
          line('revenue', '其中：教育收费'),
          line('revenue', '七、其他收入'),
          line('revenue', '本年收入合计'),
          line('revenue', '用事业基金弥补收支差额'),
          line('revenue', '年初结转和结余'),
          line('revenue', '总计'),
          line('expenditure', '二十一、灾害防治及应急管理支出'),
          line('expenditure', '基本支出'),
          line('expenditure', '本年支出合计'),
          line('expenditure', '总计'),
        ]),
      ),
      NO_ANCHORS,
    ).summary('revenue_expenditure_summary');
    expect(sheet.revenueItems.map(({ index }) => index)).toEqual([0, 2]);
    expect(sheet.usedBalances.map(({ index }) => index)).toEqual([4]);
    expect(sheet.expenditureItems.map(({ index }) => index)).toEqual([7]);
    expect([...sheet.classes.keys()]).toEqual(['224']);
    expect([sheet.lines.get('revenue_grand')?.index, sheet.lines.get('expenditure_grand')?.index]).toEqual([6, 10]);
  });
});
