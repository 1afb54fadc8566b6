import { expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

const HEAD = ['科目名称', '合计', '基本支出', '项目支出'];

function piecesOf(second: DrawnTable): number {
  const heading = [
    { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 },
    { text: '单位：万元', x: 500, y: 95 },
  ];
  const first: DrawnTable = {
    x: 60,
    y: 100,
    widths: [90, 200, 90, 90, 90],
    rows: [
      ['科目编码', ...HEAD],
      ['类款项', '合计', '30.00', '20.00', '10.00'],
    ],
  };
  const pages = [drawnPage([first], heading), { ...drawnPage([second]), number: 2 }];
  const { drafts } = gridsToDrafts(pages.map(pageToGrids));
  return drafts.find((d) => d.form.key === 'general_public_budget')!.parts.length;
}

const rows: DrawnTable['rows'] = [
  ['科目编码', null, null, ...HEAD],
  ['201', '', '', '一般公共服务支出', '30.00', '20.00', '10.00'],
  ['201', '26', '', '档案事务', '30.00', '20.00', '10.00'],
];

test.each([0, 1])(
  'a page with 类, 款 and 项 under the one column of codes before goes on, without %i rows of its head',
  (without) => {
    expect(piecesOf({ x: 60, y: 60, widths: [30, 30, 30, 200, 90, 90, 90], rows: rows.slice(without) })).toBe(2);
  },
);

test('amounts at other places are not those of the table', () => {
  expect(piecesOf({ x: 60, y: 60, widths: [30, 30, 30, 170, 90, 90, 90], rows })).toBe(1);
});
