/** K1, K2, K4 to K7: totals that two tables print. */
import type { TableKey } from '../../document/schema.js';
import { countLeaves } from '../codedSheet.js';
import type { Figure } from '../figures.js';
import type { Ledger } from '../ledger.js';
import { type Instance, present, type Rule, untried } from '../rule.js';
import { figureOf, type Sheet, unusable } from '../sheet.js';
import type { Line } from '../summarySheet.js';

const SUMMARY = 'revenue_expenditure_summary';
const APPROPRIATION = 'appropriation_summary';
const BUDGET_LINES: readonly Line[] = ['general', 'fund', 'capital'];

/** Why one of the tables cannot be used, told of the first one named. */
export const unusableOf = (sheets: readonly Sheet[]): string | null => {
  const reasons = sheets.flatMap((sheet) => unusable(sheet) ?? []);
  return reasons.length === 0 ? null : reasons.join('; ');
};

const line = (
  ledger: Ledger,
  key: typeof SUMMARY | typeof APPROPRIATION,
  of: Line,
  column = 'amount',
): Figure | undefined => figureOf(ledger.summary(key).lines.get(of), column);

/**
 * A line of a summary table against the 合计 row of a coded one. Equal in every account seen; where one of them is the
 * total of rounded items, rounding may show, hence as many leaves as the column has items.
 */
function againstTotal(
  ledger: Ledger,
  left: Figure | undefined,
  from: TableKey,
  key: TableKey,
  column: string,
  says: string,
): readonly Instance[] {
  const sheet = ledger.coded(key);
  const reason = unusableOf([ledger.sheet(from), sheet]);
  const at = `${from}/${says}`;
  if (reason !== null) return [{ at: from, why: reason }];
  const right = figureOf(sheet.total, column);
  if (left === undefined || right === undefined) return [{ at, why: 'one of the two rows is not printed' }];
  return [{ relation: '=', left: [left], right: [right], says, leaves: countLeaves(sheet, sheet.tops, column) }];
}

const COLUMN_OF_LINE: readonly (readonly [Line, string, string])[] = [
  ['superior_subsidy', 'superior_subsidy', '上级补助收入'],
  ['business', 'business', '事业收入'],
  ['operating', 'operating', '经营收入'],
  ['affiliate_remittance', 'affiliate_remittance', '附属单位上缴收入'],
  ['other', 'other', '其他收入'],
];

/** 财政拨款 on the left of 公开01表: the three budgets, or the one line of old forms. */
const appropriation = (ledger: Ledger): readonly Figure[] => {
  const { lines } = ledger.summary(SUMMARY);
  const budgets = present(BUDGET_LINES.map((of) => figureOf(lines.get(of), 'amount')));
  return budgets.length > 0 ? budgets : present([figureOf(lines.get('appropriation'), 'amount')]);
};

export const BETWEEN_TOTALS_RULES: readonly Rule[] = [
  {
    id: 'K1',
    title: { zh: '收支总表的本年收入合计 = 收入决算表的合计', en: 'revenue of the year in 01 and 02' },
    source: '公开01表 行次 27 = 公开02表 合计, 栏次 1',
    severity: 'error',
    evaluate: (ledger) =>
      againstTotal(
        ledger,
        line(ledger, SUMMARY, 'revenue_total'),
        SUMMARY,
        'revenue',
        'total',
        '01 本年收入合计 = 02 合计',
      ),
  },
  {
    id: 'K2',
    title: { zh: '收支总表的本年支出合计 = 支出决算表的合计', en: 'expenditure of the year in 01 and 03' },
    source: '公开01表 行次 58 = 公开03表 合计, 栏次 1',
    severity: 'error',
    evaluate: (ledger) =>
      againstTotal(
        ledger,
        line(ledger, SUMMARY, 'expenditure_total'),
        SUMMARY,
        'expenditure',
        'total',
        '01 本年支出合计 = 03 合计',
      ),
  },
  {
    id: 'K4',
    title: { zh: '财政拨款收入: 01表 = 02表 = 04表', en: 'appropriation in 01, 02 and 04' },
    source: '公开01表 行次 1 + 2 + 3 = 公开02表 合计 栏次 2 = 公开04表 行次 27',
    severity: 'error',
    evaluate(ledger) {
      const reason = unusable(ledger.sheet(SUMMARY));
      if (reason !== null) return untried(ledger.sheet(SUMMARY), reason);
      const right = appropriation(ledger);
      const pair = (key: TableKey, left: Figure | undefined, leaves: number): readonly Instance[] => {
        const why = unusable(ledger.sheet(key));
        if (why !== null) return untried(ledger.sheet(key), why);
        if (left === undefined || right.length === 0) return untried(ledger.sheet(key), 'the row is not printed');
        return [
          {
            relation: '=',
            left: [left],
            right,
            says: '财政拨款收入 = 01 一般公共预算 + 政府性基金 + 国有资本经营',
            leaves,
          },
        ];
      };
      const coded = ledger.coded('revenue');
      const leaves = countLeaves(coded, coded.tops, 'appropriation');
      return [
        ...pair('revenue', figureOf(coded.total, 'appropriation'), leaves),
        ...pair(APPROPRIATION, line(ledger, APPROPRIATION, 'revenue_total'), 0),
      ];
    },
  },
  {
    id: 'K5',
    title: { zh: '三本预算的财政拨款收入: 01表 = 04表', en: 'appropriation of each budget in 01 and 04' },
    source: '公开01表 行次 1, 2, 3 = 公开04表 行次 1, 2, 3',
    severity: 'error',
    evaluate(ledger) {
      const sheet = ledger.sheet(SUMMARY);
      const reason = unusableOf([sheet, ledger.sheet(APPROPRIATION)]);
      if (reason !== null) return untried(sheet, reason);
      const found = BUDGET_LINES.flatMap((of): readonly Instance[] => {
        const [left, right] = [line(ledger, SUMMARY, of), line(ledger, APPROPRIATION, of)];
        if (left === undefined || right === undefined) return [];
        return [{ relation: '=', left: [left], right: [right], says: '财政拨款收入 of one budget: 01 = 04' }];
      });
      return found.length === 0 ? untried(sheet, 'no rows of the budgets in both tables') : found;
    },
  },
  {
    id: 'K6',
    title: { zh: '其余收入: 01表 = 02表的各栏', en: 'the other sources in 01 and 02' },
    source: '公开01表 行次 4 to 8 = 公开02表 合计, 栏次 3 to 7',
    severity: 'error',
    evaluate: (ledger) =>
      COLUMN_OF_LINE.flatMap(([of, column, label]) =>
        againstTotal(ledger, line(ledger, SUMMARY, of), SUMMARY, 'revenue', column, `${label}: 01 = 02`),
      ),
  },
  {
    id: 'K7',
    title: { zh: '一般公共预算财政拨款支出: 04表 = 05表', en: 'general public budget spending in 04 and 05' },
    source: '公开04表 行次 59, 一般公共预算财政拨款 = 公开05表 合计, 栏次 1',
    severity: 'error',
    evaluate: (ledger) =>
      againstTotal(
        ledger,
        line(ledger, APPROPRIATION, 'expenditure_total', 'general_public_budget'),
        APPROPRIATION,
        'general_public_budget',
        'total',
        '04 本年支出合计, 一般公共预算 = 05 合计',
      ),
  },
];
