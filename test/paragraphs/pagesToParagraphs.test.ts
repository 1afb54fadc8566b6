import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readContents } from '../../src/document/contents.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { bytesToPages } from '../../src/pages/bytesToPages.js';
import type { Page } from '../../src/pages/page.js';
import { pagesToParagraphs } from '../../src/paragraphs/pagesToParagraphs.js';
import { joinPlaces, placesOf } from '../../src/paragraphs/paragraph.js';
import { DEFAULT_LIMITS } from '../../src/source/limits.js';
import { openSource } from '../../src/source/source.js';
import { fromRoot, nameOf, published, samples } from '../files.js';
import { drawnPage } from '../pages/drawn.js';

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const FULL = 60;
/** A page of text: 60 characters to the full line, 8 points each, the first line of a paragraph two characters in. */
const page = (lines: readonly Line[], number = 1): Page => drawnPage([], lines, number);
const body = (text: string, y: number, indent = 0): Line => ({ text, x: 100 + 8 * indent, y });
const filled = (start: string): string => start.padEnd(FULL, '字');
const read = (...pages: Page[]) => pagesToParagraphs(pages.map(pageToGrids), new Set());
const texts = (...pages: Page[]): string[] => read(...pages).paragraphs.map((p) => `${p.kind}: ${p.text}`);

describe('paragraphs', () => {
  test('are whole over lines and begin where a line is indented', () => {
    const first = filled('本年收入').slice(0, FULL - 2);
    expect(texts(page([body(first, 100, 2), body('合计。', 120), body('其中一项。', 140, 2)]))).toEqual([
      `text: ${first}合计。`,
      'text: 其中一项。',
    ]);
  });

  test('are whole over a page break, page numbers dropped', () => {
    const first = filled('支出').slice(0, FULL - 2);
    const pages = [
      page([body(first, 500, 2), body('- 1 -', 580, 30)]),
      page([body('12.34万元。', 60), body('- 2 -', 580, 30)], 2),
    ];
    expect(texts(...pages)).toEqual([`text: ${first}12.34万元。`]);
    expect(read(...pages).leftOut.map((l) => `${l.page} ${l.text} ${l.why}`)).toEqual([
      '1 -1- page-number',
      '2 -2- page-number',
    ]);
  });

  test('do not go on over pages that are lost', () => {
    const first = filled('支出').slice(0, FULL - 2);
    const pages = [page([body(first, 500, 2)]), page([body('12.34万元。', 60)], 2)].map(pageToGrids);
    const { paragraphs } = pagesToParagraphs(pages, new Set(), [], new Set([2]));
    expect(paragraphs.map((p) => p.text)).toEqual([first, '12.34万元。']);
  });

  test('take their words by baseline, whatever the order of the file and however little the numbers sit off the line', () => {
    const lines = [
      { text: '603.14万元', x: 180, y: 98 },
      { text: '，占20.51%。', x: 236, y: 99 },
      { text: '项目支出', x: 116, y: 100 },
    ];
    expect(texts(page(lines))).toEqual(['text: 项目支出603.14万元，占20.51%。']);
  });

  test('a heading stands apart, and the line that repeats on every page is no text', () => {
    const pages = [1, 2, 3].map((n) =>
      page(
        [
          { text: '某某局决算公开', x: 300, y: 30 },
          body('一、收入决算情况说明', 100, 2),
          body(filled(`第${n}段`).slice(0, FULL - 2), 120, 2),
          body('完。', 140),
        ],
        n,
      ),
    );
    expect(texts(...pages).slice(0, 2)).toEqual([
      'heading: 一、收入决算情况说明',
      `text: ${filled('第1段').slice(0, FULL - 2)}完。`,
    ]);
    expect(new Set(read(...pages).leftOut.map((l) => l.why))).toEqual(new Set(['running-head']));
  });

  test('text in a table is none of theirs, its head and its notes are known as such', () => {
    const table = {
      x: 100,
      y: 120,
      widths: [100, 100],
      rows: [
        ['项目', '决算数'],
        ['合计', '1.00'],
      ],
    };
    const lines = [
      { text: '收入决算表', x: 300, y: 80 },
      { text: '单位：万元', x: 400, y: 100 },
      { text: '注：本表反映收入情况。', x: 100, y: 190 },
    ];
    const { paragraphs } = pagesToParagraphs([pageToGrids(drawnPage([table], lines))], new Set());
    expect(paragraphs.map((p) => `${p.kind}: ${p.text}`)).toEqual([
      'head: 收入决算表',
      'head: 单位：万元',
      'note: 注：本表反映收入情况。',
    ]);
  });

  test('a number that is broken over two lines has a place on each', () => {
    const first = `${filled('支出').slice(0, FULL - 5)}1234`;
    const [p] = read(page([body(first, 100, 2), body('.56万元。', 120)])).paragraphs;
    const at = p!.text.indexOf('1234');
    const places = placesOf(p!, at, at + 7);
    expect(places).toHaveLength(2);
    expect(joinPlaces(places)!.box[1]).toBeLessThan(100);
    expect(joinPlaces(places)!.box[3]).toBeGreaterThan(115);
  });
});

