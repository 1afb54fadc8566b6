import { concat, heightOf, isOblique, type Matrix } from '../display.js';
import type { GlyphCollector } from '../glyphCollector.js';
import type { Glyph } from '../page.js';
import type { Shown, ShownGlyph } from './operators.js';
import { fillsInk, type GraphicsState, strokesInk } from './state.js';

const REPLACEMENT = '\uFFFD';
/** How far a character reaches over and under its baseline, in parts of the em. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** Places what one showText shows, in displayed coordinates, and moves the text position behind it. */
export function showText(state: GraphicsState, shown: readonly Shown[], glyphs: GlyphCollector): void {
  const { font, fontSize, hScale } = state;
  const m = concat(state.textMatrix, state.matrix);
  const up = heightOf(m[0], m[1], m[2], m[3]);
  const size = Math.abs(fontSize) * up * font.em;
  const dx = m[0] * fontSize * hScale;
  const dy = m[1] * fontSize * hScale;
  const turn = quarterTurn(dx, dy);
  const target = isOblique(Math.atan2(dy, dx)) ? undefined : glyphs;
  for (const item of shown) {
    if (typeof item === 'number') {
      if (font.vertical) state.y -= (item / 1000) * fontSize;
      else state.x -= (item / 1000) * fontSize * hScale;
      continue;
    }
    const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
    const width = item.width * font.unit * fontSize * hScale;
    const base = state.y + state.rise;
    if (font.vertical) {
      const metrics = item.vmetric ?? font.defaultVMetrics;
      const advance = (metrics[0] ?? -1000) * font.unit * fontSize;
      const left = state.x - (item.vmetric?.[1] ?? item.width / 2) * font.unit * fontSize * hScale;
      const baseline = base - (metrics[2] ?? 880) * font.unit * fontSize;
      const place = { left, right: left + width, bottom: base + advance, top: base, baseline };
      if (target) addGlyphs(item, place, m, size, turn, state, target);
      state.y += advance + spacing;
    } else {
      const top = base + ASCENT * font.em * fontSize;
      const bottom = base - DESCENT * font.em * fontSize;
      const place = { left: state.x, right: state.x + width, bottom, top, baseline: base };
      if (target) addGlyphs(item, place, m, size, turn, state, target);
      state.x += width + spacing * hScale;
    }
  }
}

/** A glyph's box in text space. */
interface Place {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly baseline: number;
}

/** One Glyph for each code point: a ligature's box is split evenly along the line. */
function addGlyphs(
  item: ShownGlyph,
  place: Place,
  m: Matrix,
  size: number,
  turn: 0 | 1 | 2 | 3,
  state: GraphicsState,
  glyphs: GlyphCollector,
): void {
  const { font, renderMode } = state;
  const white = renderMode === 1 ? !strokesInk(state) : !fillsInk(state);
  const mapped = font.maps(item);
  const chars = item.unicode.length === 1 ? [item.unicode] : [...item.unicode];
  if (chars.length === 0) chars.push(REPLACEMENT);
  const step = (place.right - place.left) / chars.length;
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    const isText = isTextual(char, mapped);
    const left = place.left + i * step;
    const right = left + step;
    // The four corners of the box; a turned text matrix may put any of them at the top left.
    const dx = m[0] * (right - left);
    const dy = m[1] * (right - left);
    const ux = m[2] * (place.top - place.bottom);
    const uy = m[3] * (place.top - place.bottom);
    const x = m[0] * left + m[2] * place.bottom + m[4];
    const y = m[1] * left + m[3] * place.bottom + m[5];
    const glyph: Glyph = {
      char: isText ? char : REPLACEMENT,
      x0: x + Math.min(0, dx) + Math.min(0, ux),
      y0: y + Math.min(0, dy) + Math.min(0, uy),
      x1: x + Math.max(0, dx) + Math.max(0, ux),
      y1: y + Math.max(0, dy) + Math.max(0, uy),
      baseline:
        turn % 2 === 0 ? m[1] * left + m[3] * place.baseline + m[5] : m[0] * left + m[2] * place.baseline + m[4],
      size,
      generated: false,
      unmapped: !mapped || !isText,
      turn,
    };
    glyphs.add(white ? { ...glyph, unseen: 'white' } : glyph, renderMode !== 3 && renderMode !== 7);
  }
}

/** A font without a map gives its own glyph numbers instead of Unicode: below 0x20 they would pass for white space. */
function isTextual(char: string, mapped: boolean): boolean {
  const code = char.codePointAt(0)!;
  if (code === 0 || (code >= 0xd800 && code < 0xe000)) return false;
  return mapped || (code >= 0x20 && !(code >= 0x7f && code < 0xa0));
}

/** `dx`, `dy`: direction of the line as displayed, y downwards. */
function quarterTurn(dx: number, dy: number): 0 | 1 | 2 | 3 {
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}
