import { expect, test } from '@jest/globals';
import { alignGrid, stretchesOf } from '../../src/grids/alignGrid.js';
import { glyphsToLines } from '../../src/pages/lines.js';
import { glyphsOf } from '../pages/drawn.js';

const REPORT = { page: 1, reader: 'pdfium' } as const;
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
