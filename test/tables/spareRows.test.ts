import { expect, test } from '@jest/globals';
import type { Table } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

function tableOf(key: Table['key'], title: string, ...pages: readonly DrawnTable[]): Table {
  const heading = [
    { text: title, x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const drafts = gridsToDrafts(
    pages.map((table, i) => pageToGrids({ ...drawnPage([table], i === 0 ? heading : []), number: i + 1 })),
  );
  return draftsToTables(drafts, [], commonUnit(drafts.drafts)).tables.find((t) => t.key === key)!;
}
const doubts = (table: Table): string[] =>
  table.rows.flatMap((r) => Object.values(r.cells).flatMap((c) => c.why.map((w) => `${c.raw}: ${w}`)));

const SIDES = ['项目', '决算数', '项目', '决算数'];
const halves = (...rows: (string | null)[][]): DrawnTable => ({
  x: 60,
  y: 100,
  widths: [150, 90, 150, 90],
  rows: [['收入', null, '支出', null], SIDES, ...rows] as DrawnTable['rows'],
});
const summary = (table: DrawnTable): Table => tableOf('revenue_expenditure_summary', '收入支出决算总表', table);

test('0.00 and signs for none in spare rows of a form are no amounts of anybody; an amount there is in doubt', () => {
  const rows = (spare: string) => [
    ['一、一般公共预算财政拨款收入', '30.00', '一、一般公共服务支出', '30.00'],
    ['', spare, '二、外交支出', ''],
    ['本年收入合计', '30.00', '本年支出合计', '30.00'],
    ['总计', '30.00', '总计', '30.00'],
  ];
  for (const spare of ['0.00', '——万元', '—']) expect(doubts(summary(halves(...rows(spare))))).toEqual([]);
  expect(doubts(summary(halves(...rows('5.00'))))).toEqual(['5.00: nothing names its row']);
});

test('a number that its narrow column breaks is one; two texts with room beside them may be two', () => {
  const read = (width: number): string[] => {
    const table: DrawnTable = {
      x: 60,
      y: 100,
      rowHeight: 30,
      widths: [90, 200, width, 90, 90],
      rows: [
        ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
        ['201', '一般公共服务支出', '', '20.00', '10.00'],
        ['合计', null, '30.00', '20.00', '10.00'],
      ],
    };
    const lines = [
      { text: '2542633', x: 352, y: 142 },
      { text: '0.54', x: 352, y: 154 },
    ];
    const heading = { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 };
    const drafts = gridsToDrafts([pageToGrids(drawnPage([table], [heading, ...lines]))]);
    const { tables } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
    return doubts(tables.find((t) => t.key === 'general_public_budget')!);
  };
  expect(read(42)).toEqual([]);
  expect(read(90)).toEqual(['25426330.54: its cell holds more than one line']);
});

test('收入 and 支出 down the side, under no head, are no cells of a row', () => {
  const side = (text: string | null, ...row: (string | null)[]): (string | null)[] => [text, ...row];
  const table: DrawnTable = {
    x: 60,
    y: 100,
    widths: [20, 150, 90, 150, 90],
    rows: [
      ['', '收入', null, '支出', null],
      side('', ...SIDES),
      side('收入支出', '一、一般公共预算财政拨款收入', '30.00', '一、一般公共服务支出', '30.00'),
      side('^', '二、政府性基金预算财政拨款收入', '', '二、外交支出', ''),
      side('^', '本年收入合计', '30.00', '本年支出合计', '30.00'),
      side('^', '总计', '30.00', '总计', '30.00'),
    ] as DrawnTable['rows'],
  };
  expect(doubts(summary(table))).toEqual([]);
});

test('the notes of a table in a frame of one column on the next page are no rows', () => {
  const first: DrawnTable = {
    x: 60,
    y: 100,
    widths: [90, 200, 90, 90, 90],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
      ['合计', null, '30.00', '20.00', '10.00'],
    ],
  };
  const notes: DrawnTable = {
    x: 60,
    y: 60,
    widths: [560],
    rows: [['注：本表反映2023年的12.34万元。'], ['填表人：王五']],
  };
  const table = tableOf('general_public_budget', '一般公共预算财政拨款支出决算表', first, notes);
  expect(table.rows.map((r) => r.code || r.name)).toEqual(['201', '合计']);
  expect([table.status, ...doubts(table)]).toEqual(['present']);
});
