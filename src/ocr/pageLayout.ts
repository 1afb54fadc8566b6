import type { Grid } from '../grids/grid.js';
import { pageToGrids } from '../grids/pageToGrids.js';
import type { Page, Rule } from '../pages/page.js';
import { type Piece, piecesOf } from '../pictures/components.js';
import { withoutAreas, withoutRules } from '../pictures/crop.js';
import { joinDashes } from '../pictures/dashes.js';
import { grown } from '../pictures/grown.js';
import { inkToRules } from '../pictures/inkToRules.js';
import { type Area, type Gray, type PagePicture, paperOf } from '../pictures/picture.js';
import { type Stretch, textLines, typeHeight } from '../pictures/textLines.js';
import { inkOf } from '../pictures/threshold.js';

/** Where print stands on a page picture: its stretches, each in a cell or outside all grids. Pixels. */
export interface PageLayout {
  readonly rules: readonly Rule[];
  /** The page without its rules, from which crops are cut. */
  readonly clean: Gray;
  readonly places: readonly Place[];
  /** Height of the type that is common on the page, in pixels. */
  readonly type: number;
}

export interface Place {
  readonly stretch: Stretch;
  /** The stretch without what is too faint to be ink by itself: of a noisy page that may be paper, and the whole no text. */
  readonly ink: Stretch;
  /** What may be taken: the inside of the cell, or the page. */
  readonly bounds: Area;
  readonly inCell: boolean;
}

/** In points. */
const SURROUNDINGS = 6;
/** Nothing is printed so near the edge of the sheet. */
const EDGE = 9;
const TYPE = { least: 4, most: 40, usual: 10 };

/**
 * Finds rules and print. `drawn`: the rules as a reader of the file gives them, where the page is not a scan; else they are
 * looked for in the picture.
 */
export function pageLayout(picture: PagePicture, number: number, drawn: readonly Rule[] | null): PageLayout {
  const { gray, scale } = picture;
  const ink = inkOf(gray, Math.max(6, Math.round(SURROUNDINGS * scale)));
  const rules = drawn ?? inkToRules(joinDashes(ink, scale), scale);
  const grids = pageToGrids(emptyPage(picture, number, rules)).grids;
  const print = withoutRules(ink, rules, scale, 0);
  const all = piecesOf(print);
  const remains = new Set(drawn ? [] : all.filter((p) => isRemains(p, rules, scale)));
  const clean = withoutAreas(withoutRules(gray, rules, scale, paperOf(gray)), remains, paperOf(gray));
  const pieces = all.filter((p) => !remains.has(p) && isType(p, print, scale));
  const type = typeHeight(pieces.filter((p) => p.y1 - p.y0 >= 5 * scale)) ?? TYPE.usual * scale;
  const { cells, outside } = sortInto(pieces, grids, scale);
  const page: Area = { x0: 0, y0: 0, x1: gray.width, y1: gray.height };
  const places: Place[] = textLines(outside, type).map((ink) => ({ stretch: ink, ink, bounds: page, inCell: false }));
  for (const { bounds, own } of cells)
    for (const ink of textLines(own, type))
      places.push({ stretch: grown(clean, ink, bounds), ink, bounds, inCell: true });
  return { rules, clean, places, type };
}

export const emptyPage = ({ gray, scale }: PagePicture, number: number, rules: readonly Rule[]): Page => ({
  number,
  width: gray.width / scale,
  height: gray.height / scale,
  reader: 'ppocr',
  glyphs: [],
  rules,
  pictureShare: 1,
});

/** Pieces that can belong to print: no dust, no pictures, no seals. */
function isType(p: Piece, sheet: Gray, scale: number): boolean {
  const edge = EDGE * scale;
  if (p.x1 < edge || p.y1 < edge || p.x0 > sheet.width - edge || p.y0 > sheet.height - edge) return false;
  const width = p.x1 - p.x0;
  const height = p.y1 - p.y0;
  return Math.max(width, height) >= 1.1 * scale && height <= TYPE.most * scale && width <= 6 * TYPE.most * scale;
}

/** Points: what lies along a ruling line so near it, so low and so wide, is what a thick or double line left, and no dash. */
const REMAINS = { near: 3.5, low: 2, wide: 9 };

const isRemains = (p: Piece, rules: readonly Rule[], scale: number): boolean =>
  p.y1 - p.y0 <= REMAINS.low * scale &&
  p.x1 - p.x0 >= REMAINS.wide * scale &&
  rules.some(
    ({ axis, at, from, to }) =>
      axis === 'horizontal' &&
      Math.abs((p.y0 + p.y1) / 2 / scale - at) <= REMAINS.near &&
      p.x0 / scale < to &&
      p.x1 / scale > from,
  );

interface CellInk {
  readonly bounds: Area;
  readonly own: Piece[];
}

function sortInto(
  pieces: readonly Piece[],
  grids: readonly Grid[],
  scale: number,
): { cells: CellInk[]; outside: Piece[] } {
  const outside: Piece[] = [];
  const pots = grids.map((g) => new Map<number, Piece[]>(g.cells.map((_, i) => [i, []])));
  for (const p of pieces) {
    const x = (p.x0 + p.x1) / 2 / scale;
    const y = (p.y0 + p.y1) / 2 / scale;
    const k = grids.findIndex((g) => x >= g.box[0] && x < g.box[2] && y >= g.box[1] && y < g.box[3]);
    if (k < 0) {
      outside.push(p);
      continue;
    }
    const grid = grids[k]!;
    const column = grid.xs.findLastIndex((v) => v <= x);
    const row = grid.ys.findLastIndex((v) => v <= y);
    pots[k]!.get(grid.at[row * (grid.xs.length - 1) + column]!)!.push(p);
  }
  const cells = grids.flatMap((g, k) =>
    g.cells.map((cell, i): CellInk => {
      const [x0, y0, x1, y1] = cell.box;
      return {
        bounds: {
          x0: Math.ceil(x0 * scale),
          y0: Math.ceil(y0 * scale),
          x1: Math.floor(x1 * scale),
          y1: Math.floor(y1 * scale),
        },
        own: pots[k]!.get(i)!,
      };
    }),
  );
  return { cells, outside };
}
