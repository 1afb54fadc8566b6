import { expect, test } from '@jest/globals';
import type { Table, TableKey } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page } from '../../src/pages/page.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

function tableOf(key: TableKey, ...pages: Page[]): Table {
  const drafts = gridsToDrafts(pages.map(pageToGrids));
  return draftsToTables(drafts, [], commonUnit(drafts.drafts)).tables.find((t) => t.key === key)!;
}

const amounts = (table: Table, column = 'amount'): (string | null | undefined)[][] =>
  table.rows.map((r) => [r.code || r.name, r.cells[column]?.value]);

const heading = (title: string) => [
  { text: title, x: 300, y: 80 },
  { text: '(2023年度)', x: 350, y: 88 },
  { text: '单位：万元', x: 500, y: 95 },
];
const below = { x: 100, y: 100 };

test('a title that is printed again over rows without the head goes on with the table', () => {
  const table: DrawnTable = {
    ...below,
    widths: [80, 200, 80, 80, 80],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, '30.00', '20.00', '10.00'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
    ],
  };
  const more = { ...table, rows: [['20126', '档案事务', '30.00', '20.00', '10.00']] };
  const title = heading('一般公共预算财政拨款支出决算表');
  const read = tableOf('general_public_budget', drawnPage([table], title), drawnPage([more], title, 2));
  expect(amounts(read, 'total')).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
    ['20126', '30.00'],
  ]);
});

test('a row without amounts whose label reads like a head is a row where the head is printed again', () => {
  const head = ['项目', '行次', '决算数', '项目', '行次', '合计', '一般公共预算财政拨款'];
  const part = (rows: DrawnTable['rows']): DrawnTable => ({
    ...below,
    widths: [140, 30, 60, 140, 30, 60, 120],
    rows: [head, ...rows],
  });
  const first = part([['一、一般公共预算财政拨款', '1', '5.00', '一、一般公共服务支出', '33', '5.00', '5.00']]);
  const last = part([
    ['国有资本经营预算财政拨款', '31', '', '', '63', '', ''],
    ['总计', '32', '5.00', '总计', '64', '5.00', '5.00'],
  ]);
  const title = heading('财政拨款收入支出决算总表');
  const read = tableOf('appropriation_summary', drawnPage([first], title), drawnPage([last], [], 2));
  expect(read.rows.map((r) => [r.lineNo, r.name])).toContainEqual(['31', '国有资本经营预算财政拨款']);
  expect(read.rows.filter((r) => r.section === 'revenue').at(-1)?.cells.amount?.value).toBe('5.00');
});

test('06 as one list of codes with 合计, 人员经费 and 公用经费: its amount is 合计', () => {
  const read = tableOf(
    'general_public_budget_basic',
    drawnPage(
      [
        {
          ...below,
          widths: [80, 160, 80, 80, 80],
          rows: [
            ['经济分类科目', null, '一般公共预算财政拨款基本支出', null, null],
            ['科目编码', '科目名称', '合计', '人员经费', '公用经费'],
            ['合计', null, '30.00', '20.00', '10.00'],
            ['301', '工资福利支出', '20.00', '20.00', ''],
            ['302', '商品和服务支出', '10.00', '', '10.00'],
          ],
        },
      ],
      heading('一般公共预算财政拨款基本支出决算表'),
    ),
  );
  expect(read.status).toBe('present');
  expect(amounts(read)).toEqual([
    ['合计', '30.00'],
    ['301', '20.00'],
    ['302', '10.00'],
  ]);
});

test('of two tables of one form the one with more of its columns is read, the other is named', () => {
  const codes = ['223', '国有资本经营预算支出'];
  const split: DrawnTable = {
    ...below,
    widths: [80, 200, 80, 80, 80],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, '3.00', '', '3.00'],
      [...codes, '3.00', '', '3.00'],
    ],
  };
  const whole: DrawnTable = {
    ...below,
    widths: [80, 160, 70, 70, 70, 70],
    rows: [
      ['科目编码', '科目名称', '年初结转和结余', '本年收入', '本年支出', '年末结转和结余'],
      ['合计', null, '1.00', '4.00', '3.00', '2.00'],
      [...codes, '1.00', '4.00', '3.00', '2.00'],
    ],
  };
  const read = tableOf(
    'state_capital',
    drawnPage([whole], heading('国有资本经营预算财政拨款收入支出决算表')),
    drawnPage([split], heading('国有资本经营预算财政拨款支出决算表'), 2),
  );
  expect(amounts(read, 'opening_balance')).toEqual([
    ['合计', '1.00'],
    ['223', '1.00'],
  ]);
});

