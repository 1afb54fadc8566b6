import type { Glyph, Page, Rule } from '../../src/pages/page.js';

/** Draws a page in code: a table as rows of cell texts, with all its rules, and lines of text. Sizes in points. */
export interface DrawnTable {
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  /** One text a column; `null` merges a cell with the one to its left, `^` with the one above, `^<` with both. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowHeight?: number;
  /** Font size; narrow cells need a small one. */
  readonly size?: number;
  readonly withoutSides?: boolean;
}

const EM = 8;

export const glyphsOf = (text: string, x: number, baseline: number, size = EM): Glyph[] => {
  let at = x;
  return [...text].map((char) => {
    const width = /[\x20-\x7e]/.test(char) ? size / 2 : size;
    const glyph: Glyph = {
      char,
      x0: at,
      x1: at + width,
      y0: baseline - 0.88 * size,
      y1: baseline + 0.12 * size,
      baseline,
      size,
      generated: false,
      unmapped: false,
      turn: 0,
    };
    at += width;
    return glyph;
  });
};

export function drawnPage(
  tables: readonly DrawnTable[],
  lines: readonly { readonly text: string; readonly x: number; readonly y: number }[] = [],
  number = 1,
): Page {
  const glyphs: Glyph[] = lines.flatMap((l) => glyphsOf(l.text, l.x, l.y));
  const rules: Rule[] = [];
  for (const table of tables) drawTable(table, glyphs, rules);
  return { number, width: 842, height: 595, reader: 'pdfium', glyphs, rules, pictureShare: 0 };
}

function drawTable(table: DrawnTable, glyphs: Glyph[], rules: Rule[]): void {
  const { x, y, widths, rows, rowHeight = 20, size = EM } = table;
  const xs = widths.reduce<number[]>((all, w) => [...all, all.at(-1)! + w], [x]);
  const last = widths.length;
  rows.forEach((row, r) => {
    const top = y + r * rowHeight;
    row.forEach((text, c) => {
      if (text !== '^' && text !== '^<') horizontal(rules, top, xs[c]!, xs[c + 1]!);
      if (text !== null && text !== '^<' && !(table.withoutSides && c === 0))
        vertical(rules, xs[c]!, top, top + rowHeight);
      if (text !== null && text !== '^' && text !== '^<')
        glyphs.push(...glyphsOf(text, xs[c]! + 2, top + rowHeight / 2 + 3, size));
    });
    if (!table.withoutSides) vertical(rules, xs[last]!, top, top + rowHeight);
  });
  horizontal(rules, y + rows.length * rowHeight, x, xs[last]!);
}

const horizontal = (rules: Rule[], at: number, from: number, to: number): void => {
  rules.push({ axis: 'horizontal', at, from, to, thickness: 0.5 });
};
const vertical = (rules: Rule[], at: number, from: number, to: number): void => {
  rules.push({ axis: 'vertical', at, from, to, thickness: 0.5 });
};
