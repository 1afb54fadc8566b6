import { ExtractError } from '../../errors.js';
import { applyX, applyY, type Display, isOblique } from '../display.js';
import { type CollectedGlyphs, glyphCollector } from '../glyphCollector.js';
import type { Glyph, PageBounds } from '../page.js';
import { isInk } from './drawings.js';
import type { Pdfium } from './library.js';

/** How far a character reaches over and under its baseline, in parts of the em. */
const ASCENT = 0.88;
const DESCENT = 0.12;

/** PDFium gives a hyphen at a line's end as a mark of its own. */
const HYPHEN_MARKS = new Set([0x02, 0xfffe]);
/** Characters from here on are Chinese; a font without a Unicode mapping never gives them. */
const FIRST_HAN = 0x2e80;

type Turn = Glyph['turn'];

/** What all characters of one text object share. */
interface Run {
  readonly size: number;
  readonly turn: Turn;
  readonly oblique: boolean;
  readonly shown: boolean;
  /** What most text is not. */
  readonly marks: Pick<Glyph, 'unseen' | 'borrowed'> | undefined;
}

/** Text rendering modes that paint nothing: invisible, and clipping only. */
const INVISIBLE = 3;
const CLIP = 7;

/**
 * The characters of a loaded text page, in PDFium's order. Left out: white space, which PDFium also invents between words and
 * lines, text across the page (a watermark), and what the collector leaves out. Errors: LIMIT.
 */
export function readGlyphs(pdfium: Pdfium, text: number, display: Display, bounds: PageBounds): CollectedGlyphs {
  const { raw } = pdfium;
  const count = raw.FPDFText_CountChars!(text);
  if (count <= 0) return { glyphs: [], hiddenShare: 0 };
  if (count > bounds.maxObjects)
    throw new ExtractError('LIMIT', `at most ${bounds.maxObjects} characters a page`, `${count}`);
  const memory = raw.malloc!(64);
  const origin = memory + 16;
  const glyphs = glyphCollector(display.width, display.height, bounds.maxObjects);
  // Every call into WebAssembly costs; this loop makes four for a character, and asks once a text object for the rest.
  const getUnicode = raw.FPDFText_GetUnicode!;
  const getBox = raw.FPDFText_GetLooseCharBox!;
  const getOrigin = raw.FPDFText_GetCharOrigin!;
  const getObject = raw.FPDFText_GetTextObject!;
  const mapError = raw.FPDFText_HasUnicodeMapError!;
  const isGenerated = raw.FPDFText_IsGenerated!;
  const m = display.matrix;
  let object = -1;
  let run: Run = { size: 0, turn: 0, oblique: false, shown: true, marks: undefined };
  let high = 0;
  for (let i = 0; i < count; i++) {
    let code = getUnicode(text, i);
    if (code >= 0xd800 && code < 0xdc00) {
      high = code;
      continue;
    }
    if (code >= 0xdc00 && code < 0xe000 && high !== 0) code = (high - 0xd800) * 0x400 + (code - 0xdc00) + 0x10000;
    high = 0;
    const unmapped = code < FIRST_HAN && mapError(text, i) === 1;
    if (isWhite(code) && !unmapped) continue;
    if (HYPHEN_MARKS.has(code) && !unmapped) code = 0x2d;
    if (getBox(text, i, memory) === 0) continue;
    const own = getObject(text, i);
    if (own !== object || own === 0) {
      object = own;
      run = runOf(pdfium, text, i, memory + 32, own, display.turn);
    }
    if (run.oblique) continue;
    const f = pdfium.floats();
    const at = memory >> 2;
    // FS_RECTF: left, top, right, bottom.
    const ax = applyX(m, f[at]!, f[at + 3]!);
    const ay = applyY(m, f[at]!, f[at + 3]!);
    const bx = applyX(m, f[at + 2]!, f[at + 1]!);
    const by = applyY(m, f[at + 2]!, f[at + 1]!);
    let x0 = Math.min(ax, bx);
    let x1 = Math.max(ax, bx);
    let y0 = Math.min(ay, by);
    let y1 = Math.max(ay, by);
    const { size, turn } = run;
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
    const generated = code === 0x2d && isGenerated(text, i) === 1;
    const char = String.fromCodePoint(code);
    const glyph: Glyph = { char, x0, y0, x1, y1, baseline, size, generated, unmapped, turn };
    glyphs.add(run.marks ? { ...glyph, ...run.marks } : glyph, run.shown);
  }
  raw.free!(memory);
  return glyphs.done();
}

const isWhite = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0 || code === 0x3000;

function runOf(pdfium: Pdfium, text: number, index: number, matrix: number, object: number, pageTurn: number): Run {
  const { raw } = pdfium;
  let size = raw.FPDFText_GetFontSize!(text, index);
  if (raw.FPDFText_GetMatrix!(text, index, matrix) !== 0) {
    const f = pdfium.floats();
    size *= Math.hypot(f[(matrix >> 2) + 2]!, f[(matrix >> 2) + 3]!);
  }
  const angle = raw.FPDFText_GetCharAngle!(text, index);
  const mode = object === 0 ? 0 : raw.FPDFTextObj_GetTextRenderMode!(object);
  const shown = mode !== INVISIBLE && mode !== CLIP;
  const unseen = object === 0 ? undefined : whyUnseen(pdfium, object, mode, matrix);
  const borrowed = shown && object !== 0 && raw.FPDFFont_GetIsEmbedded!(raw.FPDFTextObj_GetFont!(object)) === 0;
  const marks = unseen || borrowed ? { ...(unseen && { unseen }), ...(borrowed && { borrowed }) } : undefined;
  return { size, turn: quarterTurn(angle, pageTurn), oblique: isOblique(angle), shown, marks };
}

/** Text rendering mode that only strokes the outlines. */
const STROKE = 1;
/** Bytes of the name OC in UTF-16, its end included: the mark of content in an optional layer. */
const OC_BYTES = 6;

/** `memory`: room for four numbers. Of a form in a layer its text does not tell. */
function whyUnseen({ raw, bytes, ...rest }: Pdfium, object: number, mode: number, memory: number): Glyph['unseen'] {
  const color = mode === STROKE ? raw.FPDFPageObj_GetStrokeColor! : raw.FPDFPageObj_GetFillColor!;
  if (!isInk({ raw, bytes, ...rest }, color, object, memory)) return 'white';
  const marks = raw.FPDFPageObj_CountMarks!(object);
  for (let i = 0; i < marks; i++) {
    const mark = raw.FPDFPageObj_GetMark!(object, i);
    if (mark === 0 || raw.FPDFPageObjMark_GetName!(mark, memory, 16, memory + 16) === 0) continue;
    const own = bytes();
    if (own[memory + 16] === OC_BYTES && own[memory] === 0x4f && own[memory + 2] === 0x43) return 'layer';
  }
  return undefined;
}

/** `angle`: clockwise in radians in user space, as PDFium gives it. */
function quarterTurn(angle: number, pageTurn: number): Turn {
  const turns = Math.round(angle / (Math.PI / 2)) + pageTurn;
  return (((turns % 4) + 4) % 4) as Turn;
}