test('a table that goes on to the side under a head of other columns is not read into the columns before it', () => {
  const side = (heads: readonly string[], figures: readonly string[]): DrawnTable => ({
    ...below,
    widths: [80, 200, 110, 110],
    rows: [
      ['科目编码', '科目名称', ...heads],
      ['合计', null, ...figures],
      ['201', '一般公共服务支出', ...figures],
    ],
  });
  const title = heading('收入决算表');
  const read = tableOf(
    'revenue',
    drawnPage([side(['本年收入合计', '财政拨款收入'], ['9.00', '7.00'])], title),
    drawnPage([side(['事业收入', '其他收入'], ['1.50', '0.50'])], title, 2),
  );
  const figures = read.rows.flatMap((r) => Object.entries(r.cells).map(([key, c]) => [key, c.value]));
  expect(figures.filter(([key]) => key === 'total' || key === 'appropriation')).toEqual([
    ['total', '9.00'],
    ['appropriation', '7.00'],
    ['total', '9.00'],
    ['appropriation', '7.00'],
  ]);
});

test('a head that is merged over codes and names: what stands below tells which column has the codes', () => {
  const read = tableOf(
    'general_public_budget',
    drawnPage(
      [
        {
          ...below,
          widths: [80, 200, 80, 80, 80],
          rows: [
            ['科目编码|科目名称', null, '合计', '基本支出', '项目支出'],
            ['', '合计', '30.00', '20.00', '10.00'],
            ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
            ['20126', '档案事务', '30.00', '20.00', '10.00'],
          ],
        },
      ],
      heading('一般公共预算财政拨款支出决算表'),
    ),
  );
  expect(read.rows.map((r) => [r.code, r.name])).toEqual([
    ['', '合计'],
    ['201', '一般公共服务支出'],
    ['20126', '档案事务'],
  ]);
});

test('a head that is printed again in words that are not understood is no data: its column numbers tell it', () => {
  const head = (words: readonly string[]) => [
    ['科目编码', '科目名称', ...words],
    ['栏次', null, '1', '2', '3'],
  ];
  const table = { ...below, widths: [80, 200, 80, 80, 80] };
  const first = {
    ...table,
    rows: [...head(['合计', '基本支出', '项目支出']), ['201', '一般公共服务支出', '30.00', '20.00', '10.00']],
  };
  const more = {
    ...table,
    rows: [...head(['合t', '基木支山', '项日支']), ['20126', '档案事务', '30.00', '20.00', '10.00']],
  };
  const read = tableOf(
    'general_public_budget',
    drawnPage([first], heading('一般公共预算财政拨款支出决算表')),
    drawnPage([more], [], 2),
  );
  expect(amounts(read, 'total')).toEqual([
    ['201', '30.00'],
    ['20126', '30.00'],
  ]);
});

test('a column of “三公” that nothing names is said, and its figure is not taken', () => {
  const page = drawnPage(
    [
      {
        ...below,
        widths: [60, 90, 110, 70, 60, 90, 110, 70],
        rows: [
          ['预算数', null, null, null, '决算数', null, null, null],
          [
            '某某',
            '因公出国（境）费',
            '公务用车购置及运行费',
            '公务接待费',
            '合计',
            '因公出国（境）费',
            '公务用车购置及运行费',
            '公务接待费',
          ],
          ['3.00', '0.00', '2.00', '1.00', '2.50', '0.00', '1.50', '1.00'],
        ],
      },
    ],
    heading('财政拨款三公经费支出决算表'),
  );
  const drafts = gridsToDrafts([pageToGrids(page)]);
  const { tables, findings } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
  const total = tables.find((t) => t.key === 'three_public')!.rows.find((r) => r.name === 'total')!;
  expect(Object.entries(total.cells).map(([key, c]) => [key, c.value])).toEqual([['final', '2.50']]);
  expect(findings.filter((f) => f.rule === 'unknown-column').map((f) => f.actual)).toEqual(['预算数/某某']);
});

