import { cellAt, type GridCell } from '../grids/grid.js';
import { label } from '../normalise/text.js';
import type { Columns } from './columns.js';
import type { RowDraft } from './draft.js';
import { bareLabel } from './labels.js';
import { type GridRows, printedIn } from './rows.js';
import { append, textOf, type Value, valueIn } from './value.js';

/**
 * Reads one row of a block of amounts: its name and the cell under each head. Undefined where the row is none: it has no
 * name, or its cells do not follow the columns.
 */
export function readAmountRow<F extends string>(
  rows: GridRows,
  row: number,
  columns: Columns<F>,
): RowDraft<F> | undefined {
  const { grid } = rows;
  const cells = new Map<F, Value>();
  const used = new Set<GridCell>();
  for (const field of new Set(columns.fields)) {
    if (field === undefined) continue;
    const own: GridCell[] = [];
    columns.fields.forEach((f, c) => {
      if (f !== field) return;
      const cell = cellAt(grid, row, c);
      if ((cell.row0 === row || isSide(cell, row, field)) && !used.has(cell)) {
        own.push(cell);
        used.add(cell);
      }
    });
    if (own.length === 0) continue;
    const value = valueIn(grid, field === 'name' ? own.filter((c, _, all) => c.text !== '' || all.length === 1) : own);
    cells.set(field, field === 'name' ? trimmed(value) : value);
  }
  const total = printedIn(rows, row).find((c) => !used.has(c) && /^[合总]计$/.test(bareLabel(c.text)));
  // A list of projects has 合计 under 序号, beside a blank name.
  if (total && textOf(cells.get('name' as F)) === '') cells.set('name' as F, valueIn(grid, [total]));
  const name = cells.get('name' as F);
  if (textOf(name) === '' || cells.size < 3) return undefined;
  if (printedIn(rows, row).some((c) => used.has(c) && c.text.length > 60)) return undefined;
  return { page: grid.page, grid, row, cells };
}

/** The label at the side that names the one row of figures beside it. */
const isSide = (cell: GridCell, row: number, field: string): boolean =>
  field === 'name' && cell.col0 === 0 && cell.row1 === row && cell.row0 === row - 1;

/** What a page cuts from a number: its sign behind it, or digits behind its point or its last comma. */
const isRestOf = (before: string, rest: string): boolean =>
  (/\d$/.test(before) && rest === '%') || (/[.,]\d{0,2}$/.test(before) && /^\d{1,3}(?:\.\d+)?%?$/.test(rest));

/**
 * The first row of a page that has no name is the rest of the last row of the page before, where each of its texts is what a number there
 * lacks (100.00 over %), or more words. Then it is put there. False where it is none.
 */
export function goesOnWith<F extends string>(
  last: RowDraft<F>,
  rows: GridRows,
  row: number,
  columns: Columns<F>,
): boolean {
  const rest = printedIn(rows, row).map((cell) => ({ cell, field: columns.fields[cell.col0] }));
  if (rest.length === 0) return false;
  for (const { cell, field } of rest) {
    const before = field && textOf(last.cells.get(field));
    if (before === undefined || (field === 'name' && /\d/.test(cell.text))) return false;
    if (field !== 'name' && !isRestOf(before, cell.text)) return false;
  }
  if (rest.every(({ field }) => field === 'name')) return false;
  for (const { cell, field } of rest) append(last.cells.get(field!)!, valueIn(rows.grid, [cell]));
  return true;
}

/** The colon with which a name ends is no part of it. */
const trimmed = (value: Value): Value => ({
  reader: value.reader,
  pieces: value.pieces.map((p, i, all) =>
    i === all.length - 1 ? { ...p, text: label(p.text).replace(/[:：]$/, '') } : p,
  ),
});

/** A row that is printed again on the next page with its head. */
export const isRepeated = <F extends string>(known: readonly RowDraft<F>[], row: RowDraft<F>): boolean =>
  known.some((k) => [...row.cells].every(([f, v]) => textOf(k.cells.get(f)) === textOf(v)));
