import { ExtractError } from '../../errors.js';
import { applyX, applyY, type Display } from '../display.js';
import type { Glyph, PageBounds } from '../page.js';
import type { Pdfium } from './library.js';

/** How far a character reaches over and under its baseline, in parts of the em. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** PDFium gives a hyphen at a line's end as a mark of its own. */
const HYPHEN_MARKS = new Set([0x02, 0xfffe]);

/**
 * The characters of a loaded text page, in PDFium's order. Left out: line breaks that PDFium invents, and characters whose
 * centre lies outside the page as displayed.
 */
export function readGlyphs(pdfium: Pdfium, text: number, display: Display, bounds: PageBounds): Glyph[] {
  const { raw } = pdfium;
  const count = raw.FPDFText_CountChars!(text);
  if (count <= 0) return [];
  if (count > bounds.maxObjects)
    throw new ExtractError('LIMIT', `at most ${bounds.maxObjects} characters a page`, `${count}`);
  const box = raw.malloc!(64);
  const origin = box + 16;
  const matrix = box + 32;
  const glyphs: Glyph[] = [];
  const getUnicode = raw.FPDFText_GetUnicode!;
  const getBox = raw.FPDFText_GetLooseCharBox!;
  const getOrigin = raw.FPDFText_GetCharOrigin!;
  const getSize = raw.FPDFText_GetFontSize!;
  const isGenerated = raw.FPDFText_IsGenerated!;
  const mapError = raw.FPDFText_HasUnicodeMapError!;
  const getMatrix = raw.FPDFText_GetMatrix!;
  const getAngle = raw.FPDFText_GetCharAngle!;
  const m = display.matrix;
  let high = 0;
  for (let i = 0; i < count; i++) {
    let code = getUnicode(text, i);
    if (code === 0x0a || code === 0x0d) continue;
    if (code >= 0xd800 && code < 0xdc00) {
      high = code;
      continue;
    }
    if (code >= 0xdc00 && code < 0xe000 && high !== 0) code = (high - 0xd800) * 0x400 + (code - 0xdc00) + 0x10000;
    high = 0;
    const generated = isGenerated(text, i) === 1;
    if (HYPHEN_MARKS.has(code)) code = 0x2d;
    if (getBox(text, i, box) === 0) continue;
    const at = box >> 2;
    let f = pdfium.floats();
    // FS_RECTF: left, top, right, bottom.
    const left = f[at]!;
    const top = f[at + 1]!;
    const right = f[at + 2]!;
    const bottom = f[at + 3]!;
    let x0 = Math.min(applyX(m, left, bottom), applyX(m, right, top));
    let x1 = Math.max(applyX(m, left, bottom), applyX(m, right, top));
    let y0 = Math.min(applyY(m, left, bottom), applyY(m, right, top));
    let y1 = Math.max(applyY(m, left, bottom), applyY(m, right, top));
    const turn = quarterTurn(getAngle(text, i), display.turn);
    let size = getSize(text, i);
    if (getMatrix(text, i, matrix) !== 0) {
      f = pdfium.floats();
      size *= Math.hypot(f[(matrix >> 2) + 2]!, f[(matrix >> 2) + 3]!);
    }
    // A font may state any bounds for itself; across the line a character is as tall as the em.
    let baseline = turn % 2 === 0 ? y1 : x1;
    if (getOrigin(text, i, origin, origin + 8) !== 0) {
      const d = pdfium.doubles();
      const ox = d[origin >> 3]!;
      const oy = d[(origin + 8) >> 3]!;
      baseline = turn % 2 === 0 ? applyY(m, ox, oy) : applyX(m, ox, oy);
      const up = turn === 0 || turn === 3 ? -1 : 1;
      const low = baseline + Math.min(up * ASCENT * size, -up * DESCENT * size);
      const high = baseline + Math.max(up * ASCENT * size, -up * DESCENT * size);
      if (turn % 2 === 0) [y0, y1] = [low, high];
      else [x0, x1] = [low, high];
    }
    const cx = (x0 + x1) / 2;
    const cy = (y0 + y1) / 2;
    if (!(cx >= 0 && cy >= 0 && cx <= display.width && cy <= display.height)) continue;
    glyphs.push({
      char: String.fromCodePoint(code),
      x0,
      y0,
      x1,
      y1,
      baseline,
      size,
      generated,
      unmapped: mapError(text, i) === 1,
      turn,
    });
  }
  raw.free!(box);
  return glyphs;
}

/** `angle`: clockwise in radians in user space, as PDFium gives it. */
function quarterTurn(angle: number, pageTurn: number): 0 | 1 | 2 | 3 {
  const turns = Math.round(angle / (Math.PI / 2)) + pageTurn;
  return (((turns % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}
