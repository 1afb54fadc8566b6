import { ExtractError } from '../errors.js';
import type { Glyph } from './page.js';

/** Takes glyphs in drawing order and keeps those that a reader of the page sees once. */
export interface GlyphCollector {
  /** `shown`: false for text that is there and not painted (text rendering mode 3). */
  add(glyph: Glyph, shown?: boolean): void;
  done(): CollectedGlyphs;
}

export interface CollectedGlyphs {
  readonly glyphs: readonly Glyph[];
  /** Share of the page's characters that are there and not painted. */
  readonly hiddenShare: number;
}

/** Two drawings of one character this close are one, made bold: points, and parts of the font size on top. */
const SAME_PLACE = 0.5;
const SAME_PLACE_OF_SIZE = 0.15;
/** Never more than this part of the glyph's own width or height: narrow digits side by side are two. */
const SAME_PLACE_OF_BOX = 0.4;
const ROW = 8;

/**
 * `width`, `height`: the page as displayed. Left out: glyphs whose centre lies outside it, the second drawing of a character at
 * the same place, and text that is not painted, unless most of the page is such text: then it is the text layer of a
 * picture. Errors: LIMIT for more than `max` glyphs.
 */
export function glyphCollector(width: number, height: number, max: number): GlyphCollector {
  const glyphs: Glyph[] = [];
  const unpainted = new Set<Glyph>();
  /** By character and strip of the page, so that only neighbours are compared. */
  const places = new Map<number, Glyph[]>();
  // Strips a thousand apart share a place; what lies there is compared by its coordinates.
  const placeOf = (code: number, row: number): number => (code << 10) | (row & 0x3ff);

  const firstDrawing = (glyph: Glyph, code: number): Glyph | undefined => {
    const near = SAME_PLACE + SAME_PLACE_OF_SIZE * glyph.size;
    const nearX = Math.min(near, SAME_PLACE_OF_BOX * (glyph.x1 - glyph.x0));
    const nearY = Math.min(near, SAME_PLACE_OF_BOX * (glyph.y1 - glyph.y0));
    const last = Math.floor((glyph.y0 + nearY) / ROW);
    for (let row = Math.floor((glyph.y0 - nearY) / ROW); row <= last; row++) {
      const same = places.get(placeOf(code, row));
      if (same === undefined) continue;
      for (const other of same) {
        if (
          Math.abs(other.x0 - glyph.x0) <= nearX &&
          Math.abs(other.y0 - glyph.y0) <= nearY &&
          Math.abs(other.size - glyph.size) <= near
        ) {
          return other;
        }
      }
    }
    return undefined;
  };

  return {
    add(glyph, shown = true) {
      const x = (glyph.x0 + glyph.x1) / 2;
      const y = (glyph.y0 + glyph.y1) / 2;
      if (!(x >= 0 && y >= 0 && x <= width && y <= height)) return;
      const code = glyph.char.codePointAt(0)!;
      const first = firstDrawing(glyph, code);
      if (first) {
        if (shown) unpainted.delete(first);
        return;
      }
      if (glyphs.length === max) throw new ExtractError('LIMIT', `at most ${max} characters a page`, 'more');
      glyphs.push(glyph);
      if (!shown) unpainted.add(glyph);
      const place = placeOf(code, Math.floor(glyph.y0 / ROW));
      const same = places.get(place);
      if (same === undefined) places.set(place, [glyph]);
      else same.push(glyph);
    },
    done: () => ({
      glyphs:
        unpainted.size === 0 || 2 * unpainted.size > glyphs.length ? glyphs : glyphs.filter((g) => !unpainted.has(g)),
      hiddenShare: glyphs.length === 0 ? 0 : unpainted.size / glyphs.length,
    }),
  };
}
