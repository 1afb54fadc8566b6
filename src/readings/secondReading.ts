import type { Cell, Table } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { glyphsToLines } from '../pages/lines.js';
import type { Box, Glyph, Page } from '../pages/page.js';

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
  const order = cells.map((_, i) => i).sort((a, b) => cells[a]!.box[1] - cells[b]!.box[1]);
  for (const g of page.glyphs) {
    const x = (g.x0 + g.x1) / 2;
    const y = (g.y0 + g.y1) / 2;
    for (const i of order) {
      const [x0, y0, x1, y1] = cells[i]!.box;
      if (y0 > y) break;
      if (x >= x0 && x < x1 && y < y1) {
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

/** Whether two readings give the same characters, white space, width and radicals aside. */
export const sameReading = (a: string, b: string): boolean => comparable(a) === comparable(b);

/** Every amount cell of the tables with its id, `table/row/column`. */
export function* cellsOf(tables: readonly Table[]): Generator<{ readonly id: string; readonly cell: Cell }> {
  for (const table of tables) {
    for (const [r, row] of table.rows.entries()) {
      for (const [key, cell] of Object.entries(row.cells)) yield { id: `${table.key}/${r}/${key}`, cell };
    }
  }
}
