/** A1 to A5: inside 公开01表 收入支出决算总表. */
import type { Figure } from '../figures.js';
import type { Ledger } from '../ledger.js';
import { type Instance, present, type Rule, untried } from '../rule.js';
import { type Entry, figureOf, lostRows, unusable } from '../sheet.js';
import type { Line, SummarySheet } from '../summarySheet.js';

const KEY = 'revenue_expenditure_summary';
const NAMES: Readonly<Partial<Record<Line, string>>> = {
  revenue_total: '本年收入合计',
  expenditure_total: '本年支出合计',
  revenue_grand: '总计 (收入)',
  expenditure_grand: '总计 (支出)',
};

const amounts = (entries: readonly (Entry | undefined)[]): readonly Figure[] =>
  present(entries.map((entry) => figureOf(entry, 'amount')));

interface SumRule {
  readonly id: string;
  readonly title: Rule['title'];
  readonly source: string;
  readonly total: Line;
  readonly says: string;
  /** Every row above the total counts, so a lost row spoils the sum. */
  readonly open?: true;
  readonly addends: (sheet: SummarySheet) => readonly (Entry | undefined)[];
}

const sumRule = (spec: SumRule): Rule => ({
  id: spec.id,
  title: spec.title,
  source: spec.source,
  severity: 'error',
  evaluate(ledger: Ledger): readonly Instance[] {
    const sheet = ledger.summary(KEY);
    const lost = lostRows(sheet);
    const reason = unusable(sheet) ?? (spec.open ? lost : null);
    if (reason !== null) return untried(sheet, reason);
    const total = figureOf(sheet.lines.get(spec.total), 'amount');
    if (total === undefined) return untried(sheet, `no row ${NAMES[spec.total]}`);
    const right = amounts(spec.addends(sheet));
    return [{ relation: '=', left: [total], right, says: spec.says, excuse: lost }];
  },
});

export const REVENUE_EXPENDITURE_SUMMARY_RULES: readonly Rule[] = [
  sumRule({
    id: 'A1',
    title: { zh: '本年收入合计 = 各项收入之和', en: 'revenue of the year = sum of its sources' },
    source: '公开01表, 行次 27 = 1 to 8',
    total: 'revenue_total',
    says: '本年收入合计 = Σ 各项收入',
    open: true,
    addends: ({ revenueItems }) => revenueItems,
  }),
  sumRule({
    id: 'A2',
    title: { zh: '本年支出合计 = 各功能分类支出之和', en: 'expenditure of the year = sum of the functional classes' },
    source: '公开01表, 行次 58 = 32 to 57',
    total: 'expenditure_total',
    says: '本年支出合计 = Σ 类',
    open: true,
    addends: ({ expenditureItems }) => expenditureItems,
  }),
  sumRule({
    id: 'A3',
    title: {
      zh: '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
      en: 'total = revenue of the year + balances used + opening balance',
    },
    source: '公开01表, 行次 31 = 27 + 28 + 29',
    total: 'revenue_grand',
    says: '总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余',
    addends: ({ lines, usedBalances }) => [lines.get('revenue_total'), ...usedBalances, lines.get('opening')],
  }),
  sumRule({
    id: 'A4',
    title: {
      zh: '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
      en: 'total = expenditure of the year + balances distributed + closing balance',
    },
    source: '公开01表, 行次 62 = 58 + 59 + 60',
    total: 'expenditure_grand',
    says: '总计 = 本年支出合计 + 结余分配 + 年末结转和结余',
    addends: ({ lines }) => [lines.get('expenditure_total'), lines.get('distribution'), lines.get('closing')],
  }),
  {
    id: 'A5',
    title: { zh: '收入总计 = 支出总计', en: 'total of revenue = total of expenditure' },
    source: '公开01表, 行次 31 = 62',
    severity: 'error',
    evaluate(ledger) {
      const sheet = ledger.summary(KEY);
      const reason = unusable(sheet);
      if (reason !== null) return untried(sheet, reason);
      const left = figureOf(sheet.lines.get('revenue_grand'), 'amount');
      const right = figureOf(sheet.lines.get('expenditure_grand'), 'amount');
      if (left === undefined || right === undefined) return untried(sheet, 'no 总计 in one of the halves');
      return [{ relation: '=', left: [left], right: [right], says: '收入总计 = 支出总计' }];
    },
  },
];
