import { expect, test } from '@jest/globals';
import { alignGrid } from '../../src/grids/alignGrid.js';
import type { Segment } from '../../src/grids/segments.js';
import { glyphsToLines } from '../../src/pages/lines.js';
import { glyphsOf } from '../pages/drawn.js';

type Line = readonly [y: number, ...words: (readonly [text: string, x: number])[]];

/** The texts of every row of the grid that lines on a page give, with the columns of those that span several. */
function rowsOf(lines: readonly Line[], across: readonly Segment[] = []): string[][] {
  const glyphs = lines.flatMap(([y, ...words]) => words.flatMap(([text, x]) => glyphsOf(text, x, y)));
  const grid = alignGrid({ page: 1, sheet: 1, reader: 'pdfium', across }, glyphsToLines(glyphs))!;
  return grid.ys
    .slice(1)
    .map((_, r) =>
      grid.cells
        .filter((c) => c.row0 === r && c.text !== '')
        .map((c) => (c.col1 > c.col0 ? `${c.text} ${c.col0}-${c.col1}` : c.text)),
    );
}

const rule = (at: number, from = 40, to = 420): Segment => ({ at, from, to });

test('rules between the rows tell which lines are one row, and part the levels of the head', () => {
  const lines: Line[] = [
    [100, ['事业收入', 200], ['公务用车', 326]],
    [114, ['小计', 294], ['购置费', 330], ['运行费', 370]],
    [118, ['决算数', 204]],
    [130, ['社会保障和', 50]],
    [136, ['20.00', 204], ['10.00', 290], ['10.00', 330], ['10.00', 370]],
    [142, ['就业支出', 50]],
    [158, ['住房保障', 50]],
    [173, ['1.00', 208], ['1.00', 294]],
    [188, ['支出', 50]],
  ];
  const across = [rule(103, 280), rule(120), rule(146), rule(195)];
  expect(rowsOf(lines, across).filter((row) => row.length > 0)).toEqual([
    ['事业收入', '公务用车 2-4'],
    ['小计', '购置费', '运行费'],
    ['决算数'],
    ['社会保障和就业支出', '20.00', '10.00', '10.00', '10.00'],
    ['住房保障支出', '1.00', '1.00'],
  ]);
});

test('without them, lines of one row are closer than its rows', () => {
  const lines: Line[] = [
    [100, ['科目', 60], ['合计', 200], ['基本支出', 290]],
    [120, ['教育支出', 50], ['20.00', 200], ['10.00', 304]],
    [131, ['科技支出', 50], ['30.00', 200], ['10.00', 304]],
    [142, ['其他支出', 50], ['40.00', 200], ['10.00', 304]],
    [153, ['本年支出合计', 50], ['90.00', 200], ['30.00', 304]],
    [162, ['年末结转和结余', 50]],
  ];
  expect(rowsOf(lines).slice(1)).toEqual([
    ['教育支出', '20.00', '10.00'],
    ['科技支出', '30.00', '10.00'],
    ['其他支出', '40.00', '10.00'],
    ['本年支出合计', '90.00', '30.00'],
    ['年末结转和结余'],
  ]);
});

test('a label that begins as high as the figures of its row is no head', () => {
  const lines: Line[] = [
    [100, ['科目名称', 60], ['合计', 200], ['基本支出', 290]],
    [116, ['社会保障和', 50]],
    [120, ['20.00', 200], ['10.00', 304]],
    [124, ['就业支出', 50]],
    [144, ['教育支出', 50], ['30.00', 200], ['10.00', 304]],
  ];
  expect(rowsOf(lines)[1]).toEqual(['社会保障和就业支出', '20.00', '10.00']);
});

test('heads that nearly touch are cut where a gap stands between their columns', () => {
  const lines: Line[] = [
    [100, ['项目', 60], ['一般公共预算', 200], ['政府性基金预', 251]],
    [108, ['财政拨款', 208], ['算财政拨款', 255]],
    [124, ['教育支出', 50], ['20.00', 222], ['10.00', 270]],
    [136, ['其他支出', 50], ['30.00', 222], ['10.00', 270]],
  ];
  expect(rowsOf(lines)[0]).toEqual(['项目', '一般公共预算财政拨款', '政府性基金预算财政拨款']);
});
