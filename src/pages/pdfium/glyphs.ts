import { ExtractError } from '../../errors.js';
import { clipGlyph } from '../clip.js';
import { applyX, applyY, type Display, heightOf, isOblique } from '../display.js';
import { type CollectedGlyphs, glyphCollector } from '../glyphCollector.js';
import type { Box, Glyph, PageBounds } from '../page.js';
import { type Drawings, isInk } from './drawings.js';
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
 * lines, text across the page (a watermark), lines that a clip hides, and what the collector leaves out. Errors: LIMIT.
 */
export function readGlyphs(
  pdfium: Pdfium,
  text: number,
  display: Display,
  bounds: PageBounds,
  { patches, clips }: Pick<Drawings, 'patches' | 'clips'>,
): CollectedGlyphs {
  const { raw } = pdfium;
  const count = raw.FPDFText_CountChars(text);
  if (count <= 0) return { glyphs: [], hiddenShare: 0 };
  if (count > bounds.maxObjects)
    throw new ExtractError('LIMIT', `at most ${bounds.maxObjects} characters a page`, `${count}`);
  const memory = raw.malloc(64);
  const origin = memory + 16;
  const glyphs = glyphCollector(display.width, display.height, bounds.maxObjects);
  // Every call into WebAssembly costs; this loop makes three for a character, and asks once a text object for the rest.
  const getUnicode = raw.FPDFText_GetUnicode;
  const getBox = raw.FPDFText_GetLooseCharBox;
  const getOrigin = raw.FPDFText_GetCharOrigin;
  const getObject = raw.FPDFText_GetTextObject;
  const mapError = raw.FPDFText_HasUnicodeMapError;
  const isGenerated = raw.FPDFText_IsGenerated;
  const runOf = runReader(pdfium, text, memory + 32, display.turn);
  const m = display.matrix;
  let object = -1;
  let run: Run = { size: 0, turn: 0, oblique: false, shown: true, marks: undefined };
  let clip: Box | undefined;
  let high = 0;
  // Characters of one object whose boxes are as high as each other stand on one baseline.
  let top = Number.NaN;
  let bottom = Number.NaN;
  let baseline = Number.NaN;
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
      run = runOf(i, own);
      clip = clips.get(own);
      top = Number.NaN;
    }
    if (run.oblique) continue;
    const f = pdfium.floats();
    const at = memory >> 2;
    // FS_RECTF: left, top, right, bottom.
    const left = f[at]!;
    const right = f[at + 2]!;
    const { size, turn } = run;
    const level = turn % 2 === 0;
    const asBefore = f[at + 1] === top && f[at + 3] === bottom;
    top = f[at + 1]!;
    bottom = f[at + 3]!;
    const ax = applyX(m, left, bottom);
    const ay = applyY(m, left, bottom);
    const bx = applyX(m, right, top);
    const by = applyY(m, right, top);
    let x0 = Math.min(ax, bx);
    let x1 = Math.max(ax, bx);
    let y0 = Math.min(ay, by);
    let y1 = Math.max(ay, by);
    if (!asBefore) {
      baseline = Number.NaN;
      if (getOrigin(text, i, origin, origin + 8) !== 0) {
        const d = pdfium.doubles();
        const ox = d[origin >> 3]!;
        const oy = d[(origin + 8) >> 3]!;
        baseline = level ? applyY(m, ox, oy) : applyX(m, ox, oy);
      }
    }
    // A font may state any bounds for itself; across the line a character is as tall as the em.
    const known = !Number.isNaN(baseline);
    if (known) {
      const up = (turn === 0 || turn === 3 ? -1 : 1) * size;
      const low = baseline + Math.min(up * ASCENT, -up * DESCENT);
      const high = baseline + Math.max(up * ASCENT, -up * DESCENT);
      if (level) {
        y0 = low;
        y1 = high;
      } else {
        x0 = low;
        x1 = high;
      }
    }
    const generated = code === 0x2d && isGenerated(text, i) === 1;
    const char = code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
    const line = known ? baseline : level ? y1 : x1;
    const whole: Glyph = { char, x0, y0, x1, y1, baseline: line, size, generated, unmapped, turn };
    const glyph = clip ? clipGlyph(whole, clip) : whole;
    if (!glyph) continue;
    if (patches?.cover((x0 + x1) / 2, (y0 + y1) / 2, own))
      glyphs.add({ ...glyph, ...run.marks, unseen: 'covered' }, run.shown);
    else glyphs.add(run.marks ? { ...glyph, ...run.marks } : glyph, run.shown);
  }
  raw.free(memory);
  return glyphs.done();
}

