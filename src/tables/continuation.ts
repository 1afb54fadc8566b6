import { columnCount, type Grid, type GridCell, placesOf, rowCount } from '../grids/grid.js';
import type { Part } from './draft.js';
import type { Form } from './form.js';
import { type Block, type Layout, readLayout } from './layout.js';
import { hasAmount, isColumnNumbers } from './rowKinds.js';
import { innerHead } from './surroundings.js';

/** Vertical lines of two pages this close, in points, are the same line. */
const SAME_PLACE = 4;
/** Or this close in parts of the table's width, where a page is scaled. */
const SAME_SHARE = 0.012;

/**
 * Reads a grid as going on with `last`: each of its columns must lie where a column (or a merged pair) of the table lies.
 * Undefined where it does not. `body`: first row that is data.
 */
export function continuationOf(last: Part, grid: Grid, body: number): Part | undefined {
  const columns = matchColumns(last.grid, grid) ?? besideSides(last, grid) ?? withFinerCodes(last, grid);
  if (!columns) return undefined;
  const where = (column: number): number | undefined => {
    const at = columns.indexOf(column);
    return at < 0 ? undefined : at;
  };
  const blocks: Block[] = last.layout.blocks.map((b) => {
    const map = (list: readonly number[]): number[] => list.map(where).filter((c): c is number => c !== undefined);
    const range = columns.map((m, c) => ({ m, c })).filter(({ m }) => m >= b.first && m <= b.last);
    return {
      section: b.section,
      first: range[0]?.c ?? -1,
      last: range.at(-1)?.c ?? -1,
      codes: columns.flatMap((m, c) => (b.codes.includes(m) ? [c] : [])),
      names: map(b.names),
      lines: map(b.lines),
      units: map(b.units),
      amounts: b.amounts.flatMap((a) => {
        const column = where(a.column);
        return column === undefined ? [] : [{ ...a, column }];
      }),
    };
  });
  const after = afterColumnNumbers(grid, body, blocks);
  const layout: Layout = { body: after, headWordsRow: -1, blocks, complete: false };
  return { grid, layout, doubt: null, hasHead: after > body };
}

/**
 * Reads a grid as the rows under a head that stands alone at the foot of the page before, where its columns are finer than the head's: 类, 款
 * and 项 under one 科目编码. `split`: the last row of the head goes on in the first of the grid, its words broken between them (本年收入合, 计).
 * Undefined where a column of the head is none of the rows', or the two are no head of the form.
 */
export function underHeadAlone(head: Grid, grid: Grid, form: Form, split = false): Part | undefined {
  const lasts = match(grid.xs, head.xs, SAME_PLACE);
  if (!lasts) return undefined;
  const rows = rowCount(head);
  const finer = (cell: GridCell): GridCell => ({
    ...cell,
    col0: cell.col0 === 0 ? 0 : lasts[cell.col0 - 1]! + 1,
    col1: lasts[cell.col1]!,
  });
  const below = (cell: GridCell): GridCell => ({ ...cell, row0: cell.row0 + rows, row1: cell.row1 + rows });
  const parts = [head.cells.map(finer), grid.cells.map(below)] as const;
  const cells = split ? joined(...parts, rows) : parts.flat();
  const ys = [...head.ys, ...grid.ys.slice(1)];
  const at = placesOf(cells, ys.length - 1, columnCount(grid));
  const layout = readLayout({ ...grid, ys, cells, at }, form, innerHead(head).from);
  if (!layout?.complete || layout.body < rows) return undefined;
  const { body, headWordsRow } = layout;
  const own = { ...layout, body: body - rows, headWordsRow: headWordsRow < 0 ? -1 : headWordsRow - rows };
  return { grid, layout: { ...own, complete: false }, doubt: null, hasHead: body > rows };
}

