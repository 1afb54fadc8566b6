import { glyphsToLines } from '../../src/pages/lines.js';
import type { Page } from '../../src/pages/page.js';
import { isHeading } from '../../src/paragraphs/breaks.js';
import type { Paragraph } from '../../src/paragraphs/paragraph.js';

/** Paragraphs of one line each: 10 points a character, on page 1. */
export const paragraphsOf = (texts: readonly string[]): Paragraph[] =>
  texts.map((text, n) => {
    const glyphs: Page['glyphs'][number][] = [...text].map((char, i) => ({
      char,
      x0: 50 + 10 * i,
      y0: 50 + 20 * n,
      x1: 60 + 10 * i,
      y1: 60 + 20 * n,
      baseline: 59 + 20 * n,
      size: 10,
      generated: false,
      unmapped: false,
      turn: 0,
    }));
    const line = glyphsToLines(glyphs)[0]!;
    return {
      kind: isHeading(text) ? 'heading' : 'text',
      text: line.text,
      page: 1,
      lines: [{ page: 1, reader: 'pdfium', start: 0, line }],
    };
  });
