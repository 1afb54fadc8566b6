import { glyphsToLines, glyphsToPrintedLines, type TextLine } from '../pages/lines.js';
import type { Box, Glyph, Page, Place, ReaderName, Remark } from '../pages/page.js';
import { isTallerThan } from '../pages/watermark.js';
import {
  cutsNumber,
  doubtAtEdge,
  doubtOfReader,
  doubtRunsOut,
  doubtRunsOver,
  doubtRunsUnder,
  doubtUnseen,
  RUNS_OVER,
} from './cellDoubts.js';
import { type Component, REACH, segmentsToComponents } from './components.js';
import type { Grid, GridCell } from './grid.js';
import { headRules } from './headRules.js';
import { isRuledAcross } from './ruledAcross.js';
import { type Home, keepRunsTogether } from './runs.js';
import { interval, mergeRules, onNearest, type Segment, snapPositions } from './segments.js';
import { splitRows } from './splitRows.js';

/** What a page holds: its ruled grids from top to bottom, and the lines of text outside them. */
export interface PageGrids {
  readonly page: number;
  /** Its number among the pages that hold anything: that of the page until `pagesToSheets` has seen all of them. */
  readonly sheet: number;
  readonly reader: ReaderName;
  readonly width: number;
  readonly height: number;
  readonly grids: readonly Grid[];
  readonly lines: readonly TextLine[];
  /** Horizontal rules of a page without grids: they tell the rows of a table whose columns are not ruled. */
  readonly across: readonly Segment[];
  readonly places: readonly Place[];
  readonly remarks: readonly Remark[];
}

/** A character that a reader of pictures gives with less confidence is in doubt. */
const SURE = 0.5;
/** A boundary between two cells is there when this share of it is drawn. */
const DRAWN = 0.55;
/** Below this share it is not there; between the two it is in doubt. */
const NOT_DRAWN = 0.2;

/** Finds the grids of a page and puts every glyph either into a cell or into a line outside. */
export function pageToGrids(page: Page): PageGrids {
  if (page.rules.length === 0) {
    return { ...sheet(page), grids: [], lines: glyphsToLines(page.glyphs), across: [] };
  }
  const horizontals = mergeRules(page.rules, 'horizontal');
  const verticals = mergeRules(page.rules, 'vertical');
  const frames = segmentsToComponents(horizontals, verticals)
    .map((c) => withHead(c, page.glyphs))
    .filter((f): f is Frame => f !== undefined)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
  const kept = frames.filter((f) => !isPageBorder(f, frames, page) && !isRuledAcross(f, page.glyphs));
  const pots = kept.map((f) => new Map<number, Glyph[]>(f.roots.map((_, i) => [i, []])));
  const outside: Glyph[] = [];
  const homes = page.glyphs.map((g) => homeOf(g, kept));
  keepRunsTogether(page.glyphs, homes, ({ frame, cell }) => rightOf(kept[frame]!, cell));
  page.glyphs.forEach((g, i) => {
    const home = homes[i];
    if (!home) outside.push(g);
    else if (!isWatermark(g, kept[home.frame]!, home.cell)) pots[home.frame]!.get(home.cell)!.push(g);
  });
  return {
    ...sheet(page),
    grids: kept.map((f, k) => toGrid(page, f, pots[k]!, outside)),
    lines: glyphsToLines(outside),
    across: kept.length === 0 ? horizontals : [],
  };
}

/** The cell that a glyph's centre lies in, undefined outside all tables. */
function homeOf(g: Glyph, frames: readonly Frame[]): Home | undefined {
  const x = (g.x0 + g.x1) / 2;
  const y = (g.y0 + g.y1) / 2;
  for (let frame = 0; frame < frames.length; frame++) {
    const f = frames[frame]!;
    const column = interval(f.xs, x);
    const row = column < 0 ? -1 : interval(f.ys, y);
    if (row >= 0) return { frame, cell: f.cellOf[row * (f.xs.length - 1) + column]! };
  }
  return undefined;
}

const rightOf = ({ xs, roots }: Frame, cell: number): number => xs[(roots[cell]!.at(-1)! % (xs.length - 1)) + 1]!;

/** Whether a character lies over a cell and is no part of it. */
function isWatermark(g: Glyph, frame: Frame, cell: number): boolean {
  const columns = frame.xs.length - 1;
  const places = frame.roots[cell]!;
  const last = places[places.length - 1]!;
  return isTallerThan(g.size, frame.ys[Math.floor(places[0]! / columns)]!, frame.ys[Math.floor(last / columns) + 1]!);
}

const sheet = (page: Page): Omit<PageGrids, 'grids' | 'lines' | 'across'> => ({
  page: page.number,
  sheet: page.number,
  reader: page.reader,
  width: page.width,
  height: page.height,
  places: page.places ?? [],
  remarks: page.remarks ?? [],
});

/** The lattice of one grid before its text. `cellOf` maps elementary places to cells, `roots` lists each cell's places from the top. */
interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cellOf: Int32Array;
  readonly roots: readonly number[][];
  readonly doubts: ReadonlySet<number>;
  /** True where rules of its rows were inferred from how the words stand. */
  readonly isInferred?: boolean;
}

