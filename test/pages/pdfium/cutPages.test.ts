import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Page } from '../../../src/pages/page.js';
import { cutPages } from '../../../src/pages/pdfium/cutPages.js';
import { openWithPdfium } from '../../../src/pages/pdfium/reader.js';
import { fromRoot } from '../../files.js';
import { tinyPdf } from '../tinyPdf.js';

async function pagesOf(bytes: Uint8Array): Promise<{ title: string; pages: Omit<Page, 'number'>[] }> {
  const reader = await openWithPdfium(bytes);
  const pages: Omit<Page, 'number'>[] = [];
  for (let i = 1; i <= reader.facts.pageCount; i++) {
    const { number: _, ...page } = await reader.page(i);
    pages.push(page);
  }
  await reader.close();
  return { title: reader.facts.title, pages };
}

const says = (text: string): { content: string } => ({ content: `BT /Latin 12 Tf 20 200 Td (${text}) Tj ET` });
const tiny = (pages: readonly { content: string }[], layers = {}): Uint8Array =>
  tinyPdf({ title: 'whole', pages, layers });
const ranges = async (bytes: Uint8Array, before: number[]): Promise<string[]> =>
  (await cutPages(bytes, before)).map(({ first, last }) => `${first}-${last}`);

describe('a file is cut before pages', () => {
  const five = tiny(['a', 'b', 'c', 'd', 'e'].map(says));

  test('in any order, and once before each', async () => {
    expect(await ranges(five, [4, 2, 4])).toEqual(['1-1', '2-3', '4-5']);
    expect(await ranges(five, [1])).toEqual(['1-5']);
  });

  test('pages that it does not have are left aside', async () => {
    expect(await ranges(five, [5, 6])).toEqual(['1-4', '5-5']);
  });

  test('a file that cannot be read is refused', async () => {
    await expect(cutPages(new TextEncoder().encode('no pdf'), [2])).rejects.toMatchObject({ code: 'UNREADABLE' });
    await expect(cutPages(tinyPdf({ pages: [says('a')], locked: true }), [])).rejects.toMatchObject({
      code: 'ENCRYPTED',
    });
  });
});

describe('the pages of a part read as they did', () => {
  test.each([
    ['a sample', readFileSync(fromRoot('samples/qingzhou-2024.pdf'))],
    ['layers', tiny([says('a'), { content: `/OC /off BDC ${says('7').content} EMC` }, says('c')], { off: false })],
  ])('%s', async (_, file) => {
    const whole = await pagesOf(new Uint8Array(file));
    const parts = await cutPages(new Uint8Array(file), [2, 3]);
    const read = await Promise.all(parts.map(({ bytes }) => pagesOf(bytes)));
    expect(read.flatMap(({ pages }) => pages)).toEqual(whole.pages);
    // What the file is called is what its first account is called.
    expect(read.map(({ title }) => title)).toEqual([whole.title, '', '']);
  });
});
