import { afterEach, describe, expect, test } from '@jest/globals';
import { ExtractError } from '../../../src/errors.js';
import type { Page, PageReader } from '../../../src/pages/page.js';
import { openWithPdfjs } from '../../../src/pages/pdfjs/reader.js';
import { tinyPdf } from '../tinyPdf.js';

const readers: PageReader[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});

async function open(bytes: Uint8Array): Promise<PageReader> {
  const reader = await openWithPdfjs(bytes);
  readers.push(reader);
  return reader;
}

const A_AT_20_30 = 'BT /Latin 10 Tf 20 30 Td (A) Tj ET';

const textOf = (page: Page): string => page.glyphs.map((glyph) => glyph.char).join('');

async function codeOf(bytes: Uint8Array): Promise<string> {
  const error = await openWithPdfjs(bytes).catch((caught: unknown) => caught);
  return error instanceof ExtractError ? error.code : String(error);
}

describe('a file', () => {
  test('tells its facts and leaves the caller its bytes', async () => {
    const bytes = tinyPdf({ pages: [{ content: '' }, { content: '' }], title: 'Juesuan', producer: 'a test' });
    const before = Buffer.from(bytes);
    const reader = await open(bytes);
    expect(reader.name).toBe('pdfjs');
    expect(reader.facts).toEqual({ pageCount: 2, producer: 'a test', title: 'Juesuan' });
    expect(before.equals(bytes)).toBe(true);
  });

  test('gives its pages in any order, and twice', async () => {
    const content = (char: string): string => `BT /Latin 10 Tf 20 30 Td (${char}) Tj ET`;
    const reader = await open(tinyPdf({ pages: [{ content: content('A') }, { content: content('B') }] }));
    const [second, first, again] = await Promise.all([reader.page(2), reader.page(1), reader.page(2)]);
    expect([second, first, again].map(textOf)).toEqual(['B', 'A', 'B']);
    expect([second, first].map((page) => page.number)).toEqual([2, 1]);
  });

  test('that is no PDF is UNREADABLE', async () => {
    expect(await codeOf(Buffer.from('no pdf at all'))).toBe('UNREADABLE');
    expect(await codeOf(new Uint8Array())).toBe('UNREADABLE');
  });

  test('that is locked is ENCRYPTED', async () => {
    expect(await codeOf(tinyPdf({ pages: [{ content: '' }], locked: true }))).toBe('ENCRYPTED');
  });

  test('has no page beyond its last', async () => {
    const reader = await open(tinyPdf({ pages: [{ content: '' }] }));
    await expect(reader.page(2)).rejects.toMatchObject({ code: 'UNREADABLE' });
  });

  test('with a page of more than the limit is LIMIT', async () => {
    const bytes = tinyPdf({ pages: [{ content: 'BT /Latin 10 Tf 20 30 Td (ABC) Tj ET' }] });
    const reader = await openWithPdfjs(bytes, { maxObjects: 2 });
    readers.push(reader);
    await expect(reader.page(1)).rejects.toMatchObject({ code: 'LIMIT' });
  });
});

describe('the displayed page', () => {
  // A of Helvetica 10 at (20, 30): 6.67 wide, from 1.2 under its baseline to 8.8 over it.
  test.each([
    { rotate: 0, width: 200, height: 300, box: [20, 261.2, 26.67, 271.2], baseline: 270, turn: 0 },
    { rotate: 90, width: 300, height: 200, box: [28.8, 20, 38.8, 26.67], baseline: 30, turn: 1 },
    { rotate: 180, width: 200, height: 300, box: [173.33, 28.8, 180, 38.8], baseline: 30, turn: 2 },
    { rotate: 270, width: 300, height: 200, box: [261.2, 173.33, 271.2, 180], baseline: 270, turn: 3 },
    { rotate: -90, width: 300, height: 200, box: [261.2, 173.33, 271.2, 180], baseline: 270, turn: 3 },
  ])('is turned by /Rotate $rotate', async ({ rotate, width, height, box, baseline, turn }) => {
    const page = await (await open(tinyPdf({ pages: [{ content: A_AT_20_30, rotate }] }))).page(1);
    expect(page).toMatchObject({ width, height });
    const glyph = page.glyphs[0]!;
    [glyph.x0, glyph.y0, glyph.x1, glyph.y1].forEach((value, index) => {
      expect(value).toBeCloseTo(box[index]!, 3);
    });
    expect(glyph.baseline).toBeCloseTo(baseline, 3);
    expect(glyph.size).toBeCloseTo(10, 3);
    expect(glyph.turn).toBe(turn);
  });

  test('is the crop box within the media box, in points whatever /UserUnit says', async () => {
    const page = { content: A_AT_20_30, cropBox: [10, 20, 110, 500], userUnit: 2 };
    const { width, height, glyphs } = await (await open(tinyPdf({ pages: [page] }))).page(1);
    expect({ width, height }).toEqual({ width: 100, height: 280 });
    expect(glyphs[0]).toMatchObject({ x0: 10, baseline: 270, size: 10 });
  });

  test('does not show text outside it', async () => {
    const content =
      'BT /Latin 10 Tf 1 0 0 1 20 30 Tm (in) Tj 1 0 0 1 20 320 Tm (over) Tj 1 0 0 1 -40 30 Tm (left) Tj ET';
    expect(textOf(await (await open(tinyPdf({ pages: [{ content }] }))).page(1))).toBe('in');
    const cropped = { content, cropBox: [100, 0, 200, 300] };
    expect(textOf(await (await open(tinyPdf({ pages: [cropped] }))).page(1))).toBe('');
  });
});

describe('pictures', () => {
  test('count by the share of the page they cover', async () => {
    const content = 'q 100 0 0 150 50 50 cm /Im Do Q q 100 0 0 100 150 250 cm /Im Do Q';
    const { pictureShare, rules } = await (await open(tinyPdf({ pages: [{ content }], images: { Im: [4, 4] } }))).page(
      1,
    );
    // The second is cut by the edge: 50 by 50 of it is seen.
    expect(pictureShare).toBeCloseTo((100 * 150 + 50 * 50) / (200 * 300), 6);
    expect(rules).toEqual([]);
  });

  test('as thin as a line are ruling lines', async () => {
    const content = 'q 100 0 0 0.5 50 99.75 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
    const { rules } = await (await open(tinyPdf({ pages: [{ content }] }))).page(1);
    expect(rules).toHaveLength(1);
    expect(rules[0]).toMatchObject({ axis: 'horizontal', from: 50, to: 150, thickness: 0.5 });
    expect(rules[0]!.at).toBeCloseTo(200, 6);
  });
});
