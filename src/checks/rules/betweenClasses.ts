/** K3, K8, K11: one functional class in several tables. Classes are matched by name, see `classCode`. */
import type { TableKey } from '../../document/schema.js';
import { countLeaves, rowsOfCode, uncoded } from '../codedSheet.js';
import type { Ledger } from '../ledger.js';
import { type Instance, type Rule, untried } from '../rule.js';
import { figureOf, figuresOf, lostRows } from '../sheet.js';
import { unusableOf } from './betweenTotals.js';
import { notOnlyAppropriation } from './spendingMoney.js';

type SummaryKey = 'revenue_expenditure_summary' | 'appropriation_summary';

/**
 * How many items a class has, in whichever of 03 and 05 prints more of them: the tables that print the class alone round it
 * once, those that print its items may add up rounded ones.
 */
const itemsOfClass = (ledger: Ledger, code: string): number =>
  Math.max(
    ...(['expenditure', 'general_public_budget'] as const).map((key) => {
      const sheet = ledger.coded(key);
      return countLeaves(sheet, rowsOfCode(sheet, code), 'total');
    }),
  );

/** Each class row of a summary table against the 类 row of a coded one (or its nearest printed descendants). */
function classesAgainst(
  ledger: Ledger,
  from: SummaryKey,
  column: string,
  key: TableKey,
  says: string,
): readonly Instance[] {
  const summary = ledger.summary(from);
  const sheet = ledger.coded(key);
  const reason = unusableOf([summary, sheet]) ?? uncoded(sheet);
  if (reason !== null) return untried(summary, reason);
  const lost = lostRows(sheet);
  const instances: Instance[] = [];
  for (const [code, entry] of summary.classes) {
    const left = figureOf(entry, column);
    if (left === undefined) continue;
    const rows = rowsOfCode(sheet, code);
    if (rows.length === 0 && lost !== null) {
      if (left.amount !== 0n) instances.push({ at: `${from}/${code}`, why: `${lost}, class ${code} among them` });
      continue;
    }
    instances.push({
      relation: '=',
      left: [left],
      right: figuresOf(rows, 'total'),
      says,
      leaves: itemsOfClass(ledger, code),
      excuse: lost,
      ...(rows.length === 0 ? { absent: { table: key, code } } : {}),
    });
  }
  const unnamed = sheet.coded.filter(({ row }) => row.code.length === 3 && !summary.classes.has(row.code));
  for (const { row } of unnamed) {
    instances.push({
      at: `${from}/${row.code}`,
      why: lostRows(summary) ?? `no row of class ${row.code} ${row.name} in the summary`,
    });
  }
  return instances.length === 0 ? untried(summary, lostRows(summary) ?? 'no rows of functional classes') : instances;
}

export const BETWEEN_CLASSES_RULES: readonly Rule[] = [
  {
    id: 'K3',
    title: { zh: '各类支出: 01表 = 03表的类', en: 'each functional class in 01 and 03' },
    source: '公开01表 行次 32 to 57 = 公开03表 类 rows, 栏次 1',
    severity: 'error',
    evaluate: (ledger) =>
      classesAgainst(ledger, 'revenue_expenditure_summary', 'amount', 'expenditure', 'class: 01 = 03 类'),
  },
  {
    id: 'K8',
    title: { zh: '各类一般公共预算支出: 04表 = 05表的类', en: 'each functional class in 04 and 05' },
    source: '公开04表 行次 33 to 58, 一般公共预算财政拨款 = 公开05表 类 rows, 栏次 1',
    severity: 'error',
    evaluate: (ledger) =>
      classesAgainst(
        ledger,
        'appropriation_summary',
        'general_public_budget',
        'general_public_budget',
        'class, 一般公共预算: 04 = 05 类',
      ),
  },
  {
    id: 'K11',
    title: { zh: '各类支出: 04表合计 ≤ 01表', en: 'each class: appropriation spent is no more than all spent' },
    source: '公开04表 行次 33 to 58, 合计 ≤ 公开01表 行次 32 to 57; equal if only 财政拨款 was spent',
    severity: 'warning',
    evaluate(ledger) {
      const all = ledger.summary('revenue_expenditure_summary');
      const fiscal = ledger.summary('appropriation_summary');
      const reason = unusableOf([all, fiscal]);
      if (reason !== null) return untried(fiscal, reason);
      const equal = notOnlyAppropriation(ledger) === null;
      const found = [...fiscal.classes].flatMap(([code, entry]): readonly Instance[] => {
        const left = figureOf(entry, 'total');
        const right = figureOf(all.classes.get(code), 'amount');
        if (left === undefined || right === undefined) return [];
        const leaves = itemsOfClass(ledger, code);
        const says = equal ? 'class: 04 合计 = 01 (only 财政拨款 was spent)' : 'class: 04 合计 ≤ 01';
        return [{ relation: equal ? '=' : '≤', left: [left], right: [right], says, leaves }];
      });
      return found.length === 0 ? untried(fiscal, lostRows(fiscal) ?? 'no class that both tables print') : found;
    },
  },
];
