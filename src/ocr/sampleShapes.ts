import type { Cell, Table } from '../document/schema.js';
import type { Glyph, Leaf, Page, PageBounds, PageReader } from '../pages/page.js';
import { openWithPdfium } from '../pages/pdfium/reader.js';
import { crop } from '../pictures/crop.js';
import { toGray } from '../pictures/toGray.js';
import { mayBeDigit } from './digitShapes.js';

/** Pages with amounts that are looked at, spread over the document, and cells of each. */
const PAGES = 12;
const CELLS = 3;
/** Digits that the shapes tell apart: a cell with many of them says most. */
const TELLING = '13780469';
const DPI = 300;
/** Contradictions on a page that are no accident of a type face. */
const FEWEST = 2;
const SHARE = 0.12;

/**
 * The pages on whose amounts the text layer names digits that the print cannot be. A few cells of each page are drawn, in small; no
 * engine is loaded. Print that is not drawn (fonts that are not in the file) says nothing. `open`: the reader of the text. Errors: UNREADABLE,
 * LIMIT.
 */
export async function sampleShapes(
  bytes: Uint8Array,
  bounds: PageBounds,
  tables: readonly Table[],
  leaves: readonly Leaf[],
  open: (bytes: Uint8Array, bounds: PageBounds) => Promise<PageReader> = openWithPdfium,
): Promise<Set<number>> {
  const samples = samplesOf(tables, leaves);
  const out = new Set<number>();
  if (samples.size === 0) return out;
  const text = await open(bytes, bounds);
  const reader = await openWithPdfium(bytes, bounds, 'draw');
  try {
    for (const [number, chosen] of samples) {
      const cells = withDigits(chosen, await text.page(number));
      const drawn = await reader.areas(
        number,
        cells.map((c) => c.box),
        DPI,
      );
      let [tested, against] = [0, 0];
      for (const [i, rendering] of drawn.entries()) {
        const gray = toGray(rendering);
        const { scale, width, height } = rendering;
        const [left, top] = cells[i]!.box;
        for (const g of cells[i]!.glyphs) {
          const area = {
            x0: Math.max(0, Math.round((g.x0 - left) * scale)),
            y0: Math.max(0, Math.round((g.y0 - top) * scale)),
            x1: Math.min(width, Math.round((g.x1 - left) * scale)),
            y1: Math.min(height, Math.round((g.y1 - top) * scale)),
          };
          if (area.x1 - area.x0 < 3 || area.y1 - area.y0 < 3) continue;
          const may = mayBeDigit(crop(gray, area, { x: 0, y: 0 }, area), g.char);
          if (may !== undefined) tested++;
          if (may === false) against++;
        }
      }
      if (against >= FEWEST && against >= SHARE * tested) out.add(number);
    }
    return out;
  } finally {
    await Promise.all([text.close(), reader.close()]);
  }
}

interface Sample {
  readonly box: readonly [number, number, number, number];
  readonly glyphs: readonly Glyph[];
}

/** By page: its most telling amounts. */
function samplesOf(tables: readonly Table[], leaves: readonly Leaf[]): Map<number, Cell[]> {
  const byPage = new Map<number, Cell[]>();
  for (const table of tables)
    for (const row of table.rows)
      for (const cell of Object.values(row.cells)) {
        if (cell.value === null || !cell.reader.startsWith('pdfium') || leaves[cell.page - 1]!.turn !== 0) continue;
        const own = byPage.get(cell.page);
        if (own) own.push(cell);
        else byPage.set(cell.page, [cell]);
      }
  const step = Math.max(1, byPage.size / PAGES);
  const numbers = [...byPage.keys()].sort((a, b) => a - b);
  const chosen = numbers.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
  return new Map(chosen.map((number) => [number, mostTelling(byPage.get(number)!)]));
}

const telling = (value: string): number => new Set([...value].filter((c) => TELLING.includes(c))).size;

const mostTelling = (cells: readonly Cell[]): Cell[] =>
  [...cells].sort((a, b) => telling(b.value!) - telling(a.value!)).slice(0, CELLS);

/** Amounts with their digits on the page and the box round them. */
function withDigits(cells: readonly Cell[], page: Page): Sample[] {
  return cells.flatMap(({ box: [x0, y0, x1, y1] }): Sample[] => {
    const glyphs = page.glyphs.filter(
      (g) =>
        g.turn === 0 &&
        g.char >= '0' &&
        g.char <= '9' &&
        g.x0 >= x0 - 1 &&
        g.x1 <= x1 + 1 &&
        (g.y0 + g.y1) / 2 > y0 &&
        (g.y0 + g.y1) / 2 < y1,
    );
    if (glyphs.length === 0) return [];
    const box = [
      Math.min(...glyphs.map((g) => g.x0)) - 1,
      Math.min(...glyphs.map((g) => g.y0)) - 1,
      Math.max(...glyphs.map((g) => g.x1)) + 1,
      Math.max(...glyphs.map((g) => g.y1)) + 1,
    ] as const;
    return [{ box, glyphs }];
  });
}