const isWhite = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0 || code === 0x3000;

/** Reads what the characters of a text object share. `memory`: room for eight numbers. */
function runReader(pdfium: Pdfium, text: number, memory: number, pageTurn: number) {
  const { raw } = pdfium;
  /** By font: whether it is in the file. */
  const embedded = new Map<number, boolean>();
  const isEmbedded = (font: number): boolean => {
    const known = embedded.get(font);
    if (known !== undefined) return known;
    const own = raw.FPDFFont_GetIsEmbedded(font) !== 0;
    embedded.set(font, own);
    return own;
  };
  return (index: number, object: number): Run => {
    let size = raw.FPDFText_GetFontSize(text, index);
    let angle = 0;
    if (raw.FPDFText_GetMatrix(text, index, memory) !== 0) {
      const f = pdfium.floats();
      const at = memory >> 2;
      const [a, b, c, d] = [f[at]!, f[at + 1]!, f[at + 2]!, f[at + 3]!];
      size *= heightOf(a, b, c, d);
      // The way that the line runs, clockwise in user space.
      angle = b === 0 && a > 0 ? 0 : Math.atan2(-b, a);
    }
    const turn = quarterTurn(angle, pageTurn);
    const oblique = isOblique(angle);
    if (object === 0) return { size, turn, oblique, shown: true, marks: undefined };
    const mode = raw.FPDFTextObj_GetTextRenderMode(object);
    const shown = mode !== INVISIBLE && mode !== CLIP;
    const unseen = whyUnseen(pdfium, object, mode, memory);
    const borrowed = shown && !isEmbedded(raw.FPDFTextObj_GetFont(object));
    const marks = unseen || borrowed ? { ...(unseen && { unseen }), ...(borrowed && { borrowed }) } : undefined;
    return { size, turn, oblique, shown, marks };
  };
}

/** Text rendering mode that only strokes the outlines. */
const STROKE = 1;
/** Bytes of the name OC in UTF-16, its end included: the mark of content in an optional layer. */
const OC_BYTES = 6;

/** `memory`: room for four numbers. Of a form in a layer its text does not tell. */
function whyUnseen(pdfium: Pdfium, object: number, mode: number, memory: number): Glyph['unseen'] {
  const { raw } = pdfium;
  const color = mode === STROKE ? raw.FPDFPageObj_GetStrokeColor : raw.FPDFPageObj_GetFillColor;
  if (!isInk(pdfium, color, object, memory)) return 'white';
  const marks = raw.FPDFPageObj_CountMarks(object);
  for (let i = 0; i < marks; i++) {
    const mark = raw.FPDFPageObj_GetMark(object, i);
    if (mark === 0 || raw.FPDFPageObjMark_GetName(mark, memory, 16, memory + 16) === 0) continue;
    const own = pdfium.bytes();
    if (own[memory + 16] === OC_BYTES && own[memory] === 0x4f && own[memory + 2] === 0x43) return 'layer';
  }
  return undefined;
}

/** `angle`: clockwise in radians in user space, as PDFium gives it. */
function quarterTurn(angle: number, pageTurn: number): Turn {
  const turns = Math.round(angle / (Math.PI / 2)) + pageTurn;
  return (((turns % 4) + 4) % 4) as Turn;
}
