import { expect, test } from '@jest/globals';
import { DigitWitness } from '../../src/ocr/digitWitness.js';
import type { KeptCrops } from '../../src/ocr/secondFromCrops.js';
import type { Box } from '../../src/pages/page.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { cutDigits } from '../../src/pictures/cutDigits.js';
import type { Gray } from '../../src/pictures/picture.js';
import { toGray } from '../../src/pictures/toGray.js';
import { tinyPdf } from '../pages/tinyPdf.js';

const bounds = { maxObjects: 1000, maxPixels: 100_000_000 };
const DPI = 150;

/** Amounts as they are printed, cut closely, in black and white alone with a pixel in `noisy` turned over. */
async function printed(amounts: readonly string[], noisy = 40): Promise<Gray[]> {
  const lines = amounts.map((text, i) => `BT /Latin 9 Tf 20 ${180 - 14 * i} Td (${text}) Tj ET`);
  const bytes = tinyPdf({ pages: [{ content: lines.join('\n') }] });
  const reader = await openWithPdfium(bytes, bounds);
  const { glyphs } = await reader.page(1);
  let at = 0;
  const boxes = amounts.map(({ length }): Box => {
    const own = glyphs.slice(at, at + length);
    at += length;
    return [own[0]!.x0 - 3, own[0]!.y0 - 1, own.at(-1)!.x1 + 3, own[0]!.y1 + 1];
  });
  const drawn = await reader.areas(1, boxes, DPI);
  await reader.close();
  let seed = 5;
  return drawn.map((rendering) => {
    const { width, height, data } = toGray(rendering);
    const ink = data.map((v) => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const turned = v > 90 && v < 200 && seed % noisy === 0;
      return v < 150 !== turned ? 0 : 255;
    });
    return { width, height, data: ink };
  });
}

/** A witness to whom each amount is the only one of its page. */
async function witnessOf(amounts: readonly string[]): Promise<DigitWitness> {
  const half = amounts.length >> 1;
  const crops = [...(await printed(amounts.slice(0, half))), ...(await printed(amounts.slice(half)))];
  return new DigitWitness({ inside: (page: number) => [{ crop: crops[page]! }] } as unknown as KeptCrops);
}

const anywhere: Box = [0, 0, 1, 1];
const CERTAIN = [
  ...['1,803.74', '96,250.18', '24,730.65', '39,481.72', '56,907.43', '70,318.09', '82,645.90', '5,120.36'],
  ...['8,047.31', '19,562.80', '43,075.26', '27,184.93', '65,709.34', '30,819.07', '48,256.09', '1,562.03'],
];

test('an amount is cut where its digits meet, also where they touch or are broken', async () => {
  const [crop] = await printed(['9,103.65']);
  expect(cutDigits(crop!, '9,103.65')).toHaveLength(6);
  const broken = { ...crop!, data: crop!.data.slice() };
  for (let y = 0; y < crop!.height; y += 4) broken.data.fill(255, y * crop!.width, (y + 1) * crop!.width);
  expect(cutDigits(broken, '9,103.65')).toHaveLength(6);
});

test.each(['-9.10', '9.10%', '九', '', '1.2.3'])('%s is not cut', async (amount) => {
  const [crop] = await printed(['9,103.65']);
  expect(cutDigits(crop!, amount)).toBeUndefined();
});

test('where a point is read there is ink on the line and none over it', async () => {
  const [crop] = await printed(['910365']);
  expect(cutDigits(crop!, '91.365')).toBeUndefined();
});

test('an amount looks like itself and like no other', async () => {
  const shown = ['4,170.92', '3,858.60'];
  const witness = await witnessOf([...CERTAIN, ...shown]);
  for (const [i, amount] of CERTAIN.entries()) witness.learn(i, anywhere, amount);
  const others = (amount: string): string[] =>
    [...amount].flatMap((char, at) =>
      /\d/.test(char)
        ? [...'0123456789'].filter((d) => d !== char).map((d) => amount.slice(0, at) + d + amount.slice(at + 1))
        : [],
    );
  for (const [i, amount] of shown.entries()) {
    const page = CERTAIN.length + i;
    expect(witness.bearsOut(page, anywhere, amount)).toBe(true);
    expect(others(amount).filter((other) => witness.bearsOut(page, anywhere, other))).toEqual([]);
  }
});

test('where a digit was never seen, which would look most like another, it says no', async () => {
  const shown = ['1,171.92', '4,474.92'];
  const witness = await witnessOf([...CERTAIN, ...shown]);
  const known = CERTAIN.filter((amount) => !amount.includes('4'));
  for (const amount of known) for (let i = 0; i < 2; i++) witness.learn(CERTAIN.indexOf(amount), anywhere, amount);
  expect(shown.map((amount, i) => witness.bearsOut(CERTAIN.length + i, anywhere, amount.replaceAll('4', '1')))).toEqual(
    [false, false],
  );
});
