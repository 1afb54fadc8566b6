import type { Rule } from '../pages/page.js';
import type { Ink } from './picture.js';
import { horizontalStrokes, type Stroke, type StrokeForm } from './runs.js';
import { transpose } from './threshold.js';

/** All in points. Strokes of characters are up to as long as the type is large; a rule runs on over a cell at least. */
const MIN_ACROSS = 21;
const MIN_DOWN = 11;
/** A line that is longer than any character needs no rule at its ends. */
const SURELY = 48;
/** Strokes of two or three characters on one height make a thinner line than the rules of the page. */
const THIN = 0.7;
const MAX_THICKNESS = 4.2;
/** What is thicker than this and short is a stroke of a title. */
const THICK = 3.2;
const GAP = 1.1;
/** How near the end of a short vertical line must come to a horizontal one: to its near edge, or as far over its other one. */
const MEETS = 1;
/** So many columns end at one height where a page breaks their row. */
const SIDE_BY_SIDE = 4;
const BREADTH = 0.8;
/** The edge of the paper, and the dark margin that a lid leaves. */
const MARGIN = 5;

/** Finds the ruling lines of a page picture. They come in points of the picture, `scale` pixels a point. */
export function inkToRules(ink: Ink, scale: number): Rule[] {
  const form = (minLength: number): StrokeForm => ({
    minLength: Math.round(minLength * scale),
    maxThickness: Math.max(3, Math.round(MAX_THICKNESS * scale)),
    gap: Math.max(2, Math.round(GAP * scale)),
  });
  const toRules = (strokes: readonly Stroke[], axis: Rule['axis'], along: number, across: number): Rule[] =>
    strokes
      .map((s) => ({
        axis,
        at: s.at / scale,
        from: s.from / scale,
        to: s.to / scale,
        thickness: s.thickness / scale,
      }))
      .filter((r) => r.thickness <= THICK || r.to - r.from >= SURELY)
      .filter((r) => !isEdge(r, along / scale, across / scale));
  const across = toRules(horizontalStrokes(ink, form(MIN_ACROSS)), 'horizontal', ink.width, ink.height);
  const columns = transpose(ink);
  const verticals = toRules(horizontalStrokes(columns, form(MIN_DOWN)), 'vertical', ink.height, ink.width);
  const horizontals = withoutWords(across, verticals);
  const met = (x: number, y: number): Rule | undefined =>
    horizontals.find((h) => Math.abs(h.at - y) <= MEETS + h.thickness / 2 && x >= h.from - MEETS && x <= h.to + MEETS);
  const meets = (x: number, y: number): boolean => met(x, y) !== undefined;
  // Where a page breaks a row its columns have a rule at one end, and end side by side at the other: over the whole breadth, or they are print under it.
  const isRow = (v: Rule, from: number, to: number, side: 'from' | 'to'): boolean => {
    const rule = met(v.at, to);
    if (!rule) return false;
    const at = verticals.flatMap((u) =>
      Math.abs(u[side] - from) <= MEETS && (isLong(u) || meets(u.at, to)) ? [u.at] : [],
    );
    return at.length >= SIDE_BY_SIDE && Math.max(...at) - Math.min(...at) >= BREADTH * (rule.to - rule.from);
  };
  const isShort = (v: Rule): boolean =>
    ((meets(v.at, v.from) && meets(v.at, v.to)) || isRow(v, v.from, v.to, 'from') || isRow(v, v.to, v.from, 'to')) &&
    isSolid(columns, v, scale);
  const kept = verticals.filter((v) => isLong(v) || isShort(v));
  return [...horizontals, ...kept.map((v) => withoutOverhang(v, horizontals, kept))];
}

const isLong = ({ from, to }: Rule): boolean => to - from >= SURELY;

/** A vertical of a table that alone runs on past its first or last horizontal, by a line of print at most, runs on into a character. */
function withoutOverhang(rule: Rule, horizontals: readonly Rule[], verticals: readonly Rule[]): Rule {
  const met = horizontals
    .filter((h) => rule.at >= h.from - MEETS && rule.at <= h.to + MEETS)
    .map((h) => h.at)
    .filter((y) => y >= rule.from - MEETS && y <= rule.to + MEETS);
  if (met.length < 2) return rule;
  const [top, foot] = [Math.min(...met), Math.max(...met)];
  const isLone = (y: number, past: number): boolean =>
    Math.abs(past) > MEETS &&
    Math.abs(past) < MIN_ACROSS &&
    verticals.filter((v) => v !== rule && v.from < y + past / 2 && v.to > y + past / 2).length === 0 &&
    verticals.filter((v) => v !== rule && v.from <= y + MEETS && v.to >= y - MEETS).length > 1;
  return {
    ...rule,
    from: isLone(top, rule.from - top) ? top : rule.from,
    to: isLone(foot, rule.to - foot) ? foot : rule.to,
  };
}

/** Short thin lines that reach no vertical and continue no rule are strokes of the words that stand there. */
function withoutWords(across: readonly Rule[], verticals: readonly Rule[]): readonly Rule[] {
  const long = across.filter((r) => r.to - r.from >= SURELY);
  if (long.length === 0) return across;
  const usual = long.map((r) => r.thickness).sort((a, b) => a - b)[long.length >> 1]!;
  const ends = ({ from, to, at }: Rule): boolean =>
    verticals.some(
      (v) =>
        v.to - v.from >= SURELY &&
        at >= v.from - MEETS &&
        at <= v.to + MEETS &&
        Math.min(Math.abs(v.at - from), Math.abs(v.at - to)) <= MEETS,
    );
  const goesOn = ({ at }: Rule): boolean => long.some((l) => Math.abs(l.at - at) <= MEETS);
  return across.filter((r) => r.to - r.from >= SURELY || r.thickness > THIN * usual || ends(r) || goesOn(r));
}

/** A line along the edge of the sheet is the edge of the sheet. */
const isEdge = (r: Rule, along: number, across: number): boolean =>
  (r.at < MARGIN || r.at > across - MARGIN) && r.to - r.from > 0.2 * along;

/** Strokes of characters that stand over each other leave gaps between them; a rule between two others has none. */
function isSolid({ width, data }: Ink, rule: Rule, scale: number): boolean {
  const at = Math.floor(rule.at * scale);
  let missing = 0;
  for (let along = Math.ceil(rule.from * scale) + 1; along < rule.to * scale - 1; along++) {
    const dark = [at - 1, at, at + 1].some((row) => data[row * width + along]);
    missing = dark ? 0 : missing + 1;
    if (missing > 1) return false;
  }
  return true;
}
