import { describe, expect, test } from '@jest/globals';
import type { Table } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page } from '../../src/pages/page.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';

/** A sheet of expenditure: two pages high and two wide. */
const HEAD = [
  '科目编码',
  '科目名称',
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];
const FIRST = [
  ['合计', null, '30.00', '17.00', '10.00', '1.00', '2.00', '0.00'],
  ['213', '农林水支出', '30.00', '17.00', '10.00', '1.00', '2.00', '0.00'],
];
const SECOND = [
  ['21303', '水利', '30.00', '17.00', '10.00', '1.00', '2.00', '0.00'],
  ['2130301', '行政运行', '30.00', '17.00', '10.00', '1.00', '2.00', '0.00'],
];
const TITLE = [
  { text: '支出决算表', x: 300, y: 80 },
  { text: '单位：万元', x: 500, y: 95 },
];
type Rows = readonly (readonly (string | null)[])[];
const left = (rows: Rows) => ({ x: 50, y: 100, widths: [80, 160, 90, 90, 90], rows: rows.map((r) => r.slice(0, 5)) });
const right = (rows: Rows) => ({ x: 50, y: 100, widths: [90, 90, 120], rows: rows.map((r) => r.slice(5)) });
const withLabels = (rows: Rows) => ({
  ...right(rows),
  widths: [80, 160, 90, 90, 120],
  rows: rows.map((r) => [...r.slice(0, 2), ...r.slice(5)]),
});

function read(...pages: Page[]): { table: Table; rules: string[] } {
  const drafts = gridsToDrafts(pages.map(pageToGrids));
  const { tables, findings } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
  return {
    table: tables.find((t) => t.key === 'expenditure')!,
    rules: findings.flatMap((f) => (f.rule === 'table-absent' ? [] : [f.rule])),
  };
}

const whole = (table: Table) =>
  table.rows.map((r) => [r.code || r.name, r.cells['total']?.value, r.cells['operating']?.value]);
const ROWS = [
  ['合计', '30.00', '2.00'],
  ['213', '30.00', '2.00'],
  ['21303', '30.00', '2.00'],
  ['2130301', '30.00', '2.00'],
];

describe('a sheet that is too wide for its page', () => {
  const [one, two] = [left([HEAD, ...FIRST]), left(SECOND)];
  test.each([
    [
      'first down, then over',
      [
        drawnPage([one], TITLE),
        drawnPage([two], [], 2),
        drawnPage([right([HEAD, ...FIRST])], [], 3),
        drawnPage([right(SECOND)], [], 4),
      ],
    ],
    [
      'first over, then down',
      [
        drawnPage([one], TITLE),
        drawnPage([right([HEAD, ...FIRST])], [], 2),
        drawnPage([two], [], 3),
        drawnPage([right(SECOND)], [], 4),
      ],
    ],
    [
      'with its labels on every page',
      [
        drawnPage([one], TITLE),
        drawnPage([two], [], 2),
        drawnPage([withLabels([HEAD, ...FIRST])], [], 3),
        drawnPage([withLabels(SECOND)], [], 4),
      ],
    ],
    [
      'with its head on every page',
      [
        drawnPage([one], TITLE),
        drawnPage([left([HEAD, ...SECOND])], [], 2),
        drawnPage([right([HEAD, ...FIRST])], [], 3),
        drawnPage([right([HEAD, ...SECOND])], [], 4),
      ],
    ],
    [
      'with its title on every page',
      [
        drawnPage([one], TITLE),
        drawnPage([right([HEAD, ...FIRST])], TITLE, 2),
        drawnPage([two], [], 3),
        drawnPage([right(SECOND)], [], 4),
      ],
    ],
  ])('%s', (_, pages) => {
    const { table, rules } = read(...pages);
    expect([table.status, rules]).toEqual(['present', []]);
    expect(table.pages.toSorted()).toEqual([1, 2, 3, 4]);
    expect(whole(table)).toEqual(ROWS);
    expect(table.rows.flatMap((r) => Object.values(r.cells).flatMap((c) => c.why))).toEqual([]);
  });

  test('each figure knows the page that it stands on', () => {
    const { table } = read(drawnPage([one], TITLE), drawnPage([right([HEAD, ...FIRST])], [], 2));
    const { total, operating } = table.rows[0]!.cells;
    expect([total?.page, total?.box[0], operating?.page, operating?.box[0]]).toEqual([1, 290, 2, 140]);
    expect(table.rows[0]!.page).toBe(1);
  });

  test('a page of which the other half is not there is told', () => {
    const { table, rules } = read(
      drawnPage([one], TITLE),
      drawnPage([right([HEAD, ...FIRST])], [], 2),
      drawnPage([two], [], 3),
    );
    expect([table.status, rules]).toEqual(['partial', ['table-partial']]);
    expect(whole(table).map((r) => r[2])).toEqual(['2.00', '2.00', undefined, undefined]);
  });

  test('rows at other heights are none of its', () => {
    const other = { ...right([HEAD, ...FIRST]), rowHeight: 27 };
    const { table, rules } = read(drawnPage([one], TITLE), drawnPage([other], [], 2));
    expect(table.status).toBe('partial');
    expect(rules).toContain('columns-missing');
  });
});
