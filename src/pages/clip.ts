import type { Box, Glyph } from './page.js';

/** What is common to two boxes: inside out where nothing is. */
export const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/**
 * What a clip lets be seen of the height of a character, undefined where that is less than half. A merged cell that goes on over the foot of a page
 * is printed whole on both pages, and each hides the lines that stand on the other (LibreOffice); a line on the edge belongs where
 * most of it is. Along the line nothing is cut: text too long for its cell is taken as it stands in the file.
 */
export function clipGlyph(glyph: Glyph, clip: Box): Glyph | undefined {
  const [low, high] = glyph.turn % 2 === 0 ? (['y0', 'y1'] as const) : (['x0', 'x1'] as const);
  const from = Math.max(glyph[low], clip[low === 'y0' ? 1 : 0]);
  const to = Math.min(glyph[high], clip[high === 'y1' ? 3 : 2]);
  if (from === glyph[low] && to === glyph[high]) return glyph;
  if (2 * (to - from) < glyph[high] - glyph[low]) return undefined;
  return { ...glyph, [low]: from, [high]: to };
}
