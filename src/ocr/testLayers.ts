import type { Cell, Table } from '../document/schema.js';
import { readAmount } from '../normalise/amount.js';
import { COVERED, type Leaf, type PageBounds } from '../pages/page.js';
import { openWithPdfium } from '../pages/pdfium/reader.js';
import { piecesOf } from '../pictures/components.js';
import { crop } from '../pictures/crop.js';
import { drawnPage, pagePicture } from '../pictures/pagePicture.js';
import type { Area, PagePicture } from '../pictures/picture.js';
import { inkOf } from '../pictures/threshold.js';
import type { TextEngine } from './engine.js';
import { printedDigits } from './printedDigits.js';

/** How a page's text layer compares with what the page shows. */
export interface LayerTest {
  readonly page: number;
  /** Amounts that the picture shows and the engine reads with certainty. */
  readonly compared: number;
  readonly differing: readonly Difference[];
}

export interface Difference {
  readonly cell: Cell;
  /** What the picture shows. */
  readonly shown: string;
}

/** Cells of each page that are looked at, besides those whose identities fail. */
const SAMPLE = 8;
const FAILING = 12;
/** An engine's reading counts against a text layer only where it is this sure. */
const SURE = 0.85;

/**
 * Compares the text of amount cells with the picture of their pages. A cell whose font is not in the file is not compared: the
 * picture shows it in another, or not at all; nor is an amount over several lines. Errors: those of the engine.
 */
export async function testLayers(
  bytes: Uint8Array,
  bounds: PageBounds,
  tables: readonly Table[],
  leaves: readonly Leaf[],
  pages: ReadonlySet<number>,
  engine: TextEngine,
): Promise<LayerTest[]> {
  const reader = await openWithPdfium(bytes, bounds, 'draw');
  try {
    const out: LayerTest[] = [];
    for (const page of [...pages].sort((a, b) => a - b)) {
      const cells = sampleOf(tables, leaves[page - 1]!);
      if (cells.length === 0) continue;
      const picture = pagePicture(await reader.picture(page, drawnPage));
      let compared = 0;
      const differing: Difference[] = [];
      for (const cell of cells) {
        const reading = await readCell(cell, picture, engine);
        if (reading === undefined) continue;
        compared++;
        if (!maySee(reading, cell.value!)) differing.push({ cell, shown: reading });
      }
      out.push({ page, compared, differing });
    }
    return out;
  } finally {
    await reader.close();
  }
}

/**
 * Whether an engine that read `shown` may have seen `value`: it loses a point or a sign that stands off ("1, 245. 37"), and invents none.
 */
export function maySee(shown: string, value: string): boolean {
  if (shown.startsWith('-') && !value.startsWith('-')) return false;
  const [seen, printed] = [shown.replace('-', ''), value.replace('-', '')];
  return (
    seen === printed || (!seen.includes('.') && withoutPoint(seen) === withoutPoint(printed) && printed.includes('.'))
  );
}

const withoutPoint = (amount: string): string => amount.replace('.', '').replace(/^0+/, '');

/** Two amounts and three in ten that differ are no accident of reading. */
export const isLying = ({ compared, differing }: LayerTest): boolean =>
  differing.length >= 2 && differing.length >= 0.3 * compared;

function sampleOf(tables: readonly Table[], leaf: Leaf): Cell[] {
  const cells = tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)));
  const amounts = cells.filter((c) => c.page === leaf.number && (c.value ?? '').length >= 3 && isComparable(c, leaf));
  const failing = amounts.filter((c) => c.standing === 'disputed').slice(0, FAILING);
  const rest = amounts.filter((c) => c.standing !== 'disputed');
  const step = Math.max(1, Math.floor(rest.length / SAMPLE));
  return [...failing, ...rest.filter((_, i) => i % step === 0).slice(0, SAMPLE)];
}

/**
 * Whether the picture shows a cell's digits, all on one line, which is what an engine reads at a time, and none over the edge of its cell,
 * where the picture of the cell cuts it. Over a picture the text may lie askew: there it is the picture that is read.
 */
export function isComparable(cell: Cell, leaf: Leaf): boolean {
  const digits = printedDigits(cell.box, leaf);
  if (digits.length === 0) return false;
  if (leaf.pictureShare >= COVERED) return true;
  const middles = digits.map(({ box: [, top, , foot] }) => (top + foot) / 2);
  const [, top, , foot] = digits[0]!.box;
  const isOneLine = Math.max(...middles) - Math.min(...middles) < 0.5 * (foot - top);
  return isOneLine && digits.length === cell.value!.replace(/\D/g, '').length;
}

/** The amount that the picture shows in a cell; undefined where it shows nothing, or nothing that is read with certainty. */
async function readCell(cell: Cell, picture: PagePicture, engine: TextEngine): Promise<string | undefined> {
  const { gray, scale } = picture;
  const inset = 1.2 * scale;
  const bounds: Area = {
    x0: Math.ceil(cell.box[0] * scale + inset),
    y0: Math.ceil(cell.box[1] * scale + inset),
    x1: Math.floor(cell.box[2] * scale - inset),
    y1: Math.floor(cell.box[3] * scale - inset),
  };
  if (bounds.x1 - bounds.x0 < 4 || bounds.y1 - bounds.y0 < 4) return undefined;
  const inside = crop(gray, bounds, { x: 0, y: 0 }, bounds);
  const pieces = piecesOf(inkOf(inside, Math.max(6, Math.round(6 * scale)))).filter((p) => p.y1 - p.y0 >= 1.5 * scale);
  if (pieces.length === 0) return undefined;
  const print: Area = {
    x0: Math.min(...pieces.map((p) => p.x0)),
    y0: Math.min(...pieces.map((p) => p.y0)),
    x1: Math.max(...pieces.map((p) => p.x1)),
    y1: Math.max(...pieces.map((p) => p.y1)),
  };
  const height = print.y1 - print.y0;
  const whole: Area = { x0: 0, y0: 0, x1: inside.width, y1: inside.height };
  const reading = await engine.readCell(crop(inside, print, { x: 0.4 * height, y: 0.35 * height }, whole), 'amount');
  const content = readAmount(reading.text);
  return content.kind === 'amount' && reading.confidence >= SURE ? content.value : undefined;
}