test('a code that is merged over the columns of 类, 款 and 项 is one code; 基本支出 with its parts', () => {
  const table: DrawnTable = {
    ...below,
    widths: [40, 40, 40, 150, 80, 60, 60, 60, 60, 90, 60, 110],
    rows: [
      [
        '项目',
        null,
        null,
        null,
        '本年支出合计',
        '基本支出',
        null,
        null,
        '项目支出',
        '上缴上级支出',
        '经营支出',
        '对附属单位补助支出',
      ],
      ['支出功能分类科目编码', null, null, '科目名称', '^', '小计', '人员经费', '公用经费', '^', '^', '^', '^'],
      ['类', '款', '项', '栏次', '1', '2', '3', '4', '5', '6', '7', '8'],
      ['^', '^', '^', '合计', '9.00', '6.00', '5.00', '1.00', '3.00', '', '', ''],
      ['201', null, null, '一般公共服务支出', '9.00', '6.00', '5.00', '1.00', '3.00', '', '', ''],
      ['2012601', null, null, '行政运行', '9.00', '6.00', '5.00', '1.00', '3.00', '', '', ''],
    ],
  };
  const read = tableOf('expenditure', drawnPage([table], heading('支出决算表')));
  expect(amounts(read, 'basic')).toEqual([
    ['合计', '6.00'],
    ['201', '6.00'],
    ['2012601', '6.00'],
  ]);
  expect(read.status).toBe('present');
});

test('code and name in one column', () => {
  const table: DrawnTable = {
    ...below,
    widths: [250, 80, 80, 80],
    rows: [
      ['项目', '合计', '基本支出', '项目支出'],
      ['合计', '9.00', '6.00', '3.00'],
      ['201一般公共服务支出', '9.00', '6.00', '3.00'],
      ['[2012601]行政运行', '9.00', '6.00', '3.00'],
    ],
  };
  const read = tableOf('general_public_budget', drawnPage([table], heading('一般公共预算财政拨款支出决算表')));
  expect(read.rows.map((r) => [r.code, r.name])).toEqual([
    ['', '合计'],
    ['201', '一般公共服务支出'],
    ['2012601', '行政运行'],
  ]);
});

const HALVES = [
  ['一、一般公共预算财政拨款收入', '5.00', '一、一般公共服务支出', '4.00'],
  ['本年收入合计', '5.00', '本年支出合计', '4.00'],
  ['年初结转和结余', '', '年末结转和结余', '1.00'],
  ['总计', '5.00', '总计', '5.00'],
];

test('a third block that classes the same spending in another way is no part of 支出, and that is said', () => {
  const table: DrawnTable = {
    ...below,
    widths: [140, 60, 140, 60, 200, 60],
    rows: [
      ['收入', null, '支出', null, null, null],
      ['项目', '决算数', '项目（按功能分类）', '决算数', '项目（按支出性质和经济分类）', '决算数'],
      ...HALVES.map((row, i) => [...row, ['一、基本支出', '', '', '总计'][i]!, ['4.00', '', '', '4.00'][i]!]),
    ],
  };
  const drafts = gridsToDrafts([pageToGrids(drawnPage([table], heading('收入支出决算总表')))]);
  const { tables, findings } = draftsToTables(drafts, [], null);
  const spent = tables[0]!.rows.filter((r) => r.section === 'expenditure');
  expect(spent.map((r) => r.name)).toEqual(HALVES.map((row) => row[2]));
  expect(findings.map((f) => f.message).join()).toContain('项目(按支出性质和经济分类)/决算数');
});

