import { cellAt, cellsOfRow, columnCount, type Grid, placesOf, rowCount } from '../grids/grid.js';
import { hasAmount, isHeadRow, namesColumnNumbers } from './rowKinds.js';
import { innerHead } from './surroundings.js';
import { readTitle } from './titles.js';

/**
 * The tables of a grid from top to bottom: one as a rule, more where a sheet of a spreadsheet prints them without a gap between them. A row
 * across the whole grid that says the title of a table begins another one, and a head that is printed again among the rows a further piece.
 */
export function stackedTables(grid: Grid): Grid[] {
  const last = columnCount(grid) - 1;
  const starts = [0];
  // Blank rows on top are the last of the table before, where a title follows them.
  const blank = blankRows(grid);
  let head = blank > 0 ? blank - 1 : innerHead(grid).from;
  for (let row = head + 1; row < rowCount(grid); row++) {
    const cell = cellAt(grid, row, 0);
    if (cell.row0 !== row || cell.text === '' || last === 0) continue;
    const titled = cell.col1 === last && readTitle(cell.text) !== undefined;
    const start = titled || isSameHead(grid, head, row) ? row : headAbove(grid, row, starts.at(-1)!);
    if (start === undefined) continue;
    starts.push(start);
    head = titled ? start + innerHead(rowsOf(grid, start, rowCount(grid))).from : start;
    row = Math.max(row, head);
  }
  if (starts.length === 1) return [grid];
  return starts.map((start, i) => rowsOf(grid, start, starts[i + 1] ?? rowCount(grid)));
}

function blankRows(grid: Grid): number {
  const row = grid.cells.find((c) => c.text !== '')?.row0 ?? 0;
  return row > 0 && readTitle(cellAt(grid, row, 0).text) ? row : 0;
}

/** The first row of a head that ends in the numbers of the columns, where rows of a table stand before it. */
function headAbove(grid: Grid, numbers: number, first: number): number | undefined {
  if (!namesColumnNumbers(grid, numbers)) return undefined;
  let start = numbers;
  while (start > first && isHeadRow(grid, start - 1)) start--;
  const isOpen = cellsOfRow(grid, start).some((c) => c.row0 < start);
  if (start === numbers || isOpen) return undefined;
  for (let row = first; row < start; row++) if (hasAmount(grid, row)) return start;
  return undefined;
}

/** Whether a row below a head says the same in every column: more than one word, so that it is no label. */
function isSameHead(grid: Grid, head: number, row: number): boolean {
  const words = cellsOfRow(grid, head).filter((c) => c.text !== '');
  if (words.length < 2 || words.some((c) => c.row0 !== head || !/\p{Script=Han}/u.test(c.text))) return false;
  return cellsOfRow(grid, row).every((c) => {
    const above = cellAt(grid, head, c.col0);
    return c.row0 === row && c.col0 === above.col0 && c.col1 === above.col1 && c.text === above.text;
  });
}

/** Points: lines of two tables this close are one line; between them there is no column. */
const SLIVER = 4;

/**
 * The rows from `start` to before `end` as a grid of their own, without the lines between columns that only other rows have; no cell may
 * reach over its edges.
 */
function rowsOf(grid: Grid, start: number, end: number): Grid {
  const own = grid.cells.filter((c) => c.row0 >= start && c.row0 < end);
  const lines: number[] = [];
  const columnAt = new Map<number, number>();
  for (const line of [...new Set(own.flatMap((c) => [c.col0, c.col1 + 1]))].sort((a, b) => a - b)) {
    const before = lines.at(-1);
    const isSliver = before !== undefined && grid.xs[line]! - grid.xs[before]! < SLIVER;
    if (!isSliver || own.some((c) => c.col0 === before && c.col1 + 1 === line && c.text !== '')) lines.push(line);
    columnAt.set(line, lines.length - 1);
  }
  const cells = own.flatMap((c) => {
    const [col0, col1] = [columnAt.get(c.col0)!, columnAt.get(c.col1 + 1)! - 1];
    return col1 < col0 ? [] : [{ ...c, row0: c.row0 - start, row1: c.row1 - start, col0, col1 }];
  });
  const at = placesOf(cells, end - start, lines.length - 1);
  const ys = grid.ys.slice(start, end + 1);
  return {
    ...grid,
    box: [grid.box[0], ys[0]!, grid.box[2], ys.at(-1)!],
    xs: lines.map((line) => grid.xs[line]!),
    ys,
    cells,
    at,
  };
}
