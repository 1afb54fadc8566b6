import { foldRadicals } from '../normalise/text.js';
import type { Glyph } from './page.js';

/** What is printed on one baseline, from left to right. `text` has no white space. */
export interface PrintedLine {
  readonly text: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly size: number;
}

/** A printed line with its characters. */
export interface TextLine extends PrintedLine {
  /** The line cut where the gap is wider than three characters: columns, or a label at each margin. */
  readonly segments: readonly TextSegment[];
  /** The characters themselves, in reading order: the place of every part of `text`. */
  readonly glyphs: readonly Glyph[];
}

export interface TextSegment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
}

/** Baselines this close, in parts of the font size, are one line. */
const SAME_LINE = 0.45;
/** A gap this wide, in parts of the font size, ends a segment. */
const SEGMENT_GAP = 3;
/** A gap this wide ends a word. */
const WORD_GAP = 0.6;
/** And this one where a number meets a label. */
const KIND_GAP = 0.25;

/** Lines from top to bottom. White space is left out; text that runs up or down is read along its own direction. */
export function glyphsToLines(glyphs: readonly Glyph[]): TextLine[] {
  return glyphsOfLines(glyphs).map(toTextLine);
}

/** The same lines without their characters: those of a cell are never asked for, and a document has a hundred thousand of them. */
export function glyphsToPrintedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  return glyphsOfLines(glyphs).map(toPrintedLine);
}

/** The characters of each line in reading order. */
function glyphsOfLines(glyphs: readonly Glyph[]): Glyph[][] {
  const byTurn: Glyph[][] = [[], [], [], []];
  for (const g of glyphs) if (!isSpace(g.char)) byTurn[g.turn]!.push(g);
  return byTurn.flatMap((own, turn) => cluster(own, ACROSS[turn]!, ALONG[turn]!));
}

type Measure = (g: Glyph) => number;
/** By quarter turns clockwise: where lines follow each other, and where characters follow each other on a line. */
const ACROSS: readonly Measure[] = [(g) => g.baseline, (g) => -g.baseline, (g) => -g.baseline, (g) => g.baseline];
const ALONG: readonly Measure[] = [(g) => g.x0, (g) => g.y0, (g) => -g.x1, (g) => -g.y1];

function isSpace(char: string): boolean {
  const code = char.codePointAt(0)!;
  return (
    code <= 0x20 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0xfeff ||
    code === 0xad
  );
}

function cluster(glyphs: Glyph[], across: Measure, along: Measure): Glyph[][] {
  if (glyphs.length === 0) return [];
  glyphs.sort((a, b) => across(a) - across(b));
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let last = 0;
  for (const g of glyphs) {
    const at = across(g);
    if (line.length > 0 && at - last > SAME_LINE * Math.max(4, Math.min(g.size, line[0]!.size))) {
      lines.push(line);
      line = [];
    }
    line.push(g);
    last = at;
  }
  lines.push(line);
  for (const own of lines) own.sort((a, b) => along(a) - along(b));
  return lines;
}

function toPrintedLine(glyphs: readonly Glyph[]): PrintedLine {
  let text = '';
  let x0 = Number.POSITIVE_INFINITY;
  let y0 = Number.POSITIVE_INFINITY;
  let x1 = Number.NEGATIVE_INFINITY;
  let y1 = Number.NEGATIVE_INFINITY;
  for (const g of glyphs) {
    text += g.char;
    if (g.x0 < x0) x0 = g.x0;
    if (g.y0 < y0) y0 = g.y0;
    if (g.x1 > x1) x1 = g.x1;
    if (g.y1 > y1) y1 = g.y1;
  }
  return { text: foldRadicals(text), x0, y0, x1, y1, size: glyphs[0]!.size };
}

function toTextLine(glyphs: readonly Glyph[]): TextLine {
  const segments: TextSegment[] = [];
  let part = '';
  let partStart = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const g of glyphs) {
    if (part !== '' && g.x0 - end > SEGMENT_GAP * g.size) {
      segments.push({ text: foldRadicals(part), x0: partStart, x1: end });
      part = '';
    }
    if (part === '') partStart = g.x0;
    part += g.char;
    end = g.x1;
  }
  segments.push({ text: foldRadicals(part), x0: partStart, x1: end });
  return { ...toPrintedLine(glyphs), segments, glyphs };
}

/** `y1`: the foot of its last character, which in a line of several baselines is not that of the line. */
export interface Word extends TextSegment {
  readonly y1: number;
}

/** An amount that stands at the right of its column touches the label of the next one; units belong to it. */
const AMOUNT = /^[-−(（]?\d[\d,]*\.\d+[)）]?$/;
const CENTS = /^[-−]?\d[\d,]*\.\d\d$/;
const DIGIT_GAP = 0.12;
/** A number does not end with its mark: a space may stand behind it (1, 245. 37). */
const OPEN = /[\d０-９][.,．，]$/;
const OPEN_GAP = 2;
const plain = (text: string): string => text.normalize('NFKC');
const LABEL = /(?![万亿元个人次台辆批项倍户])\p{Script=Han}/u;

/**
 * The line cut where the gap is wider than a letter-spaced number has, or, between a figure and a word, than a letter has, and behind an
 * amount that a label touches: for tables without rules.
 */
export function wordsOf({ glyphs }: TextLine): Word[] {
  const pieces: Word[] = [];
  let text = '';
  let start = 0;
  let end = Number.NEGATIVE_INFINITY;
  let foot = 0;
  let figure = false;
  for (const g of glyphs) {
    const isFigure = /[\d.,０-９．，]/.test(g.char);
    const widest = isFigure !== figure ? KIND_GAP : isFigure && OPEN.test(text) ? OPEN_GAP : WORD_GAP;
    // Digits of one number stand closer than this: behind two decimals they are the code of the next column.
    const touches =
      figure &&
      (isFigure
        ? g.x0 - end > DIGIT_GAP * g.size && CENTS.test(plain(text))
        : LABEL.test(g.char) && AMOUNT.test(plain(text)));
    figure = isFigure;
    if (text !== '' && (touches || g.x0 - end > widest * g.size)) {
      pieces.push({ text: foldRadicals(text), x0: start, x1: end, y1: foot });
      text = '';
    }
    if (text === '') start = g.x0;
    text += g.char;
    end = g.x1;
    foot = g.y1;
  }
  if (text !== '') pieces.push({ text: foldRadicals(text), x0: start, x1: end, y1: foot });
  return pieces;
}
