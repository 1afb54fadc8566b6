import type { Glyph, Page, Rule } from './page.js';

/** Quarter turns clockwise. */
export type Turn = Glyph['turn'];

/** A page is turned when this share of its characters lies on one side; a page number at its foot may stand upright. */
const NEARLY_ALL = 0.8;
/** Fewer characters say nothing of how a page is meant to be read. */
const ENOUGH = 12;

/**
 * How far the print of a page leans, in quarter turns clockwise: 0 for most. Landscape tables are often drawn sideways on an upright
 * page, without a /Rotate that would show them upright.
 */
export function turnOf({ glyphs }: Pick<Page, 'glyphs'>): Turn {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const g of glyphs) counts[g.turn]++;
  if (glyphs.length < ENOUGH) return 0;
  for (const turn of [1, 2, 3] as const) if (counts[turn] >= NEARLY_ALL * glyphs.length) return turn;
  return 0;
}

/** The page turned back by so many quarter turns, so that what leaned stands upright: all later stages read it as any other. */
export function turnPage(page: Page, turn: Turn): Page {
  if (turn === 0) return page;
  const { width, height } = page;
  const at = (x: number, y: number): readonly [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
  return {
    ...page,
    width: turn === 2 ? width : height,
    height: turn === 2 ? height : width,
    glyphs: page.glyphs.map((g) => turnGlyph(g, turn, at)),
    rules: page.rules.map((r) => turnRule(r, at)),
  };
}

type Move = (x: number, y: number) => readonly [number, number];

function turnGlyph(g: Glyph, turn: Turn, at: Move): Glyph {
  const [ax, ay] = at(g.x0, g.y0);
  const [bx, by] = at(g.x1, g.y1);
  const own = ((g.turn - turn + 4) % 4) as Turn;
  const [x, y] = g.turn % 2 === 0 ? at(g.x0, g.baseline) : at(g.baseline, g.y0);
  return {
    ...g,
    x0: Math.min(ax, bx),
    y0: Math.min(ay, by),
    x1: Math.max(ax, bx),
    y1: Math.max(ay, by),
    baseline: own % 2 === 0 ? y : x,
    turn: own,
  };
}

function turnRule({ axis, at: place, from, to, thickness }: Rule, at: Move): Rule {
  const [ax, ay] = axis === 'horizontal' ? at(from, place) : at(place, from);
  const [bx, by] = axis === 'horizontal' ? at(to, place) : at(place, to);
  return ay === by
    ? { axis: 'horizontal', at: ay, from: Math.min(ax, bx), to: Math.max(ax, bx), thickness }
    : { axis: 'vertical', at: ax, from: Math.min(ay, by), to: Math.max(ay, by), thickness };
}