test('收入 and 支出 in one list', () => {
  const list = [...HALVES.map((row) => row.slice(0, 2)), ...HALVES.map((row) => row.slice(2))];
  const table: DrawnTable = { ...below, widths: [250, 80], rows: [['项目', '决算数'], ...list] };
  const read = tableOf('revenue_expenditure_summary', drawnPage([table], heading('收入支出决算总表')));
  expect(read.rows.map((r) => [r.section, r.name])).toEqual([
    ...HALVES.map((row) => ['revenue', row[0]]),
    ...HALVES.map((row) => ['expenditure', row[2]]),
  ]);
  expect(read.status).toBe('present');
});

test('“三公” with final amounts alone', () => {
  const table: DrawnTable = {
    ...below,
    widths: [60, 100, 60, 100, 100, 90, 60, 60],
    rows: [
      ['“三公”经费', null, null, null, null, null, '会议费', '培训费'],
      ['合计', '因公出国（境）费', '公务用车购置及运行费', null, null, '公务接待费', '^', '^'],
      ['^', '^', '小计', '公务用车购置费', '公务用车运行费', '^', '^', '^'],
      ['4.00', '0.00', '2.50', '0.00', '2.50', '1.50', '3.00', '2.00'],
    ],
  };
  const read = tableOf('three_public', drawnPage([table], heading('财政拨款“三公”经费支出决算表')));
  expect(read.rows.map((r) => [r.name, r.cells['final']?.value, r.cells['budget']])).toEqual([
    ['total', '4.00', undefined],
    ['overseas', '0.00', undefined],
    ['vehicle', '2.50', undefined],
    ['vehicle_purchase', '0.00', undefined],
    ['vehicle_operation', '2.50', undefined],
    ['reception', '1.50', undefined],
    ['meeting', '3.00', undefined],
    ['training', '2.00', undefined],
  ]);
});

test('序号 beside 收入项目 and 支出项目 numbers the rows, and is no part of their names', () => {
  const table: DrawnTable = {
    ...below,
    widths: [140, 30, 70, 140, 30, 70],
    rows: [
      ['收入项目', '序号', '金额', '支出项目', '序号', '金额'],
      ['一、一般公共预算财政拨款收入', '1', '5.00', '一、一般公共服务支出', '32', '4.00'],
      ['总计', '31', '5.00', '总计', '62', '5.00'],
    ],
  };
  const read = tableOf('revenue_expenditure_summary', drawnPage([table], heading('收入支出决算总表')));
  expect(read.rows.map((r) => [r.section, r.lineNo, r.name])).toEqual([
    ['revenue', '1', '一、一般公共预算财政拨款收入'],
    ['revenue', '31', '总计'],
    ['expenditure', '32', '一、一般公共服务支出'],
    ['expenditure', '62', '总计'],
  ]);
});

test('上年结转 and 结转下年 are the balances of a fund table', () => {
  const table: DrawnTable = {
    ...below,
    widths: [60, 120, 60, 60, 60, 60, 60, 60],
    rows: [
      ['项目', null, '上年结转', '本年收入', '本年支出', null, null, '结转下年'],
      ['科目编码', '科目名称', '^', '^', '小计', '基本支出', '项目支出', '^'],
      ['合计', null, '1.00', '2.00', '2.50', '0.00', '2.50', '0.50'],
    ],
  };
  const read = tableOf('government_fund', drawnPage([table], heading('政府性基金预算财政拨款收入支出决算表')));
  expect(amounts(read, 'opening_balance')).toEqual([['合计', '1.00']]);
  expect(amounts(read, 'closing_balance')).toEqual([['合计', '0.50']]);
});

test.each([
  ['拨款小计', 'partial'],
  ['备注', 'present'],
  ['比上年增减%', 'present'],
])('a table without 上级补助收入 and with a column %s is %s', (strange, status) => {
  const table: DrawnTable = {
    ...below,
    widths: [60, 120, 60, 60, 60, 60],
    rows: [
      ['科目编码', '科目名称', '本年收入合计', '财政拨款收入', '其他收入', strange],
      ['合计', null, '3.00', '2.00', '1.00', ''],
      ['201', '一般公共服务支出', '3.00', '2.00', '1.00', ''],
    ],
  };
  expect(tableOf('revenue', drawnPage([table], heading('收入决算表'))).status).toBe(status);
});