/** Cells of the last row above `edge` with what is printed of them below it. */
function joined(above: readonly GridCell[], below: readonly GridCell[], edge: number): GridCell[] {
  const rest = new Set(below);
  const whole = above.map((cell) => {
    const other = below.find((b) => b.row0 === edge && b.col0 === cell.col0 && b.col1 === cell.col1);
    if (cell.row1 !== edge - 1 || !other) return cell;
    rest.delete(other);
    return { ...cell, row1: other.row1, text: cell.text + other.text, lines: [...cell.lines, ...other.lines] };
  });
  return [...whole, ...rest];
}

/** Rows within which a head that is printed again has its column numbers. */
const HEAD_ROWS = 6;

/** The row below the numbers of the columns (栏次), where a head was printed again whose words were not understood. */
function afterColumnNumbers(grid: Grid, body: number, blocks: readonly Block[]): number {
  const labels = new Array<boolean>(columnCount(grid)).fill(false);
  for (const b of blocks) for (const c of [...b.codes, ...b.names, ...b.lines]) labels[c] = true;
  for (let r = body; r < Math.min(rowCount(grid), body + HEAD_ROWS); r++) {
    if (isColumnNumbers(grid, r, labels)) return r + 1;
    // Rows of the table before a head: it stands among them.
    if (hasAmount(grid, r)) break;
  }
  return body;
}

/**
 * For every column of `grid` the column of `master` that it is, or undefined where one does not fit. A column that covers
 * several of the master's stands for the last of them: amounts stand to the right of what is merged into them.
 */
export function matchColumns(master: Grid, grid: Grid): number[] | undefined {
  const absolute = match(master.xs, grid.xs, SAME_PLACE);
  if (absolute) return absolute;
  if (columnCount(master) !== columnCount(grid)) return undefined;
  const share = (xs: readonly number[]): number[] => xs.map((x) => (x - xs[0]!) / (xs.at(-1)! - xs[0]!));
  return match(share(master.xs), share(grid.xs), SAME_SHARE);
}

/**
 * The columns where the first of the table is not among them: 收入 or 支出 down its side, merged over a page break, has no rule above and below it
 * (prints of spreadsheets).
 */
function besideSides({ grid: master, layout }: Part, grid: Grid): number[] | undefined {
  const used = layout.blocks.some((b) => [b.codes, b.names, b.lines, b.units].some((list) => list.includes(0)));
  if (used || layout.blocks.some((b) => b.amounts.some((a) => a.column === 0))) return undefined;
  return matchColumns({ ...master, xs: master.xs.slice(1) }, grid)?.map((column) => column + 1);
}

/** The columns where 类, 款 and 项 stand beside each other under the one column of codes that the page before ends with, and all others are the same. */
function withFinerCodes({ grid: master, layout }: Part, grid: Grid): number[] | undefined {
  const isCode = (x: number): boolean =>
    layout.blocks.some((b) => b.codes.some((c) => x > master.xs[c]! && x < master.xs[c + 1]!));
  const known = grid.xs.filter((x) => master.xs.some((m) => Math.abs(m - x) <= SAME_PLACE));
  const others = grid.xs.filter((x) => !known.includes(x));
  if (others.length > 2 || known.length !== master.xs.length || !others.every(isCode)) return undefined;
  return grid.xs.slice(1).map((x) => master.xs.findIndex((m) => m >= x - SAME_PLACE) - 1);
}

function match(master: readonly number[], own: readonly number[], near: number): number[] | undefined {
  const lines: number[] = [];
  for (const x of own) {
    let best = -1;
    for (let i = 0; i < master.length; i++)
      if (best < 0 || Math.abs(master[i]! - x) < Math.abs(master[best]! - x)) best = i;
    if (Math.abs(master[best]! - x) > near || lines.at(-1) === best) return undefined;
    lines.push(best);
  }
  if (lines[0] !== 0 || lines.at(-1) !== master.length - 1) return undefined;
  return lines.slice(1).map((line) => line - 1);
}
