import { expect, test } from '@jest/globals';
import type { Page } from '../../../src/pages/page.js';
import { openWithPdfium } from '../../../src/pages/pdfium/reader.js';
import { tinyPdf } from '../tinyPdf.js';

async function pageOf(content: string): Promise<Page> {
  const reader = await openWithPdfium(tinyPdf({ pages: [{ content }] }));
  try {
    return await reader.page(1);
  } finally {
    await reader.close();
  }
}
const outlinesOf = async (content: string): Promise<number | undefined> => (await pageOf(content)).outlines;
/** Closed boxes of `size`, one every 4 points from the left, as one path. */
const boxes = (count: number, y: number, [width, height]: readonly [number, number]): string =>
  `${Array.from({ length: count }, (_, i) => `${10 + 4 * i} ${y} m ${10 + 4 * i + width} ${y} l ${10 + 4 * i + width} ${y + height} l ${10 + 4 * i} ${y + height} l h`).join(' ')} f`;

test('the dashes of a rule are no outlines of characters, however many they are', async () => {
  expect(await outlinesOf(`0 g ${boxes(40, 100, [2.3, 0.75])}`)).toBe(0);
  expect(await outlinesOf(`0 g ${boxes(4, 100, [3, 8])}`)).toBe(1);
});

test('dashes that their clip hides are no rule', async () => {
  const dashes = `0 g ${boxes(40, 100, [2.3, 0.75])}`;
  const rulesOf = async (content: string): Promise<number> => (await pageOf(content)).rules.length;
  expect(await rulesOf(`q 0 50 200 100 re W n ${dashes} Q`)).toBeGreaterThan(0);
  expect(await rulesOf(`q 0 150 200 100 re W n ${dashes} Q`)).toBe(0);
});

test('a rule in the margin that its clip hides is none: the row of the next page, as Chromium draws it', async () => {
  const rule = (y: number): string => `0 g 20 ${y} 150 0.75 re f`;
  const rulesOf = async (clip: string, y: number): Promise<number> =>
    (await pageOf(`q ${clip} re W n ${rule(y)} Q`)).rules.length;
  expect(await rulesOf('0 50 200 200', 60)).toBe(1);
  expect(await rulesOf('0 50 200 200', 30)).toBe(0);
});
