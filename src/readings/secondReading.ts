import type { Cell, Table } from '../document/schema.js';
import { readMoney } from '../normalise/amount.js';
import { comparable } from '../normalise/text.js';
import { glyphsToLines } from '../pages/lines.js';
import type { Box, Glyph, Page, PageReader, ReaderName } from '../pages/page.js';
import { type Turn, turnPage } from '../pages/upright.js';
import { isTallerThan } from '../pages/watermark.js';

/** A place whose characters are to be read again: `raw` is what the first reading gave. */
export interface AskedCell {
  readonly box: Box;
  readonly raw: string;
}

/**
 * A second opinion on the cells of one page. An answer is what the second reader gives, '' where it finds nothing, null where
 * it has not read. Errors: those of its reader; a missing second opinion is no reason to lose a document.
 */
export interface SecondReader {
  readonly name: ReaderName;
  again(page: number, cells: readonly AskedCell[]): Promise<readonly (string | null)[]>;
  close(): Promise<void>;
}

/** What the digits of a document look like, by figures that are certain. */
export interface DigitLooks {
  /** A figure that is certain, and its cell. */
  learn(page: number, box: Box, amount: string): void;
  /** Whether every digit of an amount looks as that digit does in figures that are certain. */
  bearsOut(page: number, box: Box, amount: string): boolean;
}

/** The second opinion of a reader of whole pages. `turn`: how far a page was turned back before it was read first. */
export function secondFromPages(reader: PageReader, turn: (page: number) => Turn = () => 0): SecondReader {
  // What a page is asked for comes in a row: its cells, then its sentences.
  let last: Page | undefined;
  return {
    name: reader.name,
    again: async (number, cells) => {
      if (cells.length === 0) return [];
      if (last?.number !== number) last = turnPage(await reader.page(number), turn(number));
      return readAgain(cells, last);
    },
    close: () => reader.close(),
  };
}

/** Something printed at one place of a page that can be read again. */
export interface Readable {
  readonly id: string;
  readonly page: number;
  readonly box: Box;
  readonly raw: string;
}

/** What the second reader gives for it. */
export interface Again {
  readonly text: string;
  readonly same: boolean;
}

/**
 * Reads cells again on a page that another reader made: the characters whose centres lie in a cell's box, as the first
 * reading took them. The boxes come from the first reading; what is compared is the characters alone.
 */
export function readAgain(cells: readonly { readonly box: Box }[], page: Page): string[] {
  const pots: Glyph[][] = cells.map(() => []);
  const bands = bandsOf(cells);
  for (const g of page.glyphs) {
    const x = (g.x0 + g.x1) / 2;
    const y = (g.y0 + g.y1) / 2;
    for (const i of bands.get(Math.floor(y / BAND)) ?? []) {
      const [x0, y0, x1, y1] = cells[i]!.box;
      if (y0 <= y && x >= x0 && x < x1 && y < y1 && !isTallerThan(g.size, y0, y1)) {
        pots[i]!.push(g);
        break;
      }
    }
  }
  return pots.map((p) =>
    glyphsToLines(p)
      .map((l) => l.text)
      .join(''),
  );
}

/** Points: about a line of text, so that a glyph is held against the few cells beside it. */
const BAND = 16;

/** The cells that reach into each band of the page, from above. */
function bandsOf(cells: readonly { readonly box: Box }[]): Map<number, number[]> {
  const bands = new Map<number, number[]>();
  const fromAbove = cells.map((_, i) => i).sort((a, b) => cells[a]!.box[1] - cells[b]!.box[1]);
  for (const i of fromAbove) {
    const [, top, , foot] = cells[i]!.box;
    for (let band = Math.floor(top / BAND); band <= Math.floor(foot / BAND); band++) {
      const known = bands.get(band);
      if (known) known.push(i);
      else bands.set(band, [i]);
    }
  }
  return bands;
}

/** Whether two readings give the same characters, white space, width and radicals aside. */
export const sameReading = (a: string, b: string): boolean => comparable(a) === comparable(b);

/** Whether two readings of a picture give the same amount: separators of thousands do not count. */
export function sameAmount(a: string, b: string): boolean {
  if (sameReading(a, b)) return true;
  const [x, y] = [readMoney(a).content, readMoney(b).content];
  return x.kind === 'amount' && y.kind === 'amount' && x.value === y.value;
}

/** Every amount cell of the tables with its id, `table/row/column`. */
export function* cellsOf(tables: readonly Table[]): Generator<{ readonly id: string; readonly cell: Cell }> {
  for (const table of tables) {
    for (const [r, row] of table.rows.entries()) {
      for (const [key, cell] of Object.entries(row.cells)) yield { id: `${table.key}/${r}/${key}`, cell };
    }
  }
}
