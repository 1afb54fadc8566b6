import { expect, test } from '@jest/globals';
import { openWithPdfium } from '../../../src/pages/pdfium/reader.js';
import { tinyPdf } from '../tinyPdf.js';

async function outlinesOf(content: string): Promise<number | undefined> {
  const reader = await openWithPdfium(tinyPdf({ pages: [{ content }] }));
  try {
    return (await reader.page(1)).outlines;
  } finally {
    await reader.close();
  }
}
/** Closed boxes of `size`, one every 4 points from the left, as one path. */
const boxes = (count: number, y: number, [width, height]: readonly [number, number]): string =>
  `${Array.from({ length: count }, (_, i) => `${10 + 4 * i} ${y} m ${10 + 4 * i + width} ${y} l ${10 + 4 * i + width} ${y + height} l ${10 + 4 * i} ${y + height} l h`).join(' ')} f`;

test('the dashes of a rule are no outlines of characters, however many they are', async () => {
  expect(await outlinesOf(`0 g ${boxes(40, 100, [2.3, 0.75])}`)).toBe(0);
  expect(await outlinesOf(`0 g ${boxes(4, 100, [3, 8])}`)).toBe(1);
});
