import type { Rule } from '../pages/page.js';
import type { Ink } from './picture.js';
import { horizontalStrokes, type Stroke, type StrokeForm } from './runs.js';
import { transpose } from './threshold.js';

/** All in points. Strokes of characters are up to as long as the type is large; a rule runs on over a cell at least. */
const MIN_ACROSS = 21;
const MIN_DOWN = 11;
/** A vertical line that is longer than any character needs no rule at its ends. */
const SURELY_DOWN = 48;
const MAX_THICKNESS = 3.2;
const GAP = 1.1;
/** How near the end of a short vertical line must come to a horizontal one. */
const MEETS = 1;
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
      .filter((r) => !isEdge(r, along / scale, across / scale));
  const horizontals = toRules(horizontalStrokes(ink, form(MIN_ACROSS)), 'horizontal', ink.width, ink.height);
  const columns = transpose(ink);
  const verticals = toRules(horizontalStrokes(columns, form(MIN_DOWN)), 'vertical', ink.height, ink.width);
  const meets = (x: number, y: number): boolean =>
    horizontals.some((h) => Math.abs(h.at - y) <= MEETS && x >= h.from - MEETS && x <= h.to + MEETS);
  return [
    ...horizontals,
    ...verticals.filter(
      (v) => v.to - v.from >= SURELY_DOWN || (meets(v.at, v.from) && meets(v.at, v.to) && isSolid(columns, v, scale)),
    ),
  ];
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
