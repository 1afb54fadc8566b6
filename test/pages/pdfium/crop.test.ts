import { expect, test } from '@jest/globals';
import { type Crop, openForCrops } from '../../../src/pages/pdfium/crop.js';
import { openWithPdfium } from '../../../src/pages/pdfium/reader.js';
import { gbk, tinyPdf, ucs2 } from '../tinyPdf.js';

const draw = async (content: string): Promise<Crop> => {
  const reader = (await openForCrops(tinyPdf({ pages: [{ content }] })))!;
  try {
    return reader.crop(1, [20, 0, 80, 300], 2);
  } finally {
    reader.close();
  }
};
const ink = (crop: Crop): number => crop.gray.filter((v) => v < 128).length;

test.each([
  ['UniGB-UCS2-H', (text: string) => `/Ucs2 20 Tf 25 30 Td ${ucs2(text)} Tj`],
  ['GBK-EUC-H', (text: string) => `/Gbk 20 Tf 25 30 Td ${gbk(text)} Tj`],
])('text whose font is not in the file (%s) is drawn, each character as its own', async (_encoding, show) => {
  const [blank, one, other] = await Promise.all([draw(''), draw(`BT ${show('决')} ET`), draw(`BT ${show('算')} ET`)]);
  expect(ink(blank)).toBe(0);
  expect(ink(one)).toBeGreaterThan(100);
  expect(Buffer.from(one.gray).equals(Buffer.from(other.gray))).toBe(false);
});

test('drawing it changes nothing of how such text is read', async () => {
  const bytes = tinyPdf({ pages: [{ content: `BT /Gbk 10 Tf 25 30 Td ${gbk('决算')} Tj ET` }] });
  const read = async () => {
    const reader = await openWithPdfium(bytes);
    const page = await reader.page(1);
    await reader.close();
    return page.glyphs;
  };
  const before = await read();
  (await openForCrops(bytes))!.crop(1, [0, 0, 100, 100], 2);
  expect(await read()).toEqual(before);
  expect(before.map((g) => g.char).join('')).toBe('决算');
});

test('a file that does not open gives null', async () => {
  expect(await openForCrops(new TextEncoder().encode('no PDF'))).toBeNull();
});
