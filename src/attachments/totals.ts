import { cellAt } from '../grids/grid.js';
import { readAmount } from '../normalise/amount.js';
import type { Columns } from './columns.js';
import type { FormDraft } from './draft.js';
import type { IndicatorField } from './form.js';
import { SUBTOTAL } from './forms/header.js';
import { bareLabel, fieldOfLabel } from './labels.js';
import { keep, pairsOf } from './pairs.js';
import { type GridRows, printedIn } from './rows.js';
import { valueIn } from './value.js';

/**
 * Reads the row with which a form ends: one label with the sums under the columns (总分 | 100 | 98), or labels with their
 * values (指标自评得分小计 | 90 | 预算执行率得分 | 9.8). `end`: it is that row; `skip`: a running subtotal; null: neither.
 */
export function readTotal(
  draft: FormDraft,
  rows: GridRows,
  row: number,
  columns: Columns<IndicatorField> | undefined,
): 'end' | 'skip' | null {
  const own = printedIn(rows, row);
  const head = own[0];
  if (!head) return null;
  if (SUBTOTAL.test(bareLabel(head.text))) return 'skip';
  const field = fieldOfLabel(draft.form.totals, head.text);
  if (field === undefined) return null;
  const pairs = pairsOf(rows, row, draft.form.totals);
  if (new Set(pairs.map((p) => p.field)).size < 2 && field === 'total_score') {
    const c = columns?.fields.indexOf('score') ?? -1;
    const cell = c < 0 ? undefined : cellAt(rows.grid, row, c);
    if (cell && cell !== head && cell.row0 === row && readAmount(cell.text).kind === 'amount') {
      keep(draft, { field, value: valueIn(rows.grid, [cell]) });
      return 'end';
    }
  }
  for (const pair of pairs) keep(draft, pair);
  return 'end';
}
