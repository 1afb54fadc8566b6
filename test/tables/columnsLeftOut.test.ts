import { describe, expect, test } from '@jest/globals';
import { draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

const HEAD = ['科目编码', '科目名称', '本年收入合计', '财政拨款收入'];
const ROWS = [
  ['合计', null, '30.00', '30.00'],
  ['205', '教育支出', '20.00', '20.00'],
  ['20501', '教育管理事务', '20.00', '20.00'],
  ['2050101', '行政运行', '20.00', '20.00'],
  ['208', '社会保障和就业支出', '10.00', '10.00'],
  ['20805', '行政事业单位养老支出', '10.00', '10.00'],
];
const LAST = ['2080505', '机关事业单位基本养老保险缴费支出', '10.00', '10.00'];

/** The state of a 收入决算表 on these pages, and what is found about its columns. */
function told(...pages: DrawnTable['rows'][]) {
  const heading = [
    { text: '收入决算表', x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const drawn = pages.map((rows, i) =>
    drawnPage(
      [{ x: 60, y: 100, widths: [70, 220, 90, 90, ...rows[0]!.slice(4).map(() => 90)], rows }],
      i ? [] : heading,
      i + 1,
    ),
  );
  const { tables, findings } = draftsToTables(gridsToDrafts(drawn.map(pageToGrids)), [], null);
  const table = tables.find((t) => t.key === 'revenue')!;
  const columns = findings.filter((f) => f.rule.startsWith('columns-')).map((f) => `${f.severity} ${f.rule}`);
  const doubts = table.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed').length;
  return { status: table.status, rows: table.rows.length, columns, doubts };
}

describe('columns that a publisher left out because nothing stood in them', () => {
  test('the totals are the sums of those that are there: the table is whole', () => {
    expect(told([HEAD, ...ROWS, LAST])).toEqual({
      status: 'present',
      rows: 7,
      columns: ['info columns-left-out'],
      doubts: 0,
    });
  });

  test('on two pages with the head on both', () => {
    expect(told([HEAD, ...ROWS], [HEAD, LAST])).toMatchObject({ status: 'present', rows: 7, doubts: 0 });
  });

  test.each([
    ['a row does not add up', [HEAD, ...ROWS, [...LAST.slice(0, 3), '9.00']]],
    ['a head is not understood', [[...HEAD, '附加'], ...[...ROWS, LAST].map((r) => [...r, ''])]],
    ['too few rows say so', [HEAD, ...ROWS.slice(0, 2)]],
  ])('%s: the table is not', (_, rows) => {
    expect(told(rows)).toMatchObject({ status: 'partial', columns: ['error columns-missing'] });
  });
});
