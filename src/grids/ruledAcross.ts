import type { Glyph } from '../pages/page.js';
import type { Segment } from './segments.js';

/** Whether a horizontal rule is drawn between two pieces of text, one under the other, at a place of the width. In points from the top left. */
export const isRuledBetween = (
  above: { readonly y1: number },
  below: { readonly y1: number; readonly size: number },
  x: number,
  across: readonly Segment[],
): boolean =>
  across.some(
    (s) => s.at > above.y1 - 0.3 * below.size && s.at < below.y1 - 0.5 * below.size && s.from <= x && s.to >= x,
  );

/** Words of one row this far apart, in parts of the font size, stand in different columns. */
const APART = 1.5;

/**
 * Whether a frame of one column is a table whose rows are ruled and whose columns are not: its rows have words far apart. `ys`: its horizontal
 * lines, ascending.
 */
export function isRuledAcross(
  { xs, ys }: { readonly xs: readonly number[]; readonly ys: readonly number[] },
  glyphs: readonly Glyph[],
): boolean {
  if (xs.length !== 2 || ys.length < 3) return false;
  const inside = glyphs
    .filter((g) => g.x0 >= xs[0]! && g.x1 <= xs[1]! && g.baseline > ys[0]! && g.baseline < ys.at(-1)!)
    .sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  let [lines, open] = [0, 0];
  for (let i = 0; i < inside.length; ) {
    const { baseline, size } = inside[i]!;
    let end = i;
    while (end < inside.length && inside[end]!.baseline - baseline < 0.45 * size) end++;
    const line = inside.slice(i, end).sort((a, b) => a.x0 - b.x0);
    lines++;
    if (line.some((g, k) => k > 0 && g.x0 - line[k - 1]!.x1 > APART * g.size)) open++;
    i = end;
  }
  return open >= 2 && open > lines / 2;
}
