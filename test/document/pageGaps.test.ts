import { describe, expect, test } from '@jest/globals';
import { pageGaps } from '../../src/document/pageGaps.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { type PageGrids, pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

/** Pages that print these at their feet; null prints nothing. */
const numbered = (...feet: readonly (string | null)[]): PageGrids[] =>
  feet.map((foot, i) => pageToGrids(drawnPage([], foot === null ? [] : [{ text: foot, x: 400, y: 570 }], i + 1)));
const jumps = (...feet: readonly (string | null)[]): (readonly number[])[] =>
  pageGaps(numbered(...feet)).map((g) => [g.before, g.after, ...g.printed]);

describe('page numbers', () => {
  test.each([
    ['that go up by one', ['1', '2', '3', '4']],
    ['that begin later, or anew', [null, null, '1', '2', '3', '1', '2', '3']],
    ['that are not on every page', ['1', '2', null, '4', '5']],
    ['one of which is misprinted', ['1', '2', '8', '4', '5']],
    ['that nothing bears out', ['3', '17', '90']],
  ])('%s show no gap', (_what, feet) => {
    expect(jumps(...feet)).toEqual([]);
  });

  test('that jump and are steady before and after show one', () => {
    expect(jumps('- 1 -', '- 2 -', '- 4 -', '- 5 -')).toEqual([[2, 3, 2, 4]]);
    expect(jumps('第1页', '第2页', '第5页')).toEqual([[2, 3, 2, 5]]);
    expect(jumps('1', '2', null, '6', '7')).toEqual([[2, 4, 2, 6]]);
  });
});

describe('a table beside a gap', () => {
  const row = (code: string, name: string) => [code, name, '30.00', '20.00', '10.00'];
  const head = [
    ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
    ['', '合计', '30.00', '20.00', '10.00'],
  ];
  const table = (rows: readonly (readonly string[])[], rowHeight: number): DrawnTable => ({
    x: 100,
    y: 100,
    widths: [80, 200, 80, 80, 80],
    rows: [...head, ...rows],
    rowHeight,
  });
  const title = [
    { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const rows = [row('201', '一般公共服务支出'), row('20126', '档案事务'), row('2012601', '行政运行')];
  const foot = (n: number) => ({ text: String(n), x: 400, y: 570 });
  const statusOf = (rowHeight: number, ...below: { text: string; x: number; y: number }[]) => {
    const first = drawnPage([table(rows, rowHeight)], [...title, ...below, foot(2)], 2);
    const pages = [drawnPage([], [foot(1)], 1), first, drawnPage([], [foot(4)], 3), drawnPage([], [foot(5)], 4)].map(
      pageToGrids,
    );
    const drafts = gridsToDrafts(pages);
    const nine = draftsToTables(drafts, [], commonUnit(drafts.drafts), undefined, pageGaps(pages));
    expect(nine.findings.map((f) => f.rule)).toContain('pages-lost');
    return nine.tables.find((t) => t.key === 'general_public_budget')!.status;
  };

  test('may go on where it fills its page', () => {
    expect(statusOf(85)).toBe('partial');
  });

  test('has ended where there is room below it, or its notes', () => {
    expect(statusOf(20)).toBe('present');
    expect(statusOf(75, { text: '注：本表反映部门本年度支出情况。', x: 100, y: 490 })).toBe('present');
  });
});

test('a class with money and nothing under it, where every other one has its items, has lost them', () => {
  const rows = (...more: string[][]): DrawnTable => ({
    x: 100,
    y: 100,
    widths: [80, 200, 80, 80, 80],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['', '合计', '60.00', '60.00', ''],
      ['201', '一般公共服务支出', '30.00', '30.00', ''],
      ['20126', '档案事务', '30.00', '30.00', ''],
      ['2012601', '行政运行', '30.00', '30.00', ''],
      ['221', '住房保障支出', '30.00', '30.00', ''],
      ...more,
    ],
  });
  const read = (table: DrawnTable) => {
    const page = drawnPage(
      [table],
      [
        { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 },
        { text: '单位：万元', x: 500, y: 95 },
      ],
    );
    const drafts = gridsToDrafts([pageToGrids(page)]);
    return draftsToTables(drafts, [], commonUnit(drafts.drafts)).tables.find((t) => t.key === 'general_public_budget')!
      .status;
  };
  expect(read(rows())).toBe('partial');
  expect(read(rows(['22102', '住房改革支出', '30.00', '30.00', '']))).toBe('partial');
  expect(
    read(rows(['22102', '住房改革支出', '30.00', '30.00', ''], ['2210201', '住房公积金', '30.00', '30.00', ''])),
  ).toBe('present');
});
