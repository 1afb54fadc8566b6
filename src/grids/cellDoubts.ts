/** Why it is not certain that a cell holds just what stands in it. */
import type { PrintedLine } from '../pages/lines.js';
import type { Box, Glyph, Page } from '../pages/page.js';
import type { Grid, GridCell } from './grid.js';

/** Digits closer than this, in parts of the em, belong to one number. */
const TOUCHING = 0.12;
/** Print of one number differs less in size: a watermark is larger. */
const ONE_PRINT = 0.3;
/** Why the reader itself is not sure of what it put at a place. */
export function doubtOfReader(page: Page, [x0, y0, x1, y1]: Box): string | null {
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const remark = page.remarks?.find(
    (r) => r.doubt !== null && x > r.box[0] && x < r.box[2] && y > r.box[1] && y < r.box[3],
  );
  return remark?.doubt ?? null;
}

export const RUNS_OVER = 'the number runs over the rule beside it';

/** Where digits go on from one cell to the next without a gap, one number stands in two cells: both are in doubt. */
export function doubtRunsOver(grid: Grid): GridCell[] {
  const columns = grid.xs.length - 1;
  const doubtful = new Set<number>();
  grid.cells.forEach((cell, i) => {
    if (cell.col1 + 1 >= columns || cell.lines.length === 0) return;
    const next = grid.at[cell.row0 * columns + cell.col1 + 1]!;
    for (const a of cell.lines) {
      for (const b of grid.cells[next]!.lines) {
        const gap = b.x0 - a.x1;
        if (a.y1 <= b.y0 || b.y1 <= a.y0 || gap > TOUCHING * a.size || gap < -a.size) continue;
        if (/[\d.,]$/.test(a.text) && /^[\d.,]/.test(b.text) && !areTwo(a.text, b.text, grid.cells[next]!.text))
          doubtful.add(i).add(next);
      }
    }
  });
  if (doubtful.size === 0) return [...grid.cells];
  return grid.cells.map((c, i) => (doubtful.has(i) ? { ...c, doubt: c.doubt ?? RUNS_OVER } : c));
}

/** Where digits go on without a gap over the outer side of a table, a part of the number stands beside it: its cell is in doubt. */
export function doubtRunsOut(cells: readonly GridCell[], [x0, , x1]: Box, outside: readonly Glyph[]): GridCell[] {
  const beside = outside.filter(
    (g) => (Math.abs(g.x0 - x1) < g.size || Math.abs(g.x1 - x0) < g.size) && g.turn === 0 && /[\d.,]/.test(g.char),
  );
  const goesOn = (line: PrintedLine, g: Glyph): boolean =>
    isOneSize(g, line) &&
    g.y0 < line.y1 &&
    g.y1 > line.y0 &&
    ((/[\d.,]$/.test(line.text) && Math.abs(g.x0 - line.x1) < TOUCHING * line.size) ||
      (/^[\d.,]/.test(line.text) && Math.abs(line.x0 - g.x1) < TOUCHING * line.size));
  if (beside.length === 0) return [...cells];
  return cells.map((c) =>
    c.lines.some((line) => beside.some((g) => goesOn(line, g))) ? { ...c, doubt: c.doubt ?? RUNS_OVER } : c,
  );
}

/** The next line of a text stands no further below the last one than this, in parts of the em. */
const NEXT_LINE = 1.7;

/**
 * A text of several lines that goes on below the table: a browser that breaks a row over two pages leaves the last words of a merged cell
 * under its last rule. What stands there and in no other column is the rest of the cell, and notes are longer: the cell is in doubt.
 */
export function doubtRunsUnder(cells: readonly GridCell[], [, , , y1]: Box, outside: readonly Glyph[]): GridCell[] {
  const under = outside.filter((g) => g.turn === 0 && g.y1 > y1 && g.y0 < y1 + g.size && HAN.test(g.char));
  if (under.length === 0) return [...cells];
  return cells.map((c) => {
    const last = c.lines.at(-1);
    if (c.lines.length < 2 || c.box[3] !== y1 || !last) return c;
    const rest = under.filter(
      (g) => g.y0 >= last.y1 - 0.3 * g.size && g.y0 - last.y0 < NEXT_LINE * last.size && isOneSize(g, last),
    );
    const isRest = rest.length > 0 && rest.every((g) => g.x0 > c.box[0] && g.x1 < c.box[2]);
    return isRest ? { ...c, doubt: c.doubt ?? 'its text goes on under the last rule of the table' } : c;
  });
}
const HAN = /\p{Script=Han}/u;
const isOneSize = (g: Glyph, line: PrintedLine): boolean => Math.abs(g.size - line.size) < ONE_PRINT * line.size;

/** Each side is whole by itself: an amount of two (or six) decimals before one of as many, or before a cell with a code (`whole`). */
function areTwo(before: string, after: string, whole: string): boolean {
  const decimals = (text: string): number => (AMOUNT.exec(text)?.[1] ?? '').length;
  const left = decimals(before);
  return (left === 2 || left === 6) && (decimals(after) === left || /^\d{3,7}$/.test(whole));
}

const AMOUNT = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)\.(\d+)$/;

const UNSEEN = {
  white: 'it is printed in white or transparent: nobody may see it',
  layer: 'it stands in a layer of the page that can be switched off',
  covered: 'a white box is painted over it: nobody may see it',
} as const;

/** Why an amount may be nothing that a reader of the page sees. */
export function doubtUnseen(glyphs: readonly Glyph[]): string | null {
  const unseen = glyphs.find((g) => g.unseen !== undefined && g.char >= '0' && g.char <= '9');
  return unseen ? UNSEEN[unseen.unseen!] : null;
}

/**
 * Why a cell at the edge of the paper may hold less or more than what is printed in it: a table that is wider than the page is cut off
 * there, with what ends at the edge, and in a row that is broken at the foot (prints of browsers) the number of the page may stand.
 */
export function doubtAtEdge(page: Page, box: Box, lines: readonly PrintedLine[]): string | null {
  const left = box[0] < 1 && lines.some((l) => l.x0 < l.size);
  const right = box[2] > page.width - 1 && lines.some((l) => l.x1 > page.width - l.size);
  if (left || right) return 'its cell runs off the paper: a part may be cut off';
  return lines.length > 1 && box[3] > 0.97 * page.height
    ? 'its cell runs to the foot of the paper: the number of the page may stand in it'
    : null;
}

/** A digit whose box is cut by the left or right side of its cell: part of the number may stand in the next cell. */
export function cutsNumber(g: Glyph, box: Box): boolean {
  const c = g.char.charCodeAt(0);
  if (c < 0x2c || c > 0x39 || g.turn % 2 !== 0) return false;
  const give = 0.3 * (g.x1 - g.x0);
  return g.x0 < box[0] - give || g.x1 > box[2] + give;
}
