import { describe, expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { openWithPdfium } from '../../src/pages/pdfium/reader.js';
import { openWithPdfjs } from '../../src/pages/pdfjs/reader.js';
import { drawnPage, glyphsOf } from './drawn.js';
import { ref, tinyPdf, ucs2 } from './tinyPdf.js';

const READERS = [
  ['PDFium', openWithPdfium],
  ['pdf.js', openWithPdfjs],
] as const;

const show = (text: string, x: number, y: number, before = ''): string =>
  `BT ${before} /Ucs2 8 Tf 1 0 0 1 ${x} ${y} Tm ${ucs2(text)} Tj ET`;

describe.each(READERS)('%s', (_name, open) => {
  const read = async (content: string): Promise<string> => {
    const reader = await open(tinyPdf({ pages: [{ content }] }));
    try {
      return (await reader.page(1)).glyphs.map((g) => g.char).join('');
    } finally {
      await reader.close();
    }
  };

  test('reads a long text once that is drawn twice to look bold', async () => {
    const text = '一般公共预算财政拨款收入1239.40';
    expect(await read(`${show(text, 10, 100)} ${show(text, 10.3, 100)}`)).toBe(text);
  });

  test('leaves out text that crosses the page, and keeps what leans as a scan does', async () => {
    const across = `BT /Ucs2 8 Tf 0.7 0.7 -0.7 0.7 20 20 Tm ${ucs2('内部资料')} Tj ET`;
    expect(await read(`${show('合计', 10, 100)} ${across}`)).toBe('合计');
    expect(await read(`BT /Ucs2 8 Tf 0.9998 0.02 -0.02 0.9998 20 20 Tm ${ucs2('合计')} Tj ET`)).toBe('合计');
  });

  test('keeps upright characters that are made to slant, with the size of their line', async () => {
    const slanting = (x: number, text: string): string => `BT /Ucs2 8 Tf 1 0 0.333 1 ${x} 20 Tm ${ucs2(text)} Tj ET`;
    const reader = await open(tinyPdf({ pages: [{ content: slanting(20, '合计') }] }));
    try {
      const { glyphs } = await reader.page(1);
      expect(glyphs.map((g) => [g.char, g.turn, g.size.toFixed(2)])).toEqual([
        ['合', 0, '8.00'],
        ['计', 0, '8.00'],
      ]);
    } finally {
      await reader.close();
    }
  });

  test('reads what was typed onto a page and into the fields of a form, where a viewer shows it', async () => {
    const form = (text: string) => ({ content: show(text, 2, 2), box: [0, 0, 80, 12] });
    const typed = (kind: string, y: number, look: string): string =>
      `<< /Type /Annot ${kind} /Rect [60 ${y} 140 ${y + 12}] /F 4 /AP << /N ${ref(look)} >> >>`;
    const reader = await open(
      tinyPdf({
        pages: [{ content: show('合计', 10, 100), annotations: ['note', 'field', 'hidden'] }],
        forms: { typed: form('12.34'), filled: form('56.78'), gone: form('90.12') },
        objects: {
          note: typed('/Subtype /FreeText /DA (/F 8 Tf)', 98, 'typed'),
          field: typed('/Subtype /Widget /FT /Tx /T (a) /V (56.78)', 78, 'filled'),
          hidden: typed('/Subtype /FreeText /DA (/F 8 Tf)', 58, 'gone').replace('/F 4', '/F 2'),
        },
      }),
    );
    try {
      const { glyphs } = await reader.page(1);
      expect(glyphs.map((g) => g.char).join('')).toBe('合计12.3456.78');
      const [first, second] = ['1', '5'].map((char) => glyphs.find((g) => g.char === char)!);
      expect([first!.x0, first!.baseline, second!.x0, second!.baseline].map(Math.round)).toEqual([62, 200, 62, 220]);
    } finally {
      await reader.close();
    }
  });

  test('leaves out text that is not painted beside text that is', async () => {
    expect(await read(`${show('本年收入合计', 10, 100)} ${show('12.34', 80, 100, '3 Tr')}`)).toBe('本年收入合计');
    // Painted over its own unpainted copy it is seen.
    expect(await read(`${show('合计', 10, 100, '3 Tr')} ${show('合计', 10, 100, '0 Tr')}`)).toBe('合计');
  });

  describe('a clip', () => {
    const within = (box: string, content: string): string => `q ${box} re W n ${content} Q`;

    test('hides the lines that stand outside it', async () => {
      const lines = `${show('产出指', 10, 110)} ${show('标', 10, 100)}`;
      expect(await read(within('0 108 200 50', lines))).toBe('产出指');
      expect(await read(within('0 50 200 57', lines))).toBe('标');
      // What is drawn after it is not clipped by it.
      expect(await read(`${within('0 50 200 20', show('标', 10, 100))} ${show('合计', 10, 100)}`)).toBe('合计');
    });

    test('and the smaller part of a line on its edge, so that one of two pages has it', async () => {
      // PDFium takes a clip off what it thinks lies within it: this font tells it how tall its characters are.
      const line = 'BT /Latin 8 Tf 10 100 Td (12.5) Tj ET';
      expect(await read(within('0 102 200 50', line))).toBe('12.5');
      expect(await read(within('0 50 200 52', line))).toBe('');
      const reader = await open(tinyPdf({ pages: [{ content: within('0 102 200 50', line) }] }));
      const { glyphs } = await reader.page(1);
      // A cell that ends where the clip does has it within.
      expect(glyphs.map((g) => g.y1.toFixed(1))).toEqual(['198.0', '198.0', '198.0', '198.0']);
      await reader.close();
    });

    test('cuts no text that is too long for it', async () => {
      expect(await read(within('0 90 20 30', show('1234567.89', 10, 100)))).toBe('1234567.89');
    });

    test('inside another counts with it', async () => {
      expect(await read(within('0 108 200 50', within('0 50 200 80', show('标', 10, 100))))).toBe('');
      expect(await read(within('0 50 200 80', within('0 90 200 30', show('标', 10, 100))))).toBe('标');
    });
  });

  test('keeps text that is not painted where it is all there is: the text layer of a picture', async () => {
    expect(await read(show('本年收入合计', 10, 100, '3 Tr'))).toBe('本年收入合计');
  });
});

test('a character well taller than its cell lies over the table and is no part of it', () => {
  const page = drawnPage([
    {
      x: 50,
      y: 50,
      widths: [100, 100],
      rows: [
        ['本年收入合计', '12.34'],
        ['总计', '12.34'],
      ],
    },
  ]);
  const marked = { ...page, glyphs: [...page.glyphs, ...glyphsOf('公开', 80, 90, 40)] };
  expect(pageToGrids(marked).grids[0]!.cells.map((c) => c.text)).toEqual(['本年收入合计', '12.34', '总计', '12.34']);
});
