import { columnCount, type Grid, type GridCell, placesOf } from '../grids/grid.js';
import { continuationOf } from './continuation.js';
import type { Draft, Part } from './draft.js';
import { keysOf, type Layout, readLayout } from './layout.js';
import { innerHead } from './surroundings.js';

/** Points: rows of two pages of one sheet stand at the same heights. */
const SAME_HEIGHT = 1.5;

/**
 * Takes a grid as columns that a sheet too wide for its page prints on another page, beside those of a piece of the table: its rows stand at
 * the heights of that piece's, and with its head there are more columns of the form. A page without the head goes beside the next piece.
 */
export function goesBeside(draft: Draft, grid: Grid, from: number): boolean {
  const own = readLayout(grid, draft.form, from);
  const labels = own ? labelsOf(grid, own) : (draft.parts[0]!.labels ?? 0);
  const side = withoutColumns(grid, labels);
  for (const [i, part] of draft.parts.entries()) {
    const joint = beside(part.grid, side);
    const layout = joint && jointLayout(draft, part, joint);
    if (!layout) continue;
    draft.parts[i] = { grid: joint, layout, doubt: null, hasHead: part.hasHead, alone: part.alone ?? part, labels };
    return true;
  }
  return false;
}

function jointLayout(draft: Draft, part: Part, joint: Grid): Layout | undefined {
  const layout = readLayout(joint, draft.form, innerHead(part.grid).from);
  const [before, after] = [keysOf(part.layout), layout ? keysOf(layout) : new Set<string>()];
  if (layout && part.hasHead) return after.size > before.size && isPartOf(before, after) ? layout : undefined;
  const [first] = draft.parts;
  if (part.hasHead || part.alone || !first?.alone) return undefined;
  return continuationOf(first, joint, part.layout.body)?.layout;
}

const isPartOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((key) => b.has(key));

/** How many columns of labels a page begins with, as those that a sheet repeats on every page. */
function labelsOf(grid: Grid, { blocks: [block] }: Layout): number {
  const labels = new Set(block ? [...block.codes, ...block.names, ...block.lines, ...block.units] : []);
  return Array.from({ length: columnCount(grid) }, (_, c) => c).find((c) => !labels.has(c)) ?? 0;
}

function withoutColumns(grid: Grid, first: number): Grid {
  if (first === 0) return grid;
  const cells = grid.cells
    .filter((c) => c.col1 >= first)
    .map((c) => ({ ...c, col0: Math.max(0, c.col0 - first), col1: c.col1 - first }));
  const xs = grid.xs.slice(first);
  return { ...grid, xs, cells, at: placesOf(cells, grid.ys.length - 1, xs.length - 1) };
}

/** The columns of two grids beside each other, if their rows are the same; every cell keeps its page and its box. */
function beside(left: Grid, right: Grid): Grid | undefined {
  const shift = left.ys.at(-1)! - right.ys.at(-1)!;
  if (Math.abs(left.ys[0]! - right.ys[0]! - shift) > SAME_HEIGHT) return undefined;
  const ys = [...left.ys];
  for (const y of right.ys.map((own) => own + shift)) if (lineAt(ys, y) < 0) ys.push(y);
  ys.sort((a, b) => a - b);
  // Heads may be divided on one side only; rows of other heights are another table.
  if (ys.length > Math.min(left.ys.length, right.ys.length) + HEAD_LINES) return undefined;
  const columns = columnCount(left);
  const moved = (grid: Grid, by: number, over: number): GridCell[] =>
    grid.cells.map((c) => ({
      ...c,
      page: c.page ?? grid.page,
      row0: lineAt(ys, grid.ys[c.row0]! + by),
      row1: lineAt(ys, grid.ys[c.row1 + 1]! + by) - 1,
      col0: c.col0 + over,
      col1: c.col1 + over,
    }));
  const cells = [...moved(left, 0, 0), ...moved(right, shift, columns)];
  const xs = [...left.xs, ...right.xs.slice(1).map((x) => left.xs.at(-1)! + x - right.xs[0]!)];
  const pages = [...(left.pages ?? [left.page]), right.page];
  return { ...left, sheet: right.sheet, pages, ys, xs, cells, at: placesOf(cells, ys.length - 1, xs.length - 1) };
}

/** Lines of heads that one side may have alone. */
const HEAD_LINES = 2;

const lineAt = (ys: readonly number[], y: number): number => ys.findIndex((own) => Math.abs(own - y) <= SAME_HEIGHT);