function frameOf(horizontals: readonly Segment[], verticals: readonly Segment[]): Frame | undefined {
  const xs = snapPositions(verticals.map((v) => v.at));
  const ys = snapPositions(horizontals.map((h) => h.at));
  // Open-sided tables: the ends of the rules are the border that is not drawn.
  const left = Math.min(...horizontals.map((h) => h.from));
  const right = Math.max(...horizontals.map((h) => h.to));
  const top = Math.min(...verticals.map((v) => v.from));
  const bottom = Math.max(...verticals.map((v) => v.to));
  if (left < xs[0]! - 2 * REACH) xs.unshift(left);
  if (right > xs.at(-1)! + 2 * REACH) xs.push(right);
  if (top < ys[0]! - 2 * REACH) ys.unshift(top);
  if (bottom > ys.at(-1)! + 2 * REACH) ys.push(bottom);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 200_000) return undefined;

  const parent = Int32Array.from({ length: columns * rows }, (_, i) => i);
  const find = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    parent[i] = r;
    return r;
  };
  const unclear: [number, number][] = [];
  const hLines = onNearest(horizontals, ys, REACH);
  const vLines = onNearest(verticals, xs, REACH);
  const settle = (share: number, a: number, b: number): void => {
    if (share >= DRAWN) return;
    if (share > NOT_DRAWN) unclear.push([a, b]);
    parent[find(a)] = find(b);
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c;
      if (c + 1 < columns) settle(coverage(vLines[c + 1]!, ys[r]!, ys[r + 1]!), here, here + 1);
      if (r + 1 < rows) settle(coverage(hLines[r + 1]!, xs[c]!, xs[c + 1]!), here, here + columns);
    }
  }
  const index = new Map<number, number>();
  const roots: number[][] = [];
  const cellOf = new Int32Array(columns * rows);
  for (let i = 0; i < columns * rows; i++) {
    const root = find(i);
    let cell = index.get(root);
    if (cell === undefined) {
      cell = roots.length;
      index.set(root, cell);
      roots.push([]);
    }
    cellOf[i] = cell;
    roots[cell]!.push(i);
  }
  const doubts = new Set(unclear.map(([a]) => cellOf[a]!));
  return { xs, ys, cellOf, roots, doubts };
}

/** The frame of ruling lines; where they part the columns alone, with the rules that its head lacks. */
function withHead({ horizontals, verticals }: Component, glyphs: readonly Glyph[]): Frame | undefined {
  const frame = frameOf(horizontals, verticals);
  if (frame?.ys.length !== 2 || frame.xs.length < 4) return frame;
  const inside = glyphs.filter((g) => homeOf(g, [frame]));
  const missing = headRules(frame.xs, frame.ys, verticals, glyphsToLines(inside));
  if (missing.length === 0) return frame;
  const whole = frameOf([...horizontals, ...missing], verticals);
  return whole && { ...whole, isInferred: true };
}

/** The share of [from, to] that the segments cover; a little is given at both ends, where corners are rounded off. */
function coverage(segments: readonly Segment[], from: number, to: number): number {
  const length = to - from;
  let covered = 0;
  for (const s of segments) covered += Math.max(0, Math.min(to, s.to + 1) - Math.max(from, s.from - 1));
  return length <= 0 ? 1 : Math.min(1, covered / length);
}

/** A frame drawn round the whole page or round other tables is decoration. */
function isPageBorder(frame: Frame, all: readonly Frame[], page: Page): boolean {
  if (frame.roots.length > 2) return false;
  const [x0, x1, y0, y1] = [frame.xs[0]!, frame.xs.at(-1)!, frame.ys[0]!, frame.ys.at(-1)!];
  if ((x1 - x0) * (y1 - y0) > 0.75 * page.width * page.height) return true;
  return all.some(
    (f) => f !== frame && f.xs[0]! >= x0 - 1 && f.xs.at(-1)! <= x1 + 1 && f.ys[0]! >= y0 - 1 && f.ys.at(-1)! <= y1 + 1,
  );
}

function toGrid(page: Page, frame: Frame, pots: ReadonlyMap<number, Glyph[]>, outside: readonly Glyph[]): Grid {
  const { xs, ys, roots } = frame;
  const columns = xs.length - 1;
  const cells = roots.map((places, i): GridCell => {
    let [row0, row1, col0, col1] = [Number.POSITIVE_INFINITY, -1, Number.POSITIVE_INFINITY, -1];
    for (const p of places) {
      const r = Math.floor(p / columns);
      const c = p % columns;
      row0 = Math.min(row0, r);
      row1 = Math.max(row1, r);
      col0 = Math.min(col0, c);
      col1 = Math.max(col1, c);
    }
    const box: Box = [xs[col0]!, ys[row0]!, xs[col1 + 1]!, ys[row1 + 1]!];
    const glyphs = pots.get(i)!;
    const lines = glyphs.length === 0 ? [] : glyphsToPrintedLines(glyphs);
    const whole = places.length === (row1 - row0 + 1) * (col1 - col0 + 1);
    let doubt: string | null = null;
    if (frame.isInferred) doubt = 'its columns alone are ruled';
    else if (!whole) doubt = 'its cell is not a rectangle: a rule is missing';
    else if (frame.doubts.has(i)) doubt = 'a rule beside it is only partly drawn';
    else if (glyphs.some((g) => cutsNumber(g, box))) doubt = RUNS_OVER;
    else if (glyphs.some((g) => (g.confidence ?? 1) < SURE)) doubt = 'its reader is not sure of it';
    else doubt = doubtUnseen(glyphs) ?? doubtAtEdge(page, box, lines) ?? doubtOfReader(page, box);
    return { row0, row1, col0, col1, box, text: lines.map((l) => l.text).join(''), lines, doubt };
  });
  const grid: Grid = {
    page: page.number,
    sheet: page.number,
    reader: page.reader,
    box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!],
    xs,
    ys,
    cells,
    at: frame.cellOf,
    origin: 'ruled',
  };
  const inside = doubtRunsOut(doubtRunsOver(grid), grid.box, outside);
  return splitRows({ ...grid, cells: doubtRunsUnder(inside, grid.box, outside) });
}
