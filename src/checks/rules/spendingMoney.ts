/** Whose money a document says was spent: the condition of the rules that hold only for some. */
import type { Ledger } from '../ledger.js';
import { figureOf } from '../sheet.js';
import { unusableOf } from './betweenTotals.js';

/**
 * null if all spending of the year was 财政拨款, else the reason why that is not known. It was if 公开01表 and 公开04表 print
 * the same 本年支出合计: what a unit spends beside its appropriation (own revenue, non-fiscal balances) stands only in 01.
 */
export function notOnlyAppropriation(ledger: Ledger): string | null {
  const all = ledger.summary('revenue_expenditure_summary');
  const fiscal = ledger.summary('appropriation_summary');
  const reason = unusableOf([all, fiscal]);
  if (reason !== null) return reason;
  const spent = figureOf(all.lines.get('expenditure_total'), 'amount');
  const appropriated = figureOf(fiscal.lines.get('expenditure_total'), 'total');
  if (spent === undefined || appropriated === undefined) return 'no row 本年支出合计 in 01 or in 04';
  if (spent.printed === null && appropriated.printed === null) return 'no figure in 本年支出合计 of 01 and 04';
  if (spent.amount !== appropriated.amount) {
    return `not all spending is 财政拨款: 本年支出合计 is ${spent.printed ?? 'blank'} in 01, ${appropriated.printed ?? 'blank'} in 04`;
  }
  return null;
}
