import { describe, expect, test } from '@jest/globals';
import type { Glyph, Page } from '../../../src/pages/page.js';
import { openWithPdfjs } from '../../../src/pages/pdfjs/reader.js';
import { gbk, ref, type TinyPdf, tinyPdf, ucs2 } from '../tinyPdf.js';

async function read(content: string, more: Partial<TinyPdf> = {}): Promise<Page> {
  const reader = await openWithPdfjs(tinyPdf({ pages: [{ content }], ...more }));
  try {
    return await reader.page(1);
  } finally {
    await reader.close();
  }
}

const textOf = (page: Page): string => page.glyphs.map((glyph) => glyph.char).join('');
/** Left edges, to a hundredth. */
const lefts = (page: Page): number[] => page.glyphs.map((glyph) => Math.round(glyph.x0 * 100) / 100);
/** Baselines from the top of a page 300 high, as distances from its bottom. */
const heights = (page: Page): number[] => page.glyphs.map((glyph) => Math.round((300 - glyph.baseline) * 100) / 100);

describe('the text position', () => {
  test('moves by widths, and back by the numbers of TJ', async () => {
    // A digit of Helvetica is 0.556 em wide.
    const page = await read('BT /Latin 10 Tf 20 30 Td [(1) -500 (2) 100 (3)] TJ ET');
    expect(lefts(page)).toEqual([20, 30.56, 35.12]);
  });

  test('moves by character and word spacing, scaled by Tz', async () => {
    expect(lefts(await read('BT /Latin 10 Tf 4 Tc 20 30 Td (123) Tj ET'))).toEqual([20, 29.56, 39.12]);
    expect(lefts(await read('BT /Latin 10 Tf 3 Tw 20 30 Td (1 2) Tj ET'))).toEqual([20, 25.56, 31.34]);
    const narrow = await read('BT /Latin 10 Tf 50 Tz 4 Tc 20 30 Td (12) Tj ET');
    expect(lefts(narrow)).toEqual([20, 24.78]);
    expect(lefts(await read('BT /Latin 10 Tf 50 Tz 20 30 Td [(1) -500 (2)] TJ ET'))).toEqual([20, 25.28]);
    expect(narrow.glyphs[0]!.x1 - narrow.glyphs[0]!.x0).toBeCloseTo(2.78, 3);
  });

  test('goes to new lines by Td, TD, T*, quotes and Tm, up by Ts', async () => {
    const lines = 'BT /Latin 10 Tf 14 TL 20 200 Td (a) Tj T* (b) Tj (c) \' 0 -20 TD (d) Tj 1 2 (e) " 5 Ts (f) Tj ET';
    expect(heights(await read(lines))).toEqual([200, 186, 172, 152, 132, 137]);
    const scaled = await read('BT /Latin 1 Tf 10 0 0 10 20 50 Tm (a) Tj 0 2 Td (b) Tj ET');
    expect(heights(scaled)).toEqual([50, 70]);
    expect(scaled.glyphs[0]!.size).toBeCloseTo(10, 6);
  });

  test('is given back by Q', async () => {
    const page = await read(
      'BT /Latin 10 Tf 20 50 Td (a) Tj ET q 2 0 0 2 0 0 cm BT 20 50 Td (b) Tj ET Q BT 20 60 Td (c) Tj ET',
    );
    expect(heights(page)).toEqual([50, 100, 60]);
    expect(page.glyphs.map((glyph) => glyph.size)).toEqual([10, 20, 10]);
  });

  test('follows the matrices of nested forms', async () => {
    const page = await read('q 1 0 0 1 10 0 cm /Outer Do Q', {
      forms: {
        Outer: { content: 'q 1 0 0 1 0 7 cm /Inner Do Q', matrix: [2, 0, 0, 2, 0, 0] },
        Inner: { content: 'BT /Latin 5 Tf 3 4 Td (A) Tj ET', matrix: [1, 0, 0, 1, 20, 30] },
      },
    });
    // (3 + 20, 4 + 30 + 7), doubled, 10 to the right.
    expect(lefts(page)).toEqual([56]);
    expect(heights(page)).toEqual([82]);
    expect(page.glyphs[0]!.size).toBeCloseTo(10, 6);
  });
});

