import { describe, expect, test } from '@jest/globals';
import { alignGrid, stretchesOf } from '../../src/grids/alignGrid.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { glyphsToLines } from '../../src/pages/lines.js';
import type { Rule } from '../../src/pages/page.js';
import { glyphsOf } from '../pages/drawn.js';

const REPORT = { page: 1, sheet: 1, reader: 'pdfium' } as const;
/** Words of rows as [text, x], rows 14 points apart. */
const linesOf = (rows: readonly (readonly (readonly [string, number])[])[]): ReturnType<typeof glyphsToLines> =>
  glyphsToLines(rows.flatMap((row, i) => row.flatMap(([text, x]) => glyphsOf(text, x, 100 + 14 * i))));

const HEAD = [
  [['本年支出', 284]],
  [
    ['科目编码', 50],
    ['科目名称', 120],
    ['合计', 232],
    ['基本支出', 284],
    ['项目支出', 364],
  ],
] as const;
const BODY = [
  [
    ['合计', 100],
    ['30.00', 232],
    ['10.00', 296],
  ],
  [
    ['201', 50],
    ['一般公共服务支出', 100],
    ['20.00', 232],
    ['10.00', 296],
  ],
  [
    ['208', 50],
    ['社会保障和就业支出', 100],
    ['10.00', 232],
  ],
] as const;

test('a table without rules has a column for every head, and a head over three of them', () => {
  const grid = alignGrid(REPORT, linesOf([...HEAD, ...BODY]))!;
  expect(stretchesOf(grid)).toHaveLength(5);
  const found = grid.cells.filter((c) => c.text !== '').map((c) => [c.text, c.row0, c.col0, c.col1]);
  expect(found).toEqual(
    expect.arrayContaining([
      ['本年支出', 0, 2, 4],
      ['项目支出', 1, 4, 4],
      ['10.00', 3, 3, 3],
      ['10.00', 4, 2, 2],
    ]),
  );
  expect(grid.cells.every((c) => c.doubt !== null)).toBe(true);
});

test('lines of a head over each other in one column are one text', () => {
  const grid = alignGrid(
    REPORT,
    linesOf([
      [['对附属单位', 228]],
      [
        ['科目编码', 50],
        ['科目名称', 120],
      ],
      [['补助支出', 232]],
      [
        ['201', 50],
        ['一般公共服务支出', 100],
        ['20.00', 240],
      ],
      [
        ['208', 50],
        ['社会保障和就业支出', 100],
        ['10.00', 240],
      ],
    ]),
  )!;
  expect(grid.cells.map((c) => c.text)).toContain('对附属单位补助支出');
});

test('text that has no figures is no table', () => {
  expect(alignGrid(REPORT, linesOf([[['本表反映部门本年度的收入情况', 50]], [['如本表为空', 50]]]))).toBeUndefined();
});

describe('columns that the head numbers', () => {
  const rowsIn = (lines: ReturnType<typeof linesOf>) => {
    const { cells, ys } = alignGrid(REPORT, lines)!;
    return ys.slice(1).map((_, r) =>
      cells
        .filter((c) => c.row0 === r && c.text !== '')
        .sort((a, b) => a.col0 - b.col0)
        .map((c) => `${c.col0} ${c.text}`),
    );
  };

  test('take the amounts whose right end has passed their number, however blank they are', () => {
    // Columns from 100, 200, 300 and 400, their numbers in the middle, amounts at the right.
    const rows = rowsIn(
      linesOf([
        [
          ['科目', 50],
          ['合计', 142],
          ['事业收入', 234],
          ['经营收入', 334],
          ['其他收入', 434],
        ],
        [
          ['栏次', 50],
          ['1', 148],
          ['2', 248],
          ['3', 348],
          ['4', 448],
        ],
        [
          ['合计', 50],
          ['30.00', 178],
          ['12.00', 278],
          ['18.00', 478],
        ],
      ]),
    );
    expect(rows.at(-1)).toEqual(['0 合计', '1 30.00', '2 12.00', '4 18.00']);
  });

  test('an amount at the right of its column is told from the label that it touches', () => {
    const rows = rowsIn(
      linesOf([
        [
          ['项目', 60],
          ['金额', 190],
          ['项目', 260],
          ['金额', 390],
        ],
        [
          ['栏次', 60],
          ['1', 196],
          ['栏次', 260],
          ['2', 396],
        ],
        [
          ['一、事业收入', 50],
          ['38.65', 220],
          ['一、教育支出', 240],
          ['20.00', 420],
        ],
        [
          ['年初结转和结余', 50],
          ['200.00', 216],
          ['年末结转和结余', 240],
          ['5.00', 424],
        ],
      ]),
    );
    expect(rows.at(-2)).toEqual(['0 一、事业收入', '1 38.65', '2 一、教育支出', '3 20.00']);
    expect(rows.at(-1)).toEqual(['0 年初结转和结余', '1 200.00', '2 年末结转和结余', '3 5.00']);
  });
});

test('amounts at the top of a row and its label below them are one row; two rows of figures are two', () => {
  const at = (y: number, ...words: [string, number][]) => words.flatMap(([text, x]) => glyphsOf(text, x, y));
  const grid = alignGrid(
    REPORT,
    glyphsToLines([
      ...at(100, ['科目', 60], ['合计', 200], ['基本支出', 296]),
      ...at(120, ['20.00', 304]),
      ...at(126, ['教育支出', 50], ['30.00', 200]),
      ...at(150, ['其他支出', 50], ['1.00', 204]),
      ...at(161, ['科技支出', 50], ['2.00', 204], ['2.00', 308]),
    ]),
  )!;
  const texts = grid.ys.slice(1).map((_, r) => grid.cells.filter((c) => c.row0 === r).map((c) => c.text));
  expect(texts.slice(1)).toEqual([
    ['教育支出', '30.00', '20.00'],
    ['其他支出', '1.00', ''],
    ['科技支出', '2.00', '2.00'],
  ]);
});

test('a table whose rows are ruled and whose columns are not is no grid of one column', () => {
  const glyphs = [0, 1, 2, 3].flatMap((r) => [
    ...glyphsOf('一般公共服务支出', 50, 112 + 20 * r),
    ...glyphsOf('20.00', 300, 112 + 20 * r),
  ]);
  const rules: Rule[] = [
    ...[100, 120, 140, 160, 180].map((at) => ({ axis: 'horizontal' as const, at, from: 40, to: 400, thickness: 1 })),
    ...[40, 400].map((at) => ({ axis: 'vertical' as const, at, from: 100, to: 180, thickness: 1 })),
  ];
  const page = { number: 1, width: 842, height: 595, reader: 'pdfium' as const, glyphs, rules, pictureShare: 0 };
  const read = pageToGrids(page);
  expect([read.grids.length, read.lines.length]).toEqual([0, 4]);
  const text = glyphsOf('本表反映部门本年度的总收支和年末结转结余情况', 50, 112);
  expect(pageToGrids({ ...page, glyphs: [...text, ...glyphsOf('二', 50, 132)] }).grids).toHaveLength(1);
});
