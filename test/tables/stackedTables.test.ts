import { expect, test } from '@jest/globals';
import type { Table, TableKey } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

type Rows = DrawnTable['rows'];

function tablesOf(rows: Rows, title: string): (key: TableKey) => Table {
  const table = { x: 60, y: 100, widths: [90, 200, 90, 90, 90], rows };
  const heading = [
    { text: title, x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const drafts = gridsToDrafts([pageToGrids(drawnPage([table], heading))]);
  const { tables } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
  return (key) => tables.find((t) => t.key === key)!;
}

const totals = (table: Table) => table.rows.map((r) => [r.code || r.name, r.cells.total?.value]);

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const wide = (text: string) => [text, null, null, null, null];

test('tables one over the other in one grid are told apart by the title across it', () => {
  const tableOf = tablesOf(
    [
      HEAD,
      ['合计', null, '30.00', '20.00', '10.00'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
      wide('国有资本经营预算财政拨款支出决算表'),
      wide('单位：万元'),
      HEAD,
      ['合计', null, '7.00', '', '7.00'],
      ['223', '国有资本经营预算支出', '7.00', '', '7.00'],
    ],
    '一般公共预算财政拨款支出决算表',
  );
  expect(totals(tableOf('general_public_budget'))).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
  ]);
  expect(totals(tableOf('state_capital'))).toEqual([
    ['合计', '7.00'],
    ['223', '7.00'],
  ]);
});

test('a head that is printed again among the rows of a grid is no row', () => {
  const numbers = ['栏次', null, '1', '2', '3'];
  const tableOf = tablesOf(
    [
      HEAD,
      numbers,
      ['合计', null, '30.00', '20.00', '10.00'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
      HEAD,
      numbers,
      ['20126', '档案事务', '30.00', '20.00', '10.00'],
    ],
    '一般公共预算财政拨款支出决算表',
  );
  expect(totals(tableOf('general_public_budget'))).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
    ['20126', '30.00'],
  ]);
});

test('a remark across the table between its head and its rows is neither', () => {
  const rows = (remark: Rows) => [HEAD, ...remark, ['201', '一般公共服务支出', '30.00', '20.00', '10.00']];
  for (const text of ['（本表金额单位为万元，四舍五入）', '本表反映本年度支出，含年初结转。']) {
    const table = tablesOf(rows([wide(text)]), '一般公共预算财政拨款支出决算表')('general_public_budget');
    expect(table.columns.map((c) => c.key)).toEqual(['total', 'basic', 'project']);
    expect(totals(table)).toEqual([['201', '30.00']]);
  }
});

test('a head that is merged down to the numbers of the columns is none of them', () => {
  const tableOf = tablesOf(
    [
      ['科目编码', '科目名称', '合计', '基本支出', '备注'],
      ['1', '2', '3', '4', '^'],
      ['合计', null, '30.00', '30.00', ''],
      ['201', '一般公共服务支出', '30.00', '30.00', ''],
    ],
    '一般公共预算财政拨款支出决算表',
  );
  expect(totals(tableOf('general_public_budget'))).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
  ]);
});

test('a unit that its line breaks is the whole one', () => {
  const table: DrawnTable = {
    x: 60,
    y: 110,
    widths: [90, 200, 90, 90, 90],
    rows: [HEAD, ['201', '一般公共服务支出', '30.00', '20.00', '10.00']],
  };
  const heading = [
    { text: '一般公共预算财政拨款支出决算表（单位：万', x: 100, y: 80 },
    { text: '元）', x: 100, y: 92 },
  ];
  const [draft] = gridsToDrafts([pageToGrids(drawnPage([table], heading))]).drafts;
  expect([draft?.form.key, draft?.unit]).toEqual(['general_public_budget', '万元']);
});

test('a row of signatures or of a note is no row, and its digits are no code', () => {
  const tableOf = tablesOf(
    [
      HEAD,
      ['合计', null, '30.00', '20.00', '10.00'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
      ['注：本表反映2023年度收支情况，上年为12.34万元。', null, null, null, ''],
      ['单位负责人：张三 填表人：李四 2025年8月20日', null, null, null, ''],
    ],
    '一般公共预算财政拨款支出决算表',
  );
  const table = tableOf('general_public_budget');
  expect(table.status).toBe('present');
  expect(totals(table)).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
  ]);
});

test('blank rows on top of a grid end the table of the page before, where the title of another one follows them', () => {
  const blank = HEAD.map(() => '');
  const first = {
    x: 60,
    y: 100,
    widths: [90, 200, 90, 90, 90],
    rows: [HEAD, ['201', '一般公共服务支出', '3.00', '3.00', '']],
  };
  const rows = [
    ...[blank, blank, blank],
    wide('国有资本经营预算财政拨款支出决算表'),
    wide('公开09表'),
    wide('编制单位：青州湾市档案局 金额单位：万元'),
    HEAD,
    ['223', '国有资本经营预算支出', '7.00', '', '7.00'],
  ];
  const title = { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 };
  const drafts = gridsToDrafts([
    pageToGrids(drawnPage([first], [title])),
    pageToGrids(drawnPage([{ ...first, y: 40, rows }], [], 2)),
  ]);
  const { tables } = draftsToTables(drafts, [], '万元');
  const tableOf = (key: TableKey) => tables.find((t) => t.key === key)!;
  expect(totals(tableOf('general_public_budget')).filter(([name]) => name !== '')).toEqual([['201', '3.00']]);
  expect(totals(tableOf('state_capital'))).toEqual([['223', '7.00']]);
});
