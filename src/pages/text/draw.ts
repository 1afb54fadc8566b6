import type { Box, Glyph, Page, Place, Remark, Rule } from '../page.js';
import type { Item } from './joinTables.js';
import type { Merge, Note, SourceLine, TextCell, TextRow } from './textTable.js';

/** Sizes in made-up points: a line of text, a column of a table, a character. */
const LINE = 12;
const COLUMN = 100;
const SIZE = 8;
const LEFT = 20;
/** A character of prose: one space joins, two part. */
const STEP = 12;
/** Room above and below: no line counts as a running head. */
const MARGIN = 0.2;

/** A table as it is to be drawn: every row has `width` cells. */
export interface Drawable {
  readonly rows: readonly TextRow[];
  readonly width: number;
  readonly starts: readonly number[];
  readonly merges: readonly Merge[];
}

export type DrawItem = Exclude<Item, { kind: 'table' }> | { readonly kind: 'table'; readonly table: Drawable };

/** Draws a page on which everything stands in the order of the text, every table ruled. */
export function drawPage(number: number, items: readonly DrawItem[], notes: readonly Note[]): Page {
  const height = items.reduce(
    (h, i) => h + (i.kind === 'table' ? i.table.rows.length + i.table.starts.length + 2 : 1),
    4,
  );
  const margin = Math.ceil(height * MARGIN) * LINE;
  const canvas = new Canvas(margin);
  for (const item of items) {
    if (item.kind === 'line') canvas.line(item.line);
    else if (item.kind === 'table') canvas.table(item.table);
    canvas.y += item.kind === 'table' ? 2 * LINE : LINE;
  }
  return {
    number,
    width: canvas.right + LEFT,
    height: canvas.y + margin,
    reader: 'text',
    glyphs: canvas.glyphs,
    rules: canvas.rules,
    pictureShare: 0,
    places: canvas.places,
    remarks: [...canvas.remarks, ...notes.map((n) => canvas.remarkOf(n))],
  };
}

class Canvas {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  readonly places: Place[] = [];
  readonly remarks: Remark[] = [];
  right = 600;
  private undrawn = 0;

  constructor(public y: number) {}

  line(line: SourceLine): void {
    let x = LEFT;
    for (const piece of [line, ...(line.rest ?? [])]) x = this.text(piece, x);
    this.right = Math.max(this.right, x);
  }

  /**
   * Draws the characters of one line of the file from `x` on, and gives where they end. Every character takes one column,
   * as programs that lay text out by its place on the page count them: columns of words under each other stay so.
   */
  private text({ number, column, text }: SourceLine, left: number): number {
    const gaps = /\S(\s{2,}|\t)\S/.test(text);
    let x = left;
    let start = x;
    let from = -1;
    const close = (to: number, end: number): void => {
      if (from >= 0)
        this.places.push({
          box: [start, this.y, end, this.y + LINE],
          line: number,
          from: column + from,
          to: column + to,
        });
      from = -1;
    };
    let i = 0;
    for (const char of text) {
      const step = STEP * (char === '\t' ? 8 : 1);
      if (/\s/.test(char)) {
        if (gaps && /^(\s{2}|\t)/.test(text.slice(i, i + 2))) close(i - 1, x);
      } else {
        if (from < 0) {
          from = i;
          start = x;
        }
        this.glyph(char, x, x + step - 1, this.y);
      }
      x += step;
      i += char.length;
    }
    close(text.trimEnd().length - 1, x);
    return x;
  }

  table({ rows, width, starts, merges }: Drawable): void {
    const from = [0, ...starts];
    from.forEach((first, i) => {
      const last = (from[i + 1] ?? rows.length) - 1;
      if (i > 0) this.y += LINE;
      this.piece(
        rows.slice(first, last + 1),
        width,
        merges.map((m) => ({ ...m, row0: m.row0 - first, row1: m.row1 - first })),
      );
      this.y += (last - first + 1) * LINE;
    });
    this.right = Math.max(this.right, LEFT + width * COLUMN);
  }

  private piece(rows: readonly TextRow[], width: number, merges: readonly Merge[]): void {
    const merged = new Int32Array(rows.length * width).fill(-1);
    merges.forEach((m, k) => {
      if (m.row0 < 0 || m.row1 >= rows.length) return;
      for (let r = m.row0; r <= m.row1; r++) for (let c = m.col0; c <= m.col1; c++) merged[r * width + c] = k;
    });
    const one = (a: number, b: number): boolean => merged[a]! >= 0 && merged[a] === merged[b];
    for (let r = 0; r <= rows.length; r++) {
      for (let c = 0; c <= width; c++) {
        const x = LEFT + c * COLUMN;
        const y = this.y + r * LINE;
        if (c < width && !(r > 0 && r < rows.length && one((r - 1) * width + c, r * width + c)))
          this.rules.push({ axis: 'horizontal', at: y, from: x, to: x + COLUMN, thickness: 0.5 });
        if (r < rows.length && !(c > 0 && c < width && one(r * width + c - 1, r * width + c)))
          this.rules.push({ axis: 'vertical', at: x, from: y, to: y + LINE, thickness: 0.5 });
      }
    }
    rows.forEach((row, r) => {
      row.cells.slice(0, width).forEach((cell, c) => {
        this.cell(cell, LEFT + c * COLUMN, this.y + r * LINE);
      });
    });
  }

  private cell({ text, spot, doubt, restored }: TextCell, x: number, y: number): void {
    const box: Box = [x, y, x + COLUMN, y + LINE];
    this.places.push({ box, ...spot });
    const chars = [...text].filter((c) => !/\s/.test(c));
    const step = Math.min(SIZE, (COLUMN - 10) / Math.max(1, chars.length));
    chars.forEach((char, i) => {
      this.glyph(char, x + 4 + i * step, x + 4 + (i + 1) * step, y, restored);
    });
    if (doubt !== null) this.remarks.push({ rule: '', severity: 'warning', message: '', box, doubt });
  }

  private glyph(char: string, x0: number, x1: number, y: number, generated = false): void {
    this.glyphs.push({
      char,
      x0,
      x1,
      y0: y + 2,
      y1: y + 10,
      baseline: y + 9,
      size: SIZE,
      generated,
      unmapped: false,
      turn: 0,
    });
  }

  /** A note with the box of its lines on this page. */
  remarkOf({ lines, ...note }: Note): Remark {
    const own = this.places.filter((p) => p.line >= lines[0] && p.line <= lines[1]);
    if (own.length === 0) {
      // What is not drawn (a row of dashes, a tag) has a place above the page.
      const y = -2 * ++this.undrawn;
      this.places.push({ box: [0, y, 1, y + 1], line: lines[0], from: 1, to: 1 });
      return { ...note, box: [0, y, 1, y + 1], doubt: null };
    }
    const box: Box = [
      Math.min(...own.map((p) => p.box[0])),
      Math.min(...own.map((p) => p.box[1])),
      Math.max(...own.map((p) => p.box[2])),
      Math.max(...own.map((p) => p.box[3])),
    ];
    return { ...note, box, doubt: null };
  }
}
