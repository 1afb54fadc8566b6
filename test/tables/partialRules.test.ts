import { describe, expect, test } from '@jest/globals';
import type { Table, TableKey } from '../../src/document/schema.js';
import { commonUnit, draftsToTables } from '../../src/document/tables.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page, Rule } from '../../src/pages/page.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

const TITLE = { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 };
const HEAD = [
  ['项目', null, '合计', '基本支出', '项目支出'],
  ['功能分类科目编码', '科目名称', '^', '^', '^'],
  ['栏次', null, '1', '2', '3'],
];
const ROWS = [
  ['合计', null, '30.00', '20.00', '10.00'],
  ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
  ['20126', '档案事务', '30.00', '20.00', '10.00'],
  ['2012601', '行政运行', '20.00', '20.00', ''],
];
const MORE = [
  ['2012602', '一般行政管理事务', '4.00', '', '4.00'],
  ['2012604', '档案馆', '6.00', '', '6.00'],
];
const drawn = (rows: DrawnTable['rows'], y = 100): DrawnTable => ({ x: 100, y, widths: [80, 200, 80, 80, 80], rows });

const read = (key: TableKey, ...pages: Page[]): { table: Table; rules: string[] } => {
  const drafts = gridsToDrafts(pages.map(pageToGrids));
  const { tables, findings } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
  return { table: tables.find((t) => t.key === key)!, rules: findings.map((f) => f.rule) };
};
const figures = (table: Table) =>
  table.rows.map((r) => [r.code || r.name, ...Object.values(r.cells).map((c) => c.value)]);
const standings = (table: Table) => new Set(table.rows.flatMap((r) => Object.values(r.cells).map((c) => c.standing)));

/** The page without the rules that `drop` names. */
const without = (page: Page, drop: (rule: Rule) => boolean): Page => ({
  ...page,
  rules: page.rules.filter((r) => !drop(r)),
});

const WANTED = [
  ['合计', '30.00', '20.00', '10.00'],
  ['201', '30.00', '20.00', '10.00'],
  ['20126', '30.00', '20.00', '10.00'],
  ['2012601', '20.00', '20.00', null],
  ['2012602', '4.00', null, '4.00'],
  ['2012604', '6.00', null, '6.00'],
];

describe('a table of which only the head is ruled', () => {
  const bare = (rule: Rule): boolean => (rule.axis === 'vertical' ? rule.from > 159 : rule.at > 161);

  test('has its rows in the columns of the head, and goes on so over the page', () => {
    const first = without(drawnPage([drawn([...HEAD, ...ROWS])], [TITLE]), bare);
    const second = without(drawnPage([drawn(MORE, 60)], [], 2), () => true);
    const { table, rules } = read('general_public_budget', first, second);
    expect(figures(table)).toEqual(WANTED);
    expect(standings(table)).toEqual(new Set(['disputed']));
    expect(rules.filter((r) => r === 'table-without-rules')).toHaveLength(1);
  });

  test('and one that is empty leaves the text under it alone', () => {
    const text = { text: '第三部分 青州湾市档案局2024年度部门决算情况说明', x: 120, y: 200 };
    const { table, rules } = read('general_public_budget', drawnPage([drawn(HEAD)], [TITLE, text]));
    expect(table.rows).toHaveLength(0);
    expect(rules).toContain('table-without-rows');
  });
});

