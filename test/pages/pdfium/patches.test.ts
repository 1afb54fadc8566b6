import { expect, test } from '@jest/globals';
import { openWithPdfium } from '../../../src/pages/pdfium/reader.js';
import { ref, type TinyPage, tinyPdf, ucs2 } from '../tinyPdf.js';

const show = (text: string, x: number, y: number): string =>
  `0 g BT /Ucs2 8 Tf 1 0 0 1 ${x} ${y} Tm ${ucs2(text)} Tj ET`;
const OLD = `${show('合计', 10, 100)} ${show('12.34', 60, 100)}`;
/** Over the figure and not over its label. */
const PATCH = '1 g 58 97 50 12 re f';

async function read(page: TinyPage, more: Omit<Parameters<typeof tinyPdf>[0], 'pages'> = {}): Promise<string> {
  const reader = await openWithPdfium(tinyPdf({ ...more, pages: [page] }));
  try {
    const { glyphs } = await reader.page(1);
    return glyphs.map((g) => (g.unseen ? `(${g.char})` : g.char)).join('');
  } finally {
    await reader.close();
  }
}

test('a figure under a white box with another over it is not what is printed', async () => {
  expect(await read({ content: `${OLD} ${PATCH} ${show('56.78', 60, 100)}` })).toBe('合计56.78');
});

test('a figure under a white box with nothing over it is marked', async () => {
  expect(await read({ content: `${OLD} ${PATCH}` })).toBe('合计(1)(2)(.)(3)(4)');
});

test('a white box beneath the text, one that its clip keeps from it, and a ground of the page cover nothing', async () => {
  expect(await read({ content: `${PATCH} ${OLD}` })).toBe('合计12.34');
  expect(await read({ content: `${OLD} q 10 200 50 12 re W n 1 g 0 0 150 280 re f Q` })).toBe('合计12.34');
  expect(await read({ content: `${OLD} 1 g 0 0 200 300 re f ${show('56.78', 60, 200)}` })).toBe('合计12.3456.78');
});

test('a page of thousands of annotations: LIMIT', async () => {
  const typed = '<< /Type /Annot /Subtype /FreeText /DA (/F 8 Tf) /Rect [58 97 108 109] /F 4 >>';
  const page = { content: OLD, annotations: Array.from({ length: 3000 }, () => 'typed') };
  await expect(read(page, { objects: { typed } })).rejects.toMatchObject({ code: 'LIMIT' });
});

test('text that was typed over a figure on a white ground takes its place', async () => {
  const typed = `<< /Type /Annot /Subtype /FreeText /DA (/F 8 Tf) /Rect [58 97 108 109] /F 4 /AP << /N ${ref('over')} >> >>`;
  const over = { content: `1 g 0 0 50 12 re f ${show('56.78', 2, 3)}`, box: [0, 0, 50, 12] };
  const page = { content: OLD, annotations: ['typed'] };
  expect(await read(page, { forms: { over }, objects: { typed } })).toBe('合计56.78');
});
