import type { TextLine } from '../pages/lines.js';
import type { Box, Glyph, ReaderName } from '../pages/page.js';

/**
 * What a piece of text outside the tables is:
 * - text: running text; heading: a line that names what follows;
 * - contents: a line of the contents list; head: the lines over a table (title, unit, department); note: what stands under one.
 */
export type ParagraphKind = 'text' | 'heading' | 'contents' | 'head' | 'note';

/** A printed line that is part of a paragraph; `start` is where it begins in the paragraph's text. */
export interface PlacedLine {
  readonly page: number;
  readonly reader: ReaderName;
  readonly start: number;
  readonly line: TextLine;
}

/** Text that belongs together, whole over line and page breaks, without white space. */
export interface Paragraph {
  readonly kind: ParagraphKind;
  readonly text: string;
  /** The page it begins on. */
  readonly page: number;
  readonly lines: readonly PlacedLine[];
}

/** Lines that belong to no text: what they are, and where. */
export interface LeftOut {
  readonly page: number;
  readonly text: string;
  readonly why: 'page-number' | 'running-head';
}

export interface Paragraphs {
  readonly paragraphs: readonly Paragraph[];
  readonly leftOut: readonly LeftOut[];
}

export interface PlacedBox {
  readonly page: number;
  readonly reader: ReaderName;
  readonly box: Box;
}

/** The places of the characters [from, to) of a paragraph's text: a box a line, from glyph to glyph. */
export function placesOf(paragraph: Paragraph, from: number, to: number): PlacedBox[] {
  const out: PlacedBox[] = [];
  for (const { page, reader, start, line } of paragraph.lines) {
    const end = start + line.text.length;
    if (end <= from || start >= to) continue;
    const glyphs = glyphsBetween(line, Math.max(from, start) - start, Math.min(to, end) - start);
    if (glyphs.length > 0) out.push({ page, reader, box: around(glyphs) });
  }
  return out;
}

/** Characters beyond the basic plane take two places in a string and one glyph. */
function glyphsBetween(line: TextLine, from: number, to: number): readonly Glyph[] {
  if (line.glyphs.length === line.text.length) return line.glyphs.slice(from, to);
  let at = 0;
  return line.glyphs.filter((g) => {
    const here = at;
    at += g.char.length;
    return here >= from && here < to;
  });
}

/** One box round all of them; where a figure is broken over two pages, round its part on the first. */
export function joinPlaces(places: readonly PlacedBox[]): PlacedBox | undefined {
  const first = places[0];
  if (!first) return undefined;
  const own = places.filter((p) => p.page === first.page).map((p) => p.box);
  return {
    page: first.page,
    reader: first.reader,
    box: [
      Math.min(...own.map((b) => b[0])),
      Math.min(...own.map((b) => b[1])),
      Math.max(...own.map((b) => b[2])),
      Math.max(...own.map((b) => b[3])),
    ],
  };
}

const around = (glyphs: readonly Glyph[]): Box => [
  Math.min(...glyphs.map((g) => g.x0)),
  Math.min(...glyphs.map((g) => g.y0)),
  Math.max(...glyphs.map((g) => g.x1)),
  Math.max(...glyphs.map((g) => g.y1)),
];