describe('a table of which only the columns are ruled', () => {
  const across = (rule: Rule): boolean => rule.axis === 'horizontal' && rule.at > 161;

  test('has its rows at the heights of its amounts, also on a page that has no rule across', () => {
    const first = without(drawnPage([drawn([...HEAD, ...ROWS])], [TITLE]), across);
    const second = without(drawnPage([drawn(MORE, 60)], [], 2), (r) => r.axis === 'horizontal');
    const { table } = read('general_public_budget', first, second);
    expect(figures(table)).toEqual(WANTED);
    expect(standings(table)).toEqual(new Set(['disputed']));
  });

  test.each([
    ['no rule', () => true],
    ['a rule below it', (r: Rule) => r.at < 70],
    ['a rule above it', (r: Rule) => r.at > 70],
  ])('and goes on with a last row alone on its page, if its columns are many: %s', (_, isLost) => {
    const widths = [80, 160, 60, 60, 60, 60, 60, 60];
    const head = ['科目编码', '科目名称', '合计', '财政拨款收入', '上级补助收入', '事业收入', '经营收入', '其他收入'];
    const rows = [
      head,
      ['2012601', '行政运行', '20.00', '20.00', '', '', '', ''],
      ['2012604', '档案馆', '6.00', '6.00', '', '', '', ''],
    ];
    const last = ['2012699', '其他档案事务支出', '4.00', '3.00', '', '', '', '1.00'];
    const title = { ...TITLE, text: '收入决算表' };
    const second = drawnPage([{ ...drawn([last], 60), widths }], [], 2);
    const { table } = read(
      'revenue',
      drawnPage([{ ...drawn(rows), widths }], [title]),
      without(second, (r) => r.axis === 'horizontal' && isLost(r)),
    );
    expect(figures(table).at(-1)).toEqual(['2012699', '4.00', '3.00', null, null, null, '1.00']);
  });

  test('or at those of its line numbers', () => {
    const page = drawnPage(
      [
        {
          ...drawn([
            ['项目', '行次', '预算数', '决算数'],
            ['合计', '1', '', '9.00'],
            ['因公出国（境）费', '2', '—', '—'],
            ['公务接待费', '3', '', '9.00'],
          ]),
          widths: [200, 60, 80, 80],
        },
      ],
      [{ ...TITLE, text: '财政拨款“三公”经费支出决算表' }],
    );
    const { table } = read(
      'three_public',
      without(page, (r) => r.axis === 'horizontal' && r.at > 121 && r.at < 170),
    );
    expect(table.rows.map((r) => [r.name, r.cells['final']!.value])).toEqual([
      ['total', '9.00'],
      ['overseas', null],
      ['reception', '9.00'],
    ]);
  });

  test('head and all: the levels of the head are told by where the rules between its columns begin', () => {
    const inner = (rule: Rule): boolean => rule.axis === 'horizontal' && rule.at > 101 && rule.at < 239;
    const whole = without(drawnPage([drawn([...HEAD, ...ROWS])], [TITLE]), inner);
    const { table } = read('general_public_budget', whole);
    expect(figures(table)).toEqual(WANTED.slice(0, 4));
    expect(standings(table)).toEqual(new Set(['disputed']));
    const first = without(whole, (r) => r.axis === 'horizontal' && r.at > 101);
    // The total again, counted once.
    const total = ['合计', null, '30.00', '20.00', '10.00'];
    const second = without(
      drawnPage([drawn([...MORE, total], 60)], [], 2),
      (r) => r.axis === 'horizontal' && r.at < 119,
    );
    expect(figures(read('general_public_budget', first, second).table)).toEqual(WANTED);
  });

  test('head and all, with one row', () => {
    const rows = [
      ['合计', null, '公务接待费', null],
      ['预算数', '决算数', '预算数', '决算数'],
      ['3.00', '2.00', '3.00', '2.00'],
    ];
    const title = { ...TITLE, text: '一般公共预算财政拨款“三公”经费支出决算表' };
    const page = drawnPage([{ ...drawn(rows), widths: [80, 80, 80, 80] }], [title]);
    const { table } = read(
      'three_public',
      without(page, (r) => r.axis === 'horizontal' && r.at > 101 && r.at < 159),
    );
    expect(table.rows.map((r) => [r.name, r.cells['budget']?.value, r.cells['final']?.value])).toEqual([
      ['total', '3.00', '2.00'],
      ['reception', '3.00', '2.00'],
    ]);
  });

  test('is partial where its rows cannot be told apart, and none of its figures is sure', () => {
    const rows = [
      ['201', '一般公共服务支出', '30.00', '', ''],
      ['20126', '档案事务', '30.00', '', ''],
    ];
    const page = without(drawnPage([drawn([...HEAD, ...rows])], [TITLE]), across);
    const { table, rules } = read('general_public_budget', page);
    expect(table.status).toBe('partial');
    expect(rules).toContain('table-partial');
    expect(standings(table)).toEqual(new Set(['disputed']));
  });
});

describe('a code that its column breaks', () => {
  const page = (rows: DrawnTable['rows'], number = 1): Page =>
    drawnPage([drawn(rows)], number === 1 ? [TITLE] : [], number);

  test.each([
    ['with the head again', HEAD],
    ['without a head', []],
  ])('is whole again over the end of a page, %s', (_, head) => {
    const first = page([...HEAD, ...ROWS.slice(0, 3), ['20126', '行政运行', '20.00', '20.00', '']]);
    const second = page([...head, ['01', '', '', '', ''], ...MORE], 2);
    expect(figures(read('general_public_budget', first, second).table)).toEqual(WANTED);
  });

  test('and cannot be restored makes its table partial', () => {
    const { table } = read('general_public_budget', page([...HEAD, ...ROWS, ['99', '青州湾事务', '1.00', '', '1.00']]));
    expect(table.status).toBe('partial');
  });
});

test('栏次 that the word beside it runs into is no row', () => {
  const head = [...HEAD.slice(0, 2), ['类', '项栏次', '1', '2', '3']];
  const { table } = read('general_public_budget', drawnPage([drawn([...head, ...ROWS])], [TITLE]));
  expect(figures(table)).toEqual(WANTED.slice(0, 4));
});

describe('a table without rules and without figures', () => {
  const HEADS = [
    { text: '科目编码', x: 120, y: 110 },
    { text: '科目名称', x: 200, y: 110 },
    { text: '年初结转和结余', x: 280, y: 110 },
    { text: '本年收入', x: 380, y: 110 },
    { text: '本年支出', x: 500, y: 110 },
    { text: '年末结转和结余', x: 620, y: 110 },
    { text: '合计', x: 460, y: 130 },
    { text: '基本支出', x: 500, y: 130 },
    { text: '项目支出', x: 560, y: 130 },
  ];
  const NOTE = '注：本单位2024年度没有政府性基金预算财政拨款收入和支出，故本表为空。';
  const lines = [{ ...TITLE, text: '政府性基金预算财政拨款收入支出决算表' }, ...HEADS];

  test('is empty, with its notes', () => {
    const { table } = read('government_fund', drawnPage([], [...lines, { text: NOTE, x: 120, y: 160 }]));
    expect([table.status, table.notes]).toEqual(['empty', [NOTE]]);
  });

  test('but not where another head stands under its title', () => {
    const other = lines.map((l) => (/支出/.test(l.text) && l.y > 100 ? { ...l, text: '本年拨付' } : l));
    const { table } = read('government_fund', drawnPage([], [...other, { text: NOTE, x: 120, y: 160 }]));
    expect(table.status).toBe('absent');
  });
});
