import { cellAt, columnCount, type Grid, type GridCell, rowCount } from '../grids/grid.js';

/** The cells of a grid by the row in which they start, from left to right. */
export interface GridRows {
  readonly grid: Grid;
  readonly starting: readonly (readonly GridCell[])[];
}

export function rowsOf(grid: Grid): GridRows {
  const starting: GridCell[][] = Array.from({ length: rowCount(grid) }, () => []);
  for (const cell of grid.cells) starting[cell.row0]!.push(cell);
  for (const row of starting) row.sort((a, b) => a.col0 - b.col0);
  return { grid, starting };
}

/** Every cell that covers a place of the row, from left to right. */
export function coveringCells({ grid }: GridRows, row: number): GridCell[] {
  const out: GridCell[] = [];
  for (let c = 0; c < columnCount(grid); c++) {
    const cell = cellAt(grid, row, c);
    if (cell !== out.at(-1)) out.push(cell);
  }
  return out;
}

/** The cells of the row that hold something and start in it. */
export const printedIn = (rows: GridRows, row: number): GridCell[] => rows.starting[row]!.filter((c) => c.text !== '');
