import type { PrintedLine } from '../pages/lines.js';
import type { Box, ReaderName } from '../pages/page.js';

/** One cell of a ruled grid. Rows and columns count from 0 between the grid's lines; spans are inclusive. */
export interface GridCell {
  readonly row0: number;
  readonly row1: number;
  readonly col0: number;
  readonly col1: number;
  readonly box: Box;
  /** All that is printed in the cell, lines joined, without white space. */
  readonly text: string;
  readonly lines: readonly PrintedLine[];
  /** Where it stands on another page than its grid: columns of a wide sheet. */
  readonly page?: number;
  /** Why the place of the cell's text is not certain; null where it is. */
  readonly doubt: string | null;
}

/** The cells of one table on one page. `at[row * columns + column]` is the index of the cell that covers a place. */
export interface Grid {
  readonly page: number;
  /** All its pages, where columns of a wide sheet stand on others. */
  readonly pages?: readonly number[];
  /** The number of its page among those that hold anything, from 1: a table goes on from one to the next. */
  readonly sheet: number;
  readonly reader: ReaderName;
  readonly box: Box;
  /** Positions of the vertical lines, ascending: one more than there are columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  readonly at: Int32Array;
  /** How the lines were found: drawn, or inferred from how the words stand. */
  readonly origin: 'ruled' | 'aligned';
}

export const rowCount = (grid: Grid): number => grid.ys.length - 1;
export const columnCount = (grid: Grid): number => grid.xs.length - 1;
export const cellAt = (grid: Grid, row: number, column: number): GridCell =>
  grid.cells[grid.at[row * columnCount(grid) + column]!]!;

/** The index of the cell that covers each place, as `Grid.at`. */
export function placesOf(cells: readonly GridCell[], rows: number, columns: number): Int32Array {
  const at = new Int32Array(rows * columns);
  cells.forEach((c, i) => {
    for (let row = c.row0; row <= c.row1; row++) at.fill(i, row * columns + c.col0, row * columns + c.col1 + 1);
  });
  return at;
}

/** The distinct cells that cover a row, from left to right. */
export function cellsOfRow(grid: Grid, row: number): GridCell[] {
  const out: GridCell[] = [];
  for (let c = 0; c < columnCount(grid); ) {
    const cell = cellAt(grid, row, c);
    out.push(cell);
    c = Math.max(c, cell.col1) + 1;
  }
  return out;
}
