import { expect, test } from '@jest/globals';
import { pagesToSheets } from '../../src/grids/pagesToSheets.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page } from '../../src/pages/page.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';

const WIDTHS = [80, 200, 80, 80, 80];
const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const ROWS = [
  ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
  ['20126', '档案事务', '30.00', '20.00', '10.00'],
];
const title = { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 };
const number = (n: number) => ({ text: `- ${n} -`, x: 300, y: 580 });
const first = drawnPage([{ x: 100, y: 100, widths: WIDTHS, rows: [HEAD, ...ROWS] }], [title, number(1)], 1);
const last = (n: number): Page =>
  drawnPage(
    [{ x: 100, y: 100, widths: WIDTHS, rows: [['2012601', '行政运行', '30.00', '20.00', '10.00']] }],
    [number(n)],
    n,
  );
const blank = drawnPage([], [number(2)], 2);

const usable = { worth: 'usable' } as const;
const sheetsOf = (pages: readonly Page[], unread: readonly number[] = []) =>
  pagesToSheets(
    pages.map(pageToGrids),
    pages.map((p) => (unread.includes(p.number) ? { worth: 'none' } : usable)),
  );
const partsOf = (sheets: ReturnType<typeof sheetsOf>): number[][] =>
  gridsToDrafts(sheets).drafts.map((d) => d.parts.map((p) => p.grid.page));

test('a table goes on behind a blank page, and keeps the numbers of its pages', () => {
  expect(partsOf(sheetsOf([first, blank, last(3)]))).toEqual([[1, 3]]);
});

test('a page that was not read may hold a part of the table: nothing goes on over it', () => {
  expect(partsOf(sheetsOf([first, blank, last(3)], [2]))).toEqual([[1]]);
});

test('a page that is in the file twice counts once, and that is said', () => {
  const again = { ...first, number: 2, glyphs: first.glyphs.filter((g) => g.y0 < 560) };
  const sheets = sheetsOf([first, again, last(3)]);
  expect(partsOf(sheets)).toEqual([[1, 3]]);
  expect(sheets.map((s) => s.remarks.map((r) => r.rule))).toEqual([[], ['page-printed-twice'], []]);
});

test('a page with one other figure is no copy', () => {
  const rows = [HEAD, ROWS[0]!, ['20126', '档案事务', '31.00', '21.00', '10.00']];
  const other = drawnPage([{ x: 100, y: 100, widths: WIDTHS, rows }], [title, number(2)], 2);
  expect(sheetsOf([first, other]).flatMap((s) => s.remarks)).toEqual([]);
});