test('rows of a table on top of a page, before a head that is printed among them, are read', () => {
  const head = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
  const page = (rows: DrawnTable['rows']): DrawnTable => ({ ...below, widths: [80, 200, 80, 80, 80], rows });
  const numbers = ['栏次', null, '1', '2', '3'];
  const first = page([head, numbers, ['合计', null, '30.00', '20.00', '10.00']]);
  const second = page([
    ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
    head,
    numbers,
    ['20126', '档案事务', '30.00', '20.00', '10.00'],
  ]);
  const title = heading('一般公共预算财政拨款支出决算表');
  const read = tableOf('general_public_budget', drawnPage([first], title), drawnPage([second], [], 2));
  expect(amounts(read, 'total')).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
    ['20126', '30.00'],
  ]);
});

test('“三公” with a head that is not understood over one of its figures is partial', () => {
  const table: DrawnTable = {
    ...below,
    widths: [80, 80, 80, 80, 80, 80],
    rows: [
      ['公务用车购置费', null, '公务用车运行维护费', null, '公务接待费', null],
      ['预算数', '决算数', '预算数', '实际发生', '预算数', '决算数'],
      ['5.00', '4.00', '6.00', '5.00', '4.00', '4.00'],
    ],
  };
  const read = tableOf('three_public', drawnPage([table], heading('财政拨款“三公”经费支出决算表')));
  expect(read.status).toBe('partial');
});

test('a column that says whose a row is has no part in its name, and names it where nothing else does', () => {
  const table: DrawnTable = {
    ...below,
    widths: [120, 80, 160, 80, 80, 80],
    rows: [
      ['单位名称', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', '', '', '30.00', '20.00', '10.00'],
      ['青州湾市档案局', '201', '一般公共服务支出', '30.00', '20.00', '10.00'],
    ],
  };
  const read = tableOf('general_public_budget', drawnPage([table], heading('一般公共预算财政拨款支出决算表')));
  expect(read.rows.map((r) => [r.code, r.name, r.cells['total']?.value])).toEqual([
    ['', '合计', '30.00'],
    ['201', '一般公共服务支出', '30.00'],
  ]);
});

test('an amount that prints another unit than its table is in doubt', () => {
  const table: DrawnTable = {
    ...below,
    widths: [80, 160, 80, 80, 80],
    rows: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['合计', null, '30.00万元', '20.00万元', '100000.00元'],
    ],
  };
  const read = tableOf('general_public_budget', drawnPage([table], heading('一般公共预算财政拨款支出决算表')));
  const { total, project } = read.rows[0]!.cells;
  expect([total?.value, total?.why]).toEqual(['30.00', []]);
  expect([project?.value, project?.why]).toEqual(['100000.00', ['it is printed in 元, and its table in 万元']]);
});

test('the same form of another unit under it is a second table, and not more rows of the first', () => {
  const table = (rows: DrawnTable['rows']): DrawnTable => ({
    ...below,
    widths: [80, 200, 80, 80, 80],
    rows: [['科目编码', '科目名称', '合计', '基本支出', '项目支出'], ...rows],
  });
  const title = heading('一般公共预算财政拨款支出决算表');
  const first = table([
    ['合计', null, '30.00', '20.00', '10.00'],
    ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
  ]);
  const second = table([
    ['合计', null, '3.00', '2.00', '1.00'],
    ['201', '一般公共服务支出', '3.00', '2.00', '1.00'],
  ]);
  const drafts = gridsToDrafts([drawnPage([first], title), drawnPage([second], title, 2)].map(pageToGrids));
  expect(drafts.drafts.map((d) => d.parts.length)).toEqual([1, 1]);
  const read = draftsToTables(drafts, [], commonUnit(drafts.drafts));
  expect(amounts(read.tables.find((t) => t.key === 'general_public_budget')!, 'total')).toEqual([
    ['合计', '30.00'],
    ['201', '30.00'],
  ]);
  expect(read.findings.map((f) => f.rule)).toContain('table-printed-again');
});

