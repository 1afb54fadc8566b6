import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { PageReader } from '../../src/pages/page.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { openWithPdfjs } from '../../src/pages/pdfjs/reader.js';
import { readAgain, sameReading } from '../../src/readings/secondReading.js';
import { nameOf, published, samples } from '../files.js';
import { gbk, tinyPdf, ucs2 } from './tinyPdf.js';

/** Cells that the two readers, which share no code, read differently. */
async function differences(bytes: Uint8Array): Promise<string[]> {
  const first: PageReader = await openWithPdfium(bytes);
  const second: PageReader = await openWithPdfjs(bytes);
  const out: string[] = [];
  try {
    for (let number = 1; number <= first.facts.pageCount; number++) {
      const cells = pageToGrids(await first.page(number)).grids.flatMap((g) => g.cells);
      if (cells.length === 0) continue;
      const again = readAgain(cells, await second.page(number));
      cells.forEach((cell, i) => {
        if (!sameReading(cell.text, again[i]!)) out.push(`page ${number}: ${cell.text} / ${again[i]}`);
      });
    }
  } finally {
    await first.close();
    await second.close();
  }
  return out;
}

const files = [...samples(), ...published('accounts')].filter((p) => !/scan|garbled/.test(p));

test.each(files.map((p) => [nameOf(p), p]))(
  '%s: both readers give the same characters for every cell',
  async (_name, path) => {
    expect(await differences(new Uint8Array(readFileSync(path)))).toEqual([]);
  },
);

const CELL = '20 20 60 30 re S 20 50 60 30 re S';

describe('both readers give the same characters for', () => {
  test.each([
    ['a font that is not embedded, UniGB-UCS2-H', `${CELL} BT /Ucs2 10 Tf 25 30 Td ${ucs2('决算')} Tj ET`],
    ['a font that is not embedded, GBK-EUC-H', `${CELL} BT /Gbk 10 Tf 25 30 Td ${gbk('决算')} Tj ET`],
    [
      'digits placed one by one',
      `${CELL} BT /Latin 10 Tf 1 0 0 1 25 30 Tm (1) Tj 1 0 0 1 31 30 Tm (2) Tj 1 0 0 1 37 30 Tm (.5) Tj ET`,
    ],
    ['text drawn twice for fake bold', `${CELL} BT /Latin 10 Tf 25 30 Td (12.5) Tj 0.2 0 Td (12.5) Tj ET`],
    ['spaced text', `${CELL} BT /Latin 8 Tf 3 Tc 25 30 Td (1,2) Tj ET`],
  ])('%s', async (_what, content) => {
    const bytes = tinyPdf({ pages: [{ content }] });
    expect(await differences(bytes)).toEqual([]);
  });

  test.each([0, 90, 180, 270])('a page rotated by %i', async (rotate) => {
    const bytes = tinyPdf({
      pages: [{ content: `${CELL} BT /Latin 10 Tf 25 30 Td (12.5) Tj ET`, rotate, cropBox: [5, 5, 180, 280] }],
    });
    const reader = await openWithPdfium(bytes);
    const page = await reader.page(1);
    await reader.close();
    expect([page.width, page.height]).toEqual(rotate % 180 === 0 ? [175, 275] : [275, 175]);
    expect(
      pageToGrids(page)
        .grids.flatMap((g) => g.cells.map((c) => c.text))
        .join(''),
    ).toBe('12.5');
    expect(await differences(bytes)).toEqual([]);
  });
});
