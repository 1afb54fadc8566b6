/** K9, K10: 政府性基金 and 国有资本经营 in 公开04表 and in their own tables. */
import { countLeaves } from '../codedSheet.js';
import { type Instance, type Rule, untried } from '../rule.js';
import { columnsOf, type Entry, figureOf, figuresOf, lostRows } from '../sheet.js';
import type { Line } from '../summarySheet.js';
import { unusableOf } from './betweenTotals.js';
import { totalHoldsSpending } from './fundTables.js';

interface Budget {
  readonly id: string;
  readonly title: Rule['title'];
  readonly key: 'government_fund' | 'state_capital';
  readonly revenue: Line;
  readonly opening: Line;
}

const budgetRule = ({ id, title, key, revenue, opening }: Budget): Rule => ({
  id,
  title,
  source: `公开04表 行次 59, ${revenue === 'fund' ? '2, 30' : '3, 31'}, 60 = the 合计 row of its own table (Σ 类 where it holds none)`,
  severity: 'error',
  evaluate(ledger) {
    const fiscal = ledger.summary('appropriation_summary');
    const sheet = ledger.coded(key);
    const reason = unusableOf([fiscal, sheet]);
    if (reason !== null) return untried(sheet, reason);
    const pairs: readonly (readonly [Line, string, string, string])[] = [
      ['expenditure_total', key, 'total', '本年支出'],
      [revenue, 'amount', 'revenue', '本年收入'],
      [opening, 'amount', 'opening_balance', '年初结转和结余'],
      ['closing', key, 'closing_balance', '年末结转和结余'],
    ];
    const printed = columnsOf(sheet);
    const found = pairs.flatMap(([line, from, column, label]): readonly Instance[] => {
      const left = figureOf(fiscal.lines.get(line), from);
      if (left === undefined || (!printed.includes(column) && sheet.table.status !== 'empty')) return [];
      const useTotal = sheet.total !== null && (column !== 'total' || totalHoldsSpending(sheet));
      const lost = lostRows(sheet);
      if (!useTotal && lost !== null) return [{ at: `${key}/${label}`, why: lost }];
      const rows: readonly Entry[] = useTotal && sheet.total !== null ? [sheet.total] : sheet.tops;
      const leaves = countLeaves(sheet, sheet.tops, column);
      return [
        { relation: '=', left: [left], right: figuresOf(rows, column), says: `${label}: 04 = own table`, leaves },
      ];
    });
    return found.length === 0 ? untried(sheet, lostRows(fiscal) ?? 'no row or column that both tables print') : found;
  },
});

export const BETWEEN_FUNDS_RULES: readonly Rule[] = [
  budgetRule({
    id: 'K9',
    title: { zh: '政府性基金: 04表 = 政府性基金表', en: 'government funds in 04 and in their own table' },
    key: 'government_fund',
    revenue: 'fund',
    opening: 'opening_fund',
  }),
  budgetRule({
    id: 'K10',
    title: { zh: '国有资本经营: 04表 = 国有资本经营表', en: 'state capital in 04 and in its own table' },
    key: 'state_capital',
    revenue: 'capital',
    opening: 'opening_capital',
  }),
];