test('收入 and 支出 in one list, each under a head of its own', () => {
  const table: DrawnTable = {
    ...below,
    widths: [220, 100],
    rows: [
      ['收入', '决算数'],
      ['一、一般公共预算财政拨款收入', '30.00'],
      ['总计', '30.00'],
      ['支出', '决算数'],
      ['一、一般公共服务支出', '30.00'],
      ['总计', '30.00'],
    ],
  };
  const read = tableOf('revenue_expenditure_summary', drawnPage([table], heading('收入支出决算总表')));
  expect(read.rows.flatMap((r) => (r.cells['amount'] ? [[r.section, r.name, r.cells['amount'].why]] : []))).toEqual([
    ['revenue', '一、一般公共预算财政拨款收入', []],
    ['revenue', '总计', []],
    ['expenditure', '一、一般公共服务支出', []],
    ['expenditure', '总计', []],
  ]);
});

test('rows of the other classification are none of the form, whatever its title', () => {
  const head = ['科目编码', '科目名称', '合计', '基本工资', '办公费'];
  const row = (code: string, name: string) => [code, name, '3.00', '2.00', '1.00'];
  const functional: DrawnTable = {
    ...below,
    widths: [80, 200, 80, 80, 80],
    rows: [head, row('201', '一般公共服务支出'), row('20126', '档案事务'), row('2012601', '行政运行')],
  };
  const economic: DrawnTable = {
    ...below,
    widths: [80, 200, 80],
    rows: [
      ['科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', '2.00'],
      ['30101', '基本工资', '2.00'],
      ['302', '商品和服务支出', '1.00'],
    ],
  };
  const title = heading('一般公共预算财政拨款基本支出决算明细表');
  const drafts = gridsToDrafts([drawnPage([functional], title), drawnPage([economic], title, 2)].map(pageToGrids));
  const { tables, otherTables, findings } = draftsToTables(drafts, [], null);
  const read = tables.find((t) => t.key === 'general_public_budget_basic')!;
  expect(amounts(read)).toEqual([
    ['301', '2.00'],
    ['30101', '2.00'],
    ['302', '1.00'],
  ]);
  expect(otherTables).toEqual([{ title: '一般公共预算财政拨款基本支出决算明细表', pages: [1] }]);
  expect(findings.map((f) => f.rule)).toContain('title-without-its-table');
});

test('two rows that no rule parts make a table partial', () => {
  const read = (label: string): Table => {
    const table: DrawnTable = {
      ...below,
      widths: [140, 60, 200, 60],
      rows: [
        ['项目', '决算数', '项目', '决算数'],
        ['一、财政拨款收入', '5.00', label, '5.00'],
        ['总计', '5.00', '总计', '5.00'],
      ],
    };
    return tableOf('revenue_expenditure_summary', drawnPage([table], heading('收入支出决算总表')));
  };
  expect(read('六、科学技术支出').status).toBe('present');
  expect(read('六、科学技术支出七、文化支出').status).toBe('partial');
  expect(read('六、规划、设计支出').status).toBe('present');
});

test('heads of columns that fill a line under a title are not the text that ends it', () => {
  const at = (y: number, ...words: [string, number][]) => words.map(([text, x]) => ({ text, x, y }));
  const figures: [string, number][] = [
    ['30.00', 182],
    ['10.00', 226],
    ['20.00', 276],
  ];
  const lines = [
    ...at(80, ['一般公共预算财政拨款支出决算表', 100]),
    ...at(100, ['功能分类科目编码', 50], ['科目名称', 130], ['合计', 184], ['基本支出', 220], ['项目支出', 270]),
    ...at(120, ['205', 50], ['教育支出', 130], ...figures),
    ...at(140, ['20502', 50], ['普通教育', 130], ...figures),
    ...at(160, ['2050201', 50], ['学前教育', 130], ...figures),
  ];
  expect(amounts(tableOf('general_public_budget', drawnPage([], lines)), 'project')).toEqual([
    ['205', '20.00'],
    ['20502', '20.00'],
    ['2050201', '20.00'],
  ]);
});
