import { describe, expect, test } from '@jest/globals';
import type { Table } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';

type Rows = readonly (readonly (string | null)[])[];

function read(rows: Rows): Table {
  const table = { x: 20, y: 100, widths: rows[0]!.map((_, i) => (i === 0 ? 120 : 42)), rows, size: 4 };
  const title = [
    { text: '财政拨款“三公”经费支出决算表', x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const drafts = gridsToDrafts([drawnPage([table], title)].map(pageToGrids));
  return draftsToTables(drafts, [], commonUnit(drafts.drafts)).tables.find((t) => t.key === 'three_public')!;
}

const figures = (table: Table, measure: 'budget' | 'final'): Record<string, string | null | undefined> =>
  Object.fromEntries(table.rows.map((r) => [r.name, r.cells[measure]?.value]));

const ITEMS = ['total', 'overseas', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'reception'];
const named = (values: readonly string[]) => Object.fromEntries(ITEMS.map((item, i) => [item, values[i]]));

const LAST = ['30.00', '8.00', '15.00', '3.00', '12.00', '7.00'];
const INITIAL = ['20.80', '4.00', '12.60', '0.00', '12.60', '4.20'];
const BUDGET = ['21.80', '5.00', '12.60', '0.00', '12.60', '4.20'];
const FINAL = ['17.37', '3.10', '11.02', '0.00', '11.02', '3.25'];

const LABELS = [
  '合计',
  '1．因公出国（境）费用',
  '2．公务用车购置及运行维护费',
  '（1）公务用车购置费',
  '（2）公务用车运行维护费',
  '3．公务接待费',
];
const list = (head: readonly string[], ...columns: readonly (readonly string[])[]): Rows => [
  ['项目', ...head],
  ...LABELS.map((label, i) => [label, ...columns.map((c) => c[i]!)]),
];
const TOP = ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费'];
const SUB = ['^', '^', '小计', '购置费', '运行费', '^'];
const over = (...words: readonly string[]): (string | null)[] =>
  words.flatMap((w) => [w, null, null, null, null, null]);

describe('“三公” in the ways that regions print it', () => {
  test.each<[string, Rows]>([
    ['a list with 年初 and 调整预算数', list(['年初预算数', '调整预算数', '决算数'], INITIAL, BUDGET, FINAL)],
    ['a list with years', list(['2023年预算', '2023年决算', '2022年决算'], BUDGET, FINAL, LAST)],
    ['a list with the budget of the next year', list(['2023年预算', '2023年决算', '2024年预算'], BUDGET, FINAL, LAST)],
    [
      'three measures over the items',
      [
        over('年初预算数', '全年预算数', '决算数'),
        [...TOP, ...TOP, ...TOP],
        [...SUB, ...SUB, ...SUB],
        [...INITIAL, ...BUDGET, ...FINAL],
      ],
    ],
    [
      'rows for measures',
      [
        ['项目', ...TOP],
        ['^', ...SUB],
        ['年初预算数', ...INITIAL],
        ['全年预算数', ...BUDGET],
        ['决算数', ...FINAL],
      ],
    ],
    [
      'rows for years, under a head that is no usual one',
      [
        ['年度', ...TOP],
        ['^', ...SUB],
        ['2022年决算', ...LAST],
        ['2023年预算', ...BUDGET],
        ['2023年决算', ...FINAL],
      ],
    ],
    [
      'rows for units beside their sum',
      [
        ['单位名称', ...over('预算数', '决算数')],
        ['^', ...TOP, ...TOP],
        ['^', ...SUB, ...SUB],
        ['合计', ...BUDGET, ...FINAL],
        ['某局本级', ...INITIAL, ...FINAL],
      ],
    ],
  ])('%s', (_, rows) => {
    const table = read(rows);
    expect(table.status).toBe('present');
    expect(figures(table, 'budget')).toEqual(named(BUDGET));
    expect(figures(table, 'final')).toEqual(named(FINAL));
    expect(table.rows.flatMap((r) => Object.values(r.cells).flatMap((c) => c.why))).toEqual([]);
  });

  test('统计数 alone are the final amounts, and what is counted beside them is none', () => {
    const counts = [
      '二、国有资产占用情况',
      '（一）车辆数合计（辆）',
      '1．机要通信用车',
      '2．应急保障用车',
      '3．其他用车',
      '（二）设备',
    ];
    const rows = LABELS.map((label, i) => [label, String(i + 1), FINAL[i]!, counts[i]!, String(i + 7), `${i}`]);
    const table = read([['项目', '行次', '统计数', '项目', '行次', '统计数'], ...rows]);
    expect(figures(table, 'final')).toEqual(named(FINAL));
  });

  test('rows of units without their sum: which one counts is in doubt', () => {
    const units: Rows = [
      ['某局本级', ...BUDGET, ...FINAL],
      ['某馆', ...INITIAL, ...FINAL],
    ];
    const { rows } = read([
      ['单位名称', ...over('预算数', '决算数')],
      ['^', ...TOP, ...TOP],
      ['^', ...SUB, ...SUB],
      ...units,
    ]);
    const { budget, final } = rows.find((r) => r.name === 'total')!.cells;
    expect(budget?.why).toEqual(['rows of its table print other amounts for it']);
    expect(final?.why).toEqual([]);
  });

  test('figures of statistics in a list beside the items are none of them', () => {
    const counts = [
      '（一）因公出国（境）团组数（个）',
      '（二）人次（人）',
      '（三）购置数（辆）',
      '（四）保有量（辆）',
      '（五）批次（个）',
      '（六）人次（人）',
    ];
    const table = read([
      ['项目', '决算数', '项目', '决算数'],
      ...LABELS.map((label, i) => [label, FINAL[i]!, counts[i]!, String(i)]),
    ]);
    expect(table.status).toBe('present');
    expect(figures(table, 'final')).toEqual(named(FINAL));
  });
});
