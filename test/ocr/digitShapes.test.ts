import { describe, expect, test } from '@jest/globals';
import type { Cell, Table } from '../../src/document/schema.js';
import { mayBeDigit } from '../../src/ocr/digitShapes.js';
import { sampleShapes } from '../../src/ocr/sampleShapes.js';
import { suspiciousPages } from '../../src/ocr/suspiciousPages.js';
import type { Page } from '../../src/pages/page.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { toGray } from '../../src/pictures/toGray.js';
import { nine, table } from '../checks/tables.js';
import { tinyPdf } from '../pages/tinyPdf.js';

const bounds = { maxObjects: 1000, maxPixels: 100_000_000 };
const DIGITS = '0123456789';
const bytes = tinyPdf({ pages: [{ content: `BT /Latin 12 Tf 20 160 Td (${DIGITS}) Tj ET` }] });

async function pageOf(): Promise<Page> {
  const reader = await openWithPdfium(bytes, bounds);
  const page = await reader.page(1);
  await reader.close();
  return page;
}

test('print may be its own digit, and 3 is no 8, 1 no 7, 6 no 9', async () => {
  const { glyphs } = await pageOf();
  const reader = await openWithPdfium(bytes, bounds);
  const drawn = await reader.areas(
    1,
    glyphs.map((g) => [g.x0, g.y0, g.x1, g.y1] as const),
    300,
  );
  await reader.close();
  const print = new Map(glyphs.map((g, i) => [g.char, toGray(drawn[i]!)]));
  for (const d of DIGITS) expect([d, mayBeDigit(print.get(d)!, d)]).not.toEqual([d, false]);
  const confused = ['38', '83', '17', '71', '69', '96', '08', '80', '58'];
  expect(confused.filter(([shown, said]) => mayBeDigit(print.get(shown!)!, said!) !== false)).toEqual([]);
});

describe('a page whose text names other digits than it shows', () => {
  /** One amount that fills the line, as `said` by the text layer. */
  const reading = async (said: string) => {
    const page = await pageOf();
    const glyphs = page.glyphs.map((g, i) => ({ ...g, char: said[i]! }));
    const box: Cell['box'] = [10, glyphs[0]!.y0 - 2, 190, glyphs[0]!.y1 + 2];
    const made = table('three_public', [{ name: 'total', cells: { budget: said } }]);
    const tables: Table[] = [
      {
        ...made,
        rows: made.rows.map((r) => ({
          ...r,
          cells: Object.fromEntries(
            Object.entries(r.cells).map(([k, c]) => [k, { ...c, page: 1, box, reader: 'pdfium' as const }]),
          ),
        })),
      },
    ];
    const digits = Float32Array.from(glyphs.flatMap((g) => [Number(g.char), g.x0, g.y0, g.x1, g.y1]));
    return { tables, leaves: [{ ...page, ruled: false, turn: 0 as const, digits }] };
  };

  test('is suspicious, and an honest one is not', async () => {
    const swapped = await reading('0782456139');
    expect([...(await sampleShapes(bytes, bounds, swapped.tables, swapped.leaves))]).toEqual([1]);
    const honest = await reading(DIGITS);
    expect([...(await sampleShapes(bytes, bounds, honest.tables, honest.leaves))]).toEqual([]);
  });

  test('so is one with a failing identity, and one that a picture covers', async () => {
    const { tables, leaves } = await reading(DIGITS);
    const document = { tables: nine(tables[0]!), checks: [] as { rule: string; outcome: string; cells: string[] }[] };
    const asked = (checks: typeof document.checks, share: number) =>
      suspiciousPages(bytes, bounds, { ...document, checks } as never, [{ ...leaves[0]!, pictureShare: share }]);
    expect([...(await asked([], 0))]).toEqual([]);
    expect([...(await asked([], 0.9))]).toEqual([1]);
    expect([...(await asked([{ rule: 'G1', outcome: 'fails', cells: ['three_public/0/budget'] }], 0))]).toEqual([1]);
  });
});
