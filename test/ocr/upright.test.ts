import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Engines, openEngines } from '../../src/ocr/engines.js';
import { readUpright } from '../../src/ocr/upright.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { type DrawnPage, drawnPage } from '../../src/pictures/pagePicture.js';
import type { Gray } from '../../src/pictures/picture.js';
import { fromRoot } from '../files.js';

let engines: Engines;
let page: DrawnPage;
beforeAll(async () => {
  engines = await openEngines();
  const bytes = new Uint8Array(readFileSync(fromRoot('samples/scans/qingzhou-2024.pdf')));
  const reader = await openWithPdfium(bytes, { maxObjects: 400_000, maxPixels: 250_000_000 }, 'draw');
  page = await reader.picture(4, drawnPage);
  await reader.close();
}, 240_000);
afterAll(async () => {
  await Promise.all([engines.first.close(), engines.second?.close()]);
});

/** The picture turned by quarters of a circle, clockwise. */
function turned(of: Gray, quarters: number): Gray {
  if (quarters === 0) return of;
  const { width, height } = of;
  const data = new Uint8Array(of.data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data[x * height + (height - 1 - y)] = of.data[y * width + x]!;
  return turned({ data, width: height, height: width }, quarters - 1);
}

test.each([1, 2, 3])(
  'a table that was scanned after %i quarter turns is read upright',
  async (quarters) => {
    const { picture, read } = await readUpright({ ...page, gray: turned(page.gray, quarters) }, 1, engines.first, null);
    expect(picture.toDisplayed.turn).toBe(quarters);
    const text = read.readings.map((r) => r.text).join(' ');
    for (const word of ['因公出国', '公务接待费', '39.80', '31.37']) expect(text).toContain(word);
  },
  240_000,
);