describe('characters', () => {
  test('of Chinese fonts that are not embedded are read by both encodings', async () => {
    const page = await read(
      `BT /Ucs2 10 Tf 20 100 Td ${ucs2('收入支出决算总表')} Tj ET BT /Gbk 10 Tf 20 80 Td ${gbk('一般公共预算财政拨款')} Tj ET`,
    );
    expect(textOf(page)).toBe('收入支出决算总表一般公共预算财政拨款');
    expect(lefts(page).slice(0, 3)).toEqual([20, 30, 40]);
    expect(page.glyphs.some((glyph) => glyph.unmapped)).toBe(false);
  });

  test('of a vertical font stand upright one under the other', async () => {
    const page = await read(`BT /Upright 10 Tf 100 200 Td ${ucs2('合计')} Tj ET`);
    expect(textOf(page)).toBe('合计');
    const boxes = page.glyphs.map(({ x0, y0, x1, y1 }) =>
      [x0, y0, x1, y1].map((value) => Math.round(value * 100) / 100),
    );
    expect(boxes).toEqual([
      [95, 100, 105, 110],
      [95, 110, 105, 120],
    ]);
    expect(page.glyphs.map((glyph) => glyph.turn)).toEqual([0, 0]);
    const spaced = await read(`BT /Upright 10 Tf -2 Tc 100 200 Td [${ucs2('合')} 300 ${ucs2('计')}] TJ ET`);
    // Down by the advance of 10, the spacing of 2 and 0.3 em.
    expect(spaced.glyphs[1]!.y0).toBeCloseTo(115, 3);
  });

  test('drawn as one ligature share its box evenly', async () => {
    const page = await read('BT /Mapped 10 Tf 20 30 Td <01> Tj ET', mapped('<01> <660066>'));
    expect(textOf(page)).toBe('ff');
    expect(page.glyphs.map(({ x0, x1 }) => [x0, x1])).toEqual([
      [20, 25],
      [25, 30],
    ]);
  });

  test('outside the first plane are one glyph', async () => {
    const page = await read('BT /Mapped 10 Tf 20 30 Td <01> Tj ET', mapped('<01> <d840dc00>'));
    expect(page.glyphs.map((glyph) => glyph.char)).toEqual(['\u{20000}']);
  });

  test('that the font does not map are marked, and never pass for white space', async () => {
    const page = await read('BT /Mapped 10 Tf 20 30 Td <0102> Tj ET', mapped('<01> <5143>'));
    expect(page.glyphs.map(({ char, unmapped }) => ({ char, unmapped }))).toEqual([
      { char: '元', unmapped: false },
      { char: '\uFFFD', unmapped: true },
    ]);
  });

  test('that are spaces or invisible are kept, and none is made up', async () => {
    const page = await read('BT /Latin 10 Tf 3 Tr 20 30 Td (1 2) Tj 100 0 Td (3) Tj ET');
    expect(textOf(page)).toBe('1 23');
    expect(page.glyphs.some((glyph) => glyph.generated)).toBe(false);
  });

  test('of a layer that is switched off are left out, and still move the position', async () => {
    const content = 'BT /Latin 10 Tf 20 30 Td /OC /Off BDC (1) Tj EMC /OC /On BDC (2) Tj EMC /P BMC (3) Tj EMC ET';
    const page = await read(content, { layers: { On: true, Off: false } });
    expect(textOf(page)).toBe('23');
    expect(lefts(page)).toEqual([25.56, 31.12]);
    const parts = await read(content, { layers: { First: false, Second: true, Off: 'First', On: 'Second' } });
    expect(textOf(parts)).toBe('23');
  });
});

