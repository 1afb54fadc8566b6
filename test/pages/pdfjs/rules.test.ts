import { expect, test } from '@jest/globals';
import type { Rule } from '../../../src/pages/page.js';
import { openWithPdfjs } from '../../../src/pages/pdfjs/reader.js';
import { type TinyPdf, tinyPdf } from '../tinyPdf.js';

/** Rules of a page 200 by 300, to a hundredth, as `axis at from-to thickness`. */
async function rulesOf(content: string, more: Partial<TinyPdf> = {}): Promise<string[]> {
  const reader = await openWithPdfjs(tinyPdf({ pages: [{ content }], ...more }));
  try {
    return (await reader.page(1)).rules.map(describe);
  } finally {
    await reader.close();
  }
}

function describe({ axis, at, from, to, thickness }: Rule): string {
  const [a, f, t, w] = [at, from, to, thickness].map((value) => Math.round(value * 100) / 100);
  return `${axis} ${a} ${f}-${t} ${w}`;
}

test('strokes along an axis, each segment of a path', async () => {
  expect(await rulesOf('0.5 w 20 100 m 180 100 l 180 250 l S')).toEqual([
    'horizontal 200 20-180 0.5',
    'vertical 180 50-200 0.5',
  ]);
});

test('lines that go on after a close, from where it began', async () => {
  expect(await rulesOf('20 100 m 180 100 l h 20 150 l S')).toEqual([
    'horizontal 200 20-180 1',
    'vertical 20 150-200 1',
  ]);
});

test('strokes that lean a little, and not those that slope', async () => {
  expect(await rulesOf('20 100 m 180 100.4 l S')).toEqual(['horizontal 199.8 20-180 1']);
  expect(await rulesOf('20 100 m 180 110 l S')).toEqual([]);
});

test('a dashed stroke is one line', async () => {
  expect(await rulesOf('[3 2] 0 d 20 100 m 180 100 l S')).toEqual(['horizontal 200 20-180 1']);
});

test('short pieces of a line drawn in dashes', async () => {
  expect(await rulesOf('0.4 w 20 100 m 20.5 100 l S 21 100 m 21.5 100 l S')).toEqual([
    'horizontal 200 20-20.5 0.4',
    'horizontal 200 21-21.5 0.4',
  ]);
});

const EDGES = ['horizontal 200 20-180 1', 'vertical 180 150-200 1', 'horizontal 150 20-180 1', 'vertical 20 150-200 1'];

test.each(['S', 's', 'B', 'b', 'B*', 'b*'])('the four edges of a rectangle painted by %s', async (paint) => {
  expect(await rulesOf(`0.9 g 20 100 160 50 re ${paint}`)).toEqual(EDGES);
});

test.each(['f', 'F', 'f*'])('a thin rectangle filled by %s is one line in its middle', async (paint) => {
  expect(await rulesOf(`20 100 160 0.5 re ${paint}`)).toEqual(['horizontal 199.75 20-180 0.5']);
  expect(await rulesOf(`20 100 0.5 160 re ${paint}`)).toEqual(['vertical 20.25 40-200 0.5']);
});

test('a filled rectangle without height is a hairline', async () => {
  expect(await rulesOf('20 100 160 0 re f')).toEqual(['horizontal 200 20-180 0']);
});

test('several rectangles of one path are each for themselves', async () => {
  expect(await rulesOf('20 100 160 1 re 20 120 160 1 re f')).toEqual([
    'horizontal 199.5 20-180 1',
    'horizontal 179.5 20-180 1',
  ]);
});

test('a wide filled rectangle is shading, a clip is nothing', async () => {
  expect(await rulesOf('0.8 g 20 100 160 50 re f')).toEqual([]);
  expect(await rulesOf('20 100 160 1 re W n')).toEqual([]);
});

test('white is not seen, nor what is fully transparent', async () => {
  expect(await rulesOf('1 1 1 RG 20 100 m 180 100 l S 1 g 20 100 160 1 re f')).toEqual([]);
  expect(await rulesOf('0 0 0 0 k 20 100 160 1 re f')).toEqual([]);
  const states = { Clear: '<< /ca 0 /CA 0 >>' };
  expect(await rulesOf('/Clear gs 20 100 160 1 re f 20 50 m 180 50 l S', { states })).toEqual([]);
  expect(await rulesOf('0.5 G 20 100 m 180 100 l S')).toHaveLength(1);
});

test('Q gives colour and width back', async () => {
  expect(await rulesOf('q 1 G 5 w Q 20 100 m 180 100 l S')).toEqual(['horizontal 200 20-180 1']);
});

test('the matrix in force moves and scales lines', async () => {
  expect(await rulesOf('q 2 0 0 2 10 20 cm 1 w 5 40 m 50 40 l S Q')).toEqual(['horizontal 200 20-110 2']);
  expect(await rulesOf('q 0 1 -1 0 100 50 cm 0 0 m 100 0 l S Q')).toEqual(['vertical 100 150-250 1']);
});

test('lines of a form count, those of a layer that is switched off do not', async () => {
  const forms = { Line: { content: '0 0 m 100 0 l S', matrix: [1, 0, 0, 1, 20, 100] } };
  expect(await rulesOf('/Line Do', { forms })).toEqual(['horizontal 200 20-120 1']);
  expect(await rulesOf('/OC /Off BDC /Line Do EMC', { forms, layers: { Off: false } })).toEqual([]);
});

test('curves are no lines', async () => {
  expect(await rulesOf('20 100 m 60 100 120 100 180 100 c S')).toEqual([]);
});
