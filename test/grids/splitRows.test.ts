import { expect, test } from '@jest/globals';
import { rowCount } from '../../src/grids/grid.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { drawnPage } from '../pages/drawn.js';

/** The cells of a table whose body has no rules between its rows; each line of a column `pitch` points under the one before. */
function cellsOf(columns: readonly (readonly string[])[], pitch = 14): string[][] {
  const height = pitch * columns[0]!.length + 6;
  const table = {
    x: 100,
    y: 100,
    widths: columns.map(() => 120),
    rowHeight: height,
    rows: [columns.map(() => ''), columns.map((_, c) => `head${c}`)],
  };
  const lines = columns.flatMap((texts, c) =>
    texts.map((text, i) => ({ text, x: 104 + 120 * c, y: 100 + 12 + pitch * i })),
  );
  const [grid] = pageToGrids(
    drawnPage(
      [table],
      lines.filter((l) => l.text !== ''),
    ),
  ).grids;
  return Array.from({ length: rowCount(grid!) - 1 }, (_, r) =>
    grid!.cells.filter((c) => c.row0 === r).map((c) => c.text),
  );
}

test('amounts at the same heights are rows of their own, with the labels beside them', () => {
  expect(
    cellsOf([
      ['行政运行', '机关服务', '合计'],
      ['1.00', '2.00', '3.00'],
      ['1.00', '2.00', '3.00'],
    ]),
  ).toEqual([
    ['行政运行', '1.00', '1.00'],
    ['机关服务', '2.00', '2.00'],
    ['合计', '3.00', '3.00'],
  ]);
});

test('a label without an amount that stands as far from the others as rows do is a row, too', () => {
  expect(
    cellsOf([
      ['本年收入合计', '使用非财政拨款结余', '年初结转和结余', '总计'],
      ['3.00', '', '1.00', '4.00'],
      ['3.00', '', '1.00', '4.00'],
    ]),
  ).toEqual([
    ['本年收入合计', '3.00', '3.00'],
    ['使用非财政拨款结余', '', ''],
    ['年初结转和结余', '1.00', '1.00'],
    ['总计', '4.00', '4.00'],
  ]);
});

test('the second line of a label is none', () => {
  const rows = cellsOf(
    [
      ['机关事业单位基本养老', '保险缴费支出', '行政运行'],
      ['3.00', '', '1.00'],
      ['3.00', '', '1.00'],
    ],
    10,
  );
  expect(rows.length).toBe(2);
});