const usable = [...samples(), ...published('accounts')].filter((f) => !/scan|garbled/.test(f));

const open = async (file: string) => {
  const bytes = new Uint8Array(readFileSync(file));
  const { made: grids } = await bytesToPages(openSource('x.pdf', bytes, DEFAULT_LIMITS), DEFAULT_LIMITS, pageToGrids);
  return { grids, ...pagesToParagraphs(grids, readContents(grids).pages) };
};

test.each(usable.map((f) => [nameOf(f), f]))(
  '%s: every character outside the tables comes out once, in reading order',
  async (_name, file) => {
    const { grids, paragraphs, leftOut } = await open(file);
    for (const { page: number, lines } of grids) {
      const printed = lines.map((l) => l.text);
      const kept = paragraphs.flatMap((p) => p.lines.filter((l) => l.page === number).map((l) => l.line.text));
      const dropped = leftOut.filter((l) => l.page === number).map((l) => l.text);
      expect([...kept, ...dropped].sort()).toEqual([...printed].sort());
      // What was kept stands in the order of the page.
      const order = printed.filter((t) => !dropped.includes(t));
      expect(kept.filter((t) => !dropped.includes(t))).toEqual(order);
    }
    for (const p of paragraphs) expect(p.text).toBe(p.lines.map((l) => l.line.text).join(''));
    // Only numbers are dropped as page numbers.
    for (const l of leftOut) if (l.why === 'page-number') expect(l.text).toMatch(/^\D{0,3}\d{1,4}\D{0,3}(?:\d+\D?)?$/);
  },
);

test('the text of a sample is the one that is printed', async () => {
  const { paragraphs } = await open(fromRoot('samples/qingzhou-2024.pdf'));
  const at = paragraphs.findIndex((p) => p.page > 10 && p.text.startsWith('一、收入支出决算总体情况说明'));
  expect(paragraphs.slice(at, at + 6).map((p) => `${p.kind}: ${p.text}`)).toEqual([
    'heading: 一、收入支出决算总体情况说明',
    'text: 2024年度收入总计、支出总计均为3790.84万元。与2023年度相比，收、支总计各增加705.50万元，增长22.87%。',
    'heading: 二、收入决算情况说明',
    'text: 本年收入合计3586.58万元，其中：财政拨款收入3537.86万元，占98.64%；事业收入38.65万元，占1.08%；其他收入10.06万元，占0.28%。',
    'heading: 三、支出决算情况说明',
    'text: 本年支出合计3675.51万元，其中：基本支出1803.13万元，占49.06%；项目支出1872.38万元，占50.94%。',
  ]);
});