test('a graphics state may set the font; what is in its mask is not on the page', async () => {
  const states = {
    Font: `<< /Font [${ref('latin')} 20] >>`,
    Masked: `<< /SMask << /S /Luminosity /G ${ref('Mask')} >> >>`,
  };
  const page = await read('/Font gs /Masked gs BT 20 30 Td (page) Tj ET', {
    states,
    objects: { latin: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
    forms: { Mask: { content: 'BT /Latin 10 Tf 20 30 Td (mask) Tj ET', group: true } },
  });
  expect(textOf(page)).toBe('page');
  expect(page.glyphs[0]!.size).toBeCloseTo(20, 6);
});

test('a Type 3 font has the size of its bounds', async () => {
  const procedure = '5 0 d0 0 0 5 7 re f';
  const page = await read('BT /Drawn 2 Tf 20 30 Td (11) Tj ET', {
    objects: { one: `<< /Length ${procedure.length} >>\nstream\n${procedure}\nendstream` },
    fonts: {
      Drawn: `<< /Type /Font /Subtype /Type3 /FontBBox [0 -2 10 8] /FontMatrix [1 0 0 1 0 0] /FirstChar 49
/LastChar 49 /Widths [5] /CharProcs << /one ${ref('one')} >> /Encoding << /Differences [49 /one] >> >>`,
    },
  });
  expect(textOf(page)).toBe('11');
  expect(lefts(page)).toEqual([20, 30]);
  expect(page.glyphs[0]).toMatchObject({ size: 20, unmapped: false });
  expect(page.rules).toEqual([]);
});

describe('fake bold', () => {
  const twice = (dx: number, dy: number, y = 30): string => {
    const text = ucs2('合');
    return `BT /Ucs2 10 Tf 1 0 0 1 20 ${y} Tm ${text} Tj 1 0 0 1 ${20 + dx} ${y + dy} Tm ${text} Tj ET`;
  };

  test.each([
    { dx: 0, dy: 0, y: 30 },
    { dx: 0.4, dy: 0, y: 30 },
    { dx: 1.5, dy: -0.5, y: 30 },
    // Over the edge, 264 from the top, of a strip in which neighbours are looked for: down and up.
    { dx: 0, dy: -1.5, y: 27.7 },
    { dx: 0, dy: 1.5, y: 27.1 },
  ])('shifted by ($dx, $dy) at $y is one character', async ({ dx, dy, y }) => {
    expect(textOf(await read(twice(dx, dy, y)))).toBe('合');
  });

  test('is no reason to drop a neighbour or another character', async () => {
    expect(textOf(await read(twice(5, 0)))).toBe('合合');
    expect(textOf(await read(twice(0, 5)))).toBe('合合');
    expect(textOf(await read(`${twice(0, 0)} BT /Ucs2 10 Tf 20 30 Td ${ucs2('计')} Tj ET`))).toBe('合计');
  });

  test('is not seen in narrow digits side by side', async () => {
    expect(textOf(await read('BT /Latin 4 Tf 25 Tz 20 30 Td (1111.00) Tj ET'))).toBe('1111.00');
  });
});

test('the turn is that of the text matrix', async () => {
  const turned = (a: number, b: number): string => `BT /Latin 10 Tf ${a} ${b} ${-b} ${a} 100 100 Tm (A) Tj ET`;
  const turns: Glyph['turn'][] = [];
  for (const [a, b] of [
    [1, 0],
    [0, -1],
    [-1, 0],
    [0, 1],
  ] as const) {
    turns.push((await read(turned(a, b))).glyphs[0]!.turn);
  }
  expect(turns).toEqual([0, 1, 2, 3]);
});

/** A simple font of glyphs one em wide with a ToUnicode map of one line. */
function mapped(line: string): Partial<TinyPdf> {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar ${line} endbfchar endcmap end end`;
  const widths = `/FirstChar 0 /LastChar 3 /Widths [1000 1000 1000 1000] /FontDescriptor ${ref('descriptor')}`;
  return {
    objects: {
      map: `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
      descriptor: '<< /Type /FontDescriptor /FontName /ABCDEF+Song /Flags 4 /FontBBox [0 -200 1000 800] >>',
    },
    fonts: { Mapped: `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song ${widths} /ToUnicode ${ref('map')} >>` },
  };
}
