import type { GridCell } from '../grids/grid.js';
import type { Box, ReaderName } from '../pages/page.js';

/** One printed part of a value: a value that a page break cuts, and reasons in several columns, have more than one. */
export interface Piece {
  readonly page: number;
  readonly box: Box;
  readonly text: string;
  /** All that is printed in the box; null where the box holds more than can be compared. */
  readonly raw: string | null;
  readonly doubt: string | null;
}

/** A value of a form. Rows that share a merged cell share its value, so a part found on the next page reaches them all. */
export interface Value {
  readonly reader: ReaderName;
  readonly pieces: Piece[];
}

/** A grid whose cells are read, with what a value keeps of it. */
export interface Sheet {
  readonly page: number;
  readonly reader: ReaderName;
}

export const valueIn = (sheet: Sheet, cells: readonly GridCell[]): Value => ({
  reader: sheet.reader,
  pieces: cells.map((c) => ({ page: sheet.page, box: c.box, text: c.text, raw: c.text, doubt: c.doubt })),
});

export const textOf = (value: Value | undefined): string => (value ? value.pieces.map((p) => p.text).join('') : '');

/** Adds what is printed on; a blank that nothing was added to keeps its place. */
export function append(value: Value, more: Value): void {
  if (textOf(more) === '') return;
  if (textOf(value) === '') value.pieces.length = 0;
  value.pieces.push(...more.pieces.filter((p) => p.text !== ''));
}
