import type { Cell, Table } from '../document/schema.js';
import type { Box, Leaf, PageBounds } from '../pages/page.js';
import { openWithPdfium } from '../pages/pdfium/reader.js';
import { crop } from '../pictures/crop.js';
import type { Area } from '../pictures/picture.js';
import { toGray } from '../pictures/toGray.js';
import { mayBeDigit } from './digitShapes.js';
import { printedDigits } from './printedDigits.js';

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
 * engine is loaded. Print that is not drawn (fonts that are not in the file) says nothing. Errors: UNREADABLE, LIMIT.
 */
export async function sampleShapes(
  bytes: Uint8Array,
  bounds: PageBounds,
  tables: readonly Table[],
  leaves: readonly Leaf[],
): Promise<Set<number>> {
  const samples = samplesOf(tables, leaves);
  const out = new Set<number>();
  if (samples.size === 0) return out;
  const reader = await openWithPdfium(bytes, bounds, 'draw');
  try {
    for (const [number, chosen] of samples) {
      const cells = withDigits(chosen, leaves[number - 1]!);
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
        for (const d of cells[i]!.digits) {
          const area = {
            x0: Math.max(0, Math.round((d.x0 - left) * scale)),
            y0: Math.max(0, Math.round((d.y0 - top) * scale)),
            x1: Math.min(width, Math.round((d.x1 - left) * scale)),
            y1: Math.min(height, Math.round((d.y1 - top) * scale)),
          };
          if (area.x1 - area.x0 < 3 || area.y1 - area.y0 < 3) continue;
          const may = mayBeDigit(crop(gray, area, { x: 0, y: 0 }, area), d.char);
          if (may !== undefined) tested++;
          if (may === false) against++;
        }
      }
      if (against >= FEWEST && against >= SHARE * tested) out.add(number);
    }
    return out;
  } finally {
    await reader.close();
  }
}

interface Digit extends Area {
  readonly char: string;
}

interface Sample {
  readonly box: Box;
  readonly digits: readonly Digit[];
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
  cells
    .map((cell) => ({ cell, telling: telling(cell.value!) }))
    .sort((a, b) => b.telling - a.telling)
    .slice(0, CELLS)
    .map(({ cell }) => cell);

/** Amounts with their digits on the page and the box round them. */
function withDigits(cells: readonly Cell[], leaf: Leaf): Sample[] {
  return cells.flatMap(({ box }): Sample[] => {
    const own = printedDigits(box, leaf).map(({ char, box: [x0, y0, x1, y1] }): Digit => ({ char, x0, y0, x1, y1 }));
    if (own.length === 0) return [];
    const round = [
      Math.min(...own.map((d) => d.x0)) - 1,
      Math.min(...own.map((d) => d.y0)) - 1,
      Math.max(...own.map((d) => d.x1)) + 1,
      Math.max(...own.map((d) => d.y1)) + 1,
    ] as const;
    return [{ box: round, digits: own }];
  });
}
