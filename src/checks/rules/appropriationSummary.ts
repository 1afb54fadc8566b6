/** D1 to D4: inside 公开04表 财政拨款收入支出决算总表. */
import type { Figure } from '../figures.js';
import type { Ledger } from '../ledger.js';
import { type Instance, present, type Rule, untried } from '../rule.js';
import { columnsOf, figureOf, figuresOf, lostRows, unusable } from '../sheet.js';
import type { Line, SummarySheet } from '../summarySheet.js';

const BUDGETS = ['general_public_budget', 'government_fund', 'state_capital'] as const;
const COLUMNS = ['total', ...BUDGETS] as const;

const onTable = (instances: (sheet: SummarySheet) => readonly Instance[]): Rule['evaluate'] => {
  return (ledger: Ledger) => {
    const sheet = ledger.summary('appropriation_summary');
    const reason = unusable(sheet);
    return reason === null ? instances(sheet) : untried(sheet, reason);
  };
};

/** The sum of lines in one column, or why it cannot be tried; addends that a form lacks (2019: 国有资本) are nought. */
function lineSum(
  sheet: SummarySheet,
  column: string,
  total: Line,
  addends: readonly Line[],
  says: string,
): readonly Instance[] {
  const left = figureOf(sheet.lines.get(total), column);
  const right = present(addends.map((line) => figureOf(sheet.lines.get(line), column)));
  const lost = lostRows(sheet);
  const at = `${sheet.key}/${total}`;
  if (left === undefined) return [{ at, why: lost ?? `no row for: ${says}` }];
  if (right.length === 0) return [{ at, why: lost ?? `no addends for: ${says}` }];
  return [{ relation: '=', left: [left], right, says, excuse: right.length < addends.length ? lost : null }];
}

export const APPROPRIATION_SUMMARY_RULES: readonly Rule[] = [
  {
    id: 'D1',
    title: { zh: '收入方: 本年收入、年初结转和结余、总计', en: 'left half: revenue, opening balance and total add up' },
    source: '公开04表, 行次 27 = 1 + 2 + 3; 28 = 29 + 30 + 31; 32 = 27 + 28',
    severity: 'error',
    evaluate: onTable((sheet) => [
      ...lineSum(sheet, 'amount', 'revenue_total', ['general', 'fund', 'capital'], '本年收入合计 = Σ 三本预算'),
      ...lineSum(
        sheet,
        'amount',
        'opening',
        ['opening_general', 'opening_fund', 'opening_capital'],
        '年初财政拨款结转和结余 = Σ 三本预算',
      ),
      ...lineSum(
        sheet,
        'amount',
        'revenue_grand',
        ['revenue_total', 'opening'],
        '总计 = 本年收入合计 + 年初结转和结余',
      ),
    ]),
  },
  {
    id: 'D2',
    title: { zh: '支出方各栏: 本年支出、总计', en: 'right half, each column: expenditure and total add up' },
    source: '公开04表, 行次 59 = 33 to 58; 64 = 59 + 60',
    severity: 'error',
    evaluate: onTable((sheet) => {
      const lost = lostRows(sheet);
      const printed = columnsOf(sheet);
      return COLUMNS.filter((column) => printed.includes(column)).flatMap((column): readonly Instance[] => {
        const total = figureOf(sheet.lines.get('expenditure_total'), column);
        const right = figuresOf(sheet.expenditureItems, column);
        const classes: Instance =
          lost !== null || total === undefined
            ? { at: `${sheet.key}/expenditure_total`, why: lost ?? 'no row 本年支出合计' }
            : { relation: '=', left: [total], right, says: '本年支出合计 = Σ 类' };
        const says = '总计 = 本年支出合计 + 年末结转和结余';
        return [classes, ...lineSum(sheet, column, 'expenditure_grand', ['expenditure_total', 'closing'], says)];
      });
    }),
  },
  {
    id: 'D3',
    title: { zh: '支出方各行: 合计 = 三本预算之和', en: 'right half, each row: total = sum of the budgets' },
    source: '公开04表, 栏次 2 = 3 + 4 + 5',
    severity: 'error',
    evaluate: onTable((sheet) => {
      const instances = sheet.entries.flatMap((entry): readonly Instance[] => {
        if (entry.row.section !== 'expenditure') return [];
        const left = figureOf(entry, 'total');
        const right: readonly Figure[] = present(BUDGETS.map((column) => figureOf(entry, column)));
        if (left === undefined || right.length === 0) return [];
        return [{ relation: '=', left: [left], right, says: '各行: 合计 = Σ 三本预算', withinRow: true }];
      });
      return instances.length === 0 ? untried(sheet, 'the form prints no columns of budgets beside 合计') : instances;
    }),
  },
  {
    id: 'D4',
    title: { zh: '收入总计 = 支出总计', en: 'total of revenue = total of expenditure' },
    source: '公开04表, 行次 32 = 64',
    severity: 'error',
    evaluate: onTable((sheet) => {
      const left = figureOf(sheet.lines.get('revenue_grand'), 'amount');
      const right = figureOf(sheet.lines.get('expenditure_grand'), 'total');
      if (left === undefined || right === undefined)
        return untried(sheet, lostRows(sheet) ?? 'no 总计 in one of the halves');
      return [{ relation: '=', left: [left], right: [right], says: '收入总计 = 支出总计' }];
    }),
  },
];
