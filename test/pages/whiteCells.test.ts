import { expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { openWithPdfjs } from '../../src/pages/pdfjs/reader.js';
import { tinyPdf, ucs2 } from './tinyPdf.js';

/** A table as HTML with cell spacing prints it: white boxes on a dark one, no line drawn. */
const WIDTH = 50;
const HEIGHT = 20;
const cells = (count: number): string =>
  Array.from({ length: count }, (_, at) => {
    const x = 20 + (at % 3) * (WIDTH + 1);
    const y = 200 - Math.floor(at / 3) * (HEIGHT + 1);
    return `1 g ${x} ${y} ${WIDTH} ${HEIGHT} re f 0 g BT /Ucs2 8 Tf ${x + 3} ${y + 6} Td ${ucs2(`${at}.00`)} Tj ET`;
  }).join(' ');
const GROUND = '0 g 19 150 155 72 re f';

test.each([
  ['PDFium', openWithPdfium],
  ['pdf.js', openWithPdfjs],
] as const)('%s: white boxes on a dark ground are cells; white boxes on the paper are nothing', async (_name, open) => {
  const reader = await open(tinyPdf({ pages: [{ content: `${GROUND} ${cells(9)}` }, { content: cells(9) }] }));
  try {
    const [grid] = pageToGrids(await reader.page(1)).grids;
    expect(grid!.cells.map((c) => c.text).filter((t) => t !== '')).toEqual(
      Array.from({ length: 9 }, (_, at) => `${at}.00`),
    );
    expect((await reader.page(2)).rules).toEqual([]);
  } finally {
    await reader.close();
  }
});
