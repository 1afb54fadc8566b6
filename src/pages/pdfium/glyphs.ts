import { applyX, applyY, type Display } from '../display.js';
import type { Glyph } from '../page.js';
import type { Pdfium } from './library.js';

/** PDFium gives a hyphen at a line's end as a mark of its own. */
const HYPHEN_MARKS = new Set([0x02, 0xfffe]);

/**
 * The characters of a loaded text page, in PDFium's order. Left out: line breaks that PDFium invents, and characters whose
 * centre lies outside the page as displayed.
 */
export function readGlyphs(pdfium: Pdfium, text: number, display: Display): Glyph[] {
  const { raw } = pdfium;
  const count = raw.FPDFText_CountChars!(text);
  if (count <= 0) return [];
  const box = raw.malloc!(32);
  const origin = box + 16;
  const glyphs: Glyph[] = [];
  const getUnicode = raw.FPDFText_GetUnicode!;
  const getBox = raw.FPDFText_GetLooseCharBox!;
  const getOrigin = raw.FPDFText_GetCharOrigin!;
  const getSize = raw.FPDFText_GetFontSize!;
  const isGenerated = raw.FPDFText_IsGenerated!;
  const mapError = raw.FPDFText_HasUnicodeMapError!;
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
    let f = pdfium.floats();
    const at = box >> 2;
    // FS_RECTF: left, top, right, bottom.
    const left = f[at]!;
    const top = f[at + 1]!;
    const right = f[at + 2]!;
    const bottom = f[at + 3]!;
    const ax = applyX(m, left, bottom);
    const ay = applyY(m, left, bottom);
    const bx = applyX(m, right, top);
    const by = applyY(m, right, top);
    const x0 = Math.min(ax, bx);
    const x1 = Math.max(ax, bx);
    const y0 = Math.min(ay, by);
    const y1 = Math.max(ay, by);
    const cx = (x0 + x1) / 2;
    const cy = (y0 + y1) / 2;
    if (!(cx >= 0 && cy >= 0 && cx <= display.width && cy <= display.height)) continue;
    let baseline = y1;
    if (getOrigin(text, i, origin, origin + 8) !== 0) {
      const d = pdfium.doubles();
      baseline = applyY(m, d[origin >> 3]!, d[(origin + 8) >> 3]!);
    }
    f = pdfium.floats();
    const turn = quarterTurn(getAngle(text, i), display.turn);
    glyphs.push({
      char: String.fromCodePoint(code),
      x0,
      y0,
      x1,
      y1,
      baseline,
      size: turn % 2 === 0 ? y1 - y0 || getSize(text, i) : x1 - x0,
      generated,
      unmapped: mapError(text, i) === 1,
      turn,
    });
  }
  raw.free!(box);
  return glyphs;
}

/** `angle`: counter-clockwise in radians in user space. */
function quarterTurn(angle: number, pageTurn: number): 0 | 1 | 2 | 3 {
  const turns = Math.round(-angle / (Math.PI / 2)) + pageTurn;
  return (((turns % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}
