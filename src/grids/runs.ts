import type { Glyph } from '../pages/page.js';

/** The cell that a character stands in: index of its table on the page, index of the cell in it. */
export interface Home {
  readonly frame: number;
  readonly cell: number;
}

/** Characters of one run follow each other without a gap, in parts of the em. */
const TOUCHING = 0.15;
const WORDS = /[\p{Script=Han}（）()、，“”]/u;

/**
 * A label that is longer than its cell and printed on over the next one (spreadsheets) belongs to the cell that holds most of it. Words
 * only: where a number goes on over a rule, two numbers may touch, and its cells are in doubt. Changes `homes`, one a glyph.
 */
export function keepRunsTogether(glyphs: readonly Glyph[], homes: (Home | undefined)[]): void {
  let start = 0;
  for (let i = 1; i <= glyphs.length; i++) {
    if (i < glyphs.length && goesOn(glyphs[i - 1]!, glyphs[i]!)) continue;
    if (i - start > 2) settle(homes, start, i);
    start = i;
  }
}

const goesOn = (a: Glyph, b: Glyph): boolean =>
  a.turn === 0 &&
  b.turn === 0 &&
  Math.abs(a.baseline - b.baseline) < 0.1 * a.size &&
  Math.abs(b.x0 - a.x1) < TOUCHING * a.size &&
  WORDS.test(a.char) &&
  WORDS.test(b.char);

function settle(homes: (Home | undefined)[], from: number, to: number): void {
  const first = homes[from];
  let same = true;
  for (let i = from + 1; i < to && same; i++) same = homes[i]?.cell === first?.cell && homes[i]?.frame === first?.frame;
  if (same) return;
  const counts = new Map<string, { home: Home; count: number }>();
  for (let i = from; i < to; i++) {
    const home = homes[i];
    if (!home) return;
    const key = `${home.frame}/${home.cell}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { home, count: 1 });
  }
  const most = [...counts.values()].sort((a, b) => b.count - a.count)[0]!;
  if (most.count * 2 <= to - from) return;
  for (let i = from; i < to; i++) homes[i] = most.home;
}
