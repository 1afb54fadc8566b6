import type { PrintedLine } from '../pages/lines.js';
import { columnCount, type Grid, type GridCell, placesOf } from './grid.js';

/** What a line of a cell must look like to count as an amount of a row of its own: a figure, or the dash for none. */
const AMOUNT_LINE = /^(?:[-－−(（]?\d[\d,，.．]*[)）]?|[-－−—–]{1,3})$/;
const WITHOUT_RULE = 'no rule is drawn between its row and the next';

const STACKED = 'several rows stand between the rules of its row';

/**
 * Splits the rows of a grid in which several rows stand between two rules: where two cells or more hold the same number (two or
 * more) of amount lines at the same heights, or one has line numbers that go up by one, each height is a row. All cells of such rows are
 * in doubt.
 */
export function splitRows(grid: Grid): Grid {
  const cuts = new Map<number, number[]>();
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const heights = rowHeights(grid, row);
    if (heights) cuts.set(row, heights);
  }
  if (cuts.size === 0) return doubtStacked(grid);
  const ys: number[] = [];
  /** First and last new row of each old one. */
  const place: [number, number][] = [];
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    const inner = cuts.get(row) ?? [];
    place.push([ys.length, ys.length + inner.length]);
    ys.push(grid.ys[row]!, ...inner);
  }
  ys.push(grid.ys.at(-1)!);
  const cells: GridCell[] = [];
  for (const cell of grid.cells) {
    if (cell.row0 === cell.row1 && cuts.has(cell.row0)) cells.push(...splitCell(cell, place[cell.row0]!, ys));
    else cells.push({ ...cell, row0: place[cell.row0]![0], row1: place[cell.row1]![1] });
  }
  return doubtStacked({ ...grid, ys, cells, at: placesOf(cells, ys.length - 1, columnCount(grid)) });
}

/** Where amounts still stand over each other in a cell, nothing of its row can be told from the rows that stand there with it. */
function doubtStacked(grid: Grid): Grid {
  const rows = new Set(grid.cells.flatMap((c) => (c.row0 === c.row1 && isStacked(c.lines) ? [c.row0] : [])));
  if (rows.size === 0) return grid;
  const doubt = (c: GridCell): GridCell => ({ ...c, doubt: c.doubt ?? STACKED });
  return { ...grid, cells: grid.cells.map((c) => (c.row0 === c.row1 && rows.has(c.row0) ? doubt(c) : c)) };
}

const isStacked = (lines: readonly PrintedLine[]): boolean =>
  lines.length > 1 && lines.every((l) => /^[-－−(（]?\d[\d,，]*[.．]\d\d+[)）]?$/.test(l.text));

/** The heights at which a row is to be cut, or undefined where it is one row. */
function rowHeights(grid: Grid, row: number): number[] | undefined {
  const all = grid.cells.filter((c) => c.row0 === row && c.row1 === row && c.lines.length > 1).map((c) => c.lines);
  const numbered = all.find(isNumbered);
  if (numbered) return between(numbered);
  const stacks = all.filter((lines) => lines.every(isFigure) && !isBroken(lines.map((l) => l.text)));
  if (stacks.length < 2) return undefined;
  const longest = stacks.reduce((a, b) => (b.length > a.length ? b : a));
  const fits = stacks.filter((s) =>
    s.every((l) => longest.some((k) => Math.abs(middle(k) - middle(l)) < 0.4 * l.size)),
  );
  if (fits.length < 2) return undefined;
  return between(withBlankRows(longest, all));
}

/** Lines of one cell are set closer than this, in parts of the em; rows further apart. */
const ROW_PITCH = 1.38;

/** Rows without a figure (使用非财政拨款结余 with nothing): their labels stand as far from the figures as these from each other. */
function withBlankRows(figures: readonly PrintedLine[], all: readonly (readonly PrintedLine[])[]): PrintedLine[] {
  const rows = [...figures];
  const pitch = Math.min(...figures.slice(1).map((line, i) => middle(line) - middle(figures[i]!)));
  for (const line of all.flat()) {
    const apart = rows.every((row) => Math.abs(middle(row) - middle(line)) > 0.85 * pitch);
    if (pitch > ROW_PITCH * line.size && apart) rows.push(line);
  }
  return rows.sort((a, b) => middle(a) - middle(b));
}

/** A single digit may be all that a column leaves of a code on one line. */
const isFigure = ({ text }: PrintedLine): boolean => AMOUNT_LINE.test(text) && !/^\d$/.test(text);

const between = (lines: readonly PrintedLine[]): number[] =>
  lines.slice(1).map((line, i) => (middle(lines[i]!) + middle(line)) / 2);

/** 行次 of three rows or more. */
const isNumbered = (lines: readonly PrintedLine[]): boolean =>
  lines.length > 2 &&
  lines.every((l) => /^\d{1,2}$/.test(l.text)) &&
  lines.slice(1).every((l, i) => Number(l.text) === Number(lines[i]!.text) + 1);

/**
 * Whether the lines are one number or code that its column broke: 29,289.7 over 3, 3010 over 1, 20 over 8. The decimals (two; four
 * or six where 万元 are printed to the 元 or the 分), and the digits of a code or of a level of it, are there only when the lines are joined.
 */
function isBroken(lines: readonly string[]): boolean {
  const whole = lines.join('');
  const last = lines.at(-1)!.length;
  if (/^\d+$/.test(whole)) {
    const goesUp = lines.slice(1).every((l, i) => Number(l) === Number(lines[i]) + 1);
    if (whole.length < 8 && lines.every((l) => l.length === 1 || (l.length === 2 && !goesUp))) return true;
    return [5, 7].includes(whole.length) ? last < 3 : whole.length < 5 && last === 1;
  }
  return (
    /^[-−(（]?(?:\d+|\d{1,3}(?:,\d{3})+)\.(?:\d\d){1,3}[)）]?$/.test(whole) &&
    !lines.every((l) => /\.(?:\d\d){1,3}\D?$/.test(l))
  );
}

const middle = (line: PrintedLine): number => (line.y0 + line.y1) / 2;

function splitCell(cell: GridCell, [first, last]: readonly [number, number], ys: readonly number[]): GridCell[] {
  const out: GridCell[] = [];
  for (let row = first; row <= last; row++) {
    const lines = cell.lines.filter(
      (l) => middle(l) >= ys[row]! - (row === first ? 1e6 : 0) && (row === last || middle(l) < ys[row + 1]!),
    );
    out.push({
      ...cell,
      row0: row,
      row1: row,
      box: [cell.box[0], ys[row]!, cell.box[2], ys[row + 1]!],
      lines,
      text: lines.map((l) => l.text).join(''),
      doubt: cell.doubt ?? WITHOUT_RULE,
    });
  }
  return out;
}
