/** K12: each code of 公开03表 against 公开05表 and the two fund tables. */
import type { TableKey } from '../../document/schema.js';
import { type CodedSheet, countLeaves } from '../codedSheet.js';
import { type Instance, type Rule, untried } from '../rule.js';
import { columnsOf, type Entry, figureOf, figuresOf, lostRows, unusable } from '../sheet.js';
import { notOnlyAppropriation } from './spendingMoney.js';

const COLUMNS = ['total', 'basic', 'project'] as const;
const BUDGETS: readonly TableKey[] = ['general_public_budget', 'government_fund', 'state_capital'];

/** Why the three budget tables together do not give all spending by code, or null. */
function whyNot(
  all: CodedSheet,
  budgets: readonly CodedSheet[],
  funds: readonly CodedSheet[],
  spent: boolean,
): string | null {
  const reasons = [all, ...budgets].flatMap((sheet) => unusable(sheet) ?? lostRows(sheet) ?? []);
  if (reasons.length > 0) return reasons.join('; ');
  const gone = spent ? funds.flatMap((sheet) => unusable(sheet) ?? lostRows(sheet) ?? []) : [];
  if (gone.length > 0) return `fund money was spent and ${gone.join('; ')}`;
  return null;
}

export const BETWEEN_CODES_RULES: readonly Rule[] = [
  {
    id: 'K12',
    title: { zh: '各科目: 03表 = 05表 + 基金表 + 国有资本表', en: 'each code: all spending = spending of the budgets' },
    source: '公开03表 = 公开05表 (+ fund tables), by code, if only 财政拨款 was spent',
    severity: 'warning',
    evaluate(ledger) {
      const all = ledger.coded('expenditure');
      const [general, ...funds] = BUDGETS.map((key) => ledger.coded(key)) as [CodedSheet, ...CodedSheet[]];
      const fiscal = ledger.summary('appropriation_summary');
      const spent = ['government_fund', 'state_capital'].some(
        (column) => (figureOf(fiscal.lines.get('expenditure_total'), column)?.amount ?? 0n) !== 0n,
      );
      const reason = notOnlyAppropriation(ledger) ?? whyNot(all, [general], funds, spent);
      if (reason !== null) return untried(all, reason);

      const budgets = [general, ...(spent ? funds : [])];
      const codes = [...new Set([all, ...budgets].flatMap((sheet) => [...sheet.byCode.keys()]))];
      const found = codes.flatMap((code) => instancesOf(code, all, budgets));
      return found.length === 0 ? untried(all, 'no coded rows') : found;
    },
  },
];

function instancesOf(code: string, all: CodedSheet, budgets: readonly CodedSheet[]): readonly Instance[] {
  const entry = all.byCode.get(code);
  const rows = budgets.flatMap((sheet): readonly (readonly [CodedSheet, Entry])[] => {
    const row = sheet.byCode.get(code);
    return row === undefined ? [] : [[sheet, row]];
  });
  // A code printed twice in a table names no single row, and says nothing about the others.
  const twice = [all, ...budgets].some(
    (sheet) => !sheet.byCode.has(code) && sheet.coded.some(({ row }) => row.code === code),
  );
  if (twice) return [];
  return COLUMNS.filter((column) => columnsOf(all).includes(column)).flatMap((column): readonly Instance[] => {
    const right = figuresOf(
      rows.map(([, row]) => row),
      column,
    );
    const says = `${code}, ${column}: 03 = 05${budgets.length > 1 ? ' + fund tables' : ''} (only 财政拨款 was spent)`;
    const left = figureOf(entry, column);
    const leaves = rows.reduce((count, [sheet, row]) => count + countLeaves(sheet, [row], column), 0);
    const general = budgets[0];
    if (left !== undefined) {
      const absent = rows.length === 0 && general !== undefined ? { absent: { table: general.key, code } } : {};
      return [{ relation: '=', left: [left], right, says, leaves, ...absent }];
    }
    const [first, ...others] = right;
    if (entry !== undefined || first === undefined) return [];
    return [{ relation: '=', left: [first, ...others], right: [], says, leaves, absent: { table: all.key, code } }];
  });
}
