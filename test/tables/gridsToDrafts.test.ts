import { describe, expect, test } from '@jest/globals';
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

const values = (table: Table): Record<string, Record<string, string | null>> =>
  Object.fromEntries(
    table.rows.map((r) => [
      r.code || r.name,
      Object.fromEntries(Object.entries(r.cells).map(([k, c]) => [k, c.value])),
    ]),
  );

const heading = (title: string) => [
  { text: title, x: 300, y: 80 },
  { text: '单位：万元', x: 500, y: 95 },
];

const BUDGET: DrawnTable = {
  x: 100,
  y: 100,
  widths: [80, 200, 80, 80, 80],
  rows: [
    ['项目', null, '合计', '基本支出', '项目支出'],
    ['功能分类科目编码', '科目名称', '^', '^', '^'],
    ['栏次', null, '1', '2', '3'],
    ['合计', null, '30.00', '20.00', '10.00'],
    ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
    ['20126', '档案事务', '30.00', '20.00', '10.00'],
  ],
};
const MORE: DrawnTable = {
  ...BUDGET,
  y: 40,
  rows: [
    ['2012601', '行政运行', '20.00', '20.00', ''],
    ['2012604', '档案馆', '10.00', '', '10.00'],
  ],
};

describe('a table of codes', () => {
  const first = drawnPage([BUDGET], heading('一般公共预算财政拨款支出决算表'));

  test('is read by its head, and the column numbers are no amounts', () => {
    const table = tableOf('general_public_budget', first);
    expect(table.columns.map((c) => c.key)).toEqual(['total', 'basic', 'project']);
    expect(table.unit).toBe('万元');
    expect(values(table)['合计']).toEqual({ total: '30.00', basic: '20.00', project: '10.00' });
    expect(table.rows).toHaveLength(3);
  });

  test('has its title in two or three lines, of which the last are the title of another table', () => {
    const titled = (...lines: readonly string[]) =>
      drawnPage(
        [BUDGET],
        [
          ...lines.map((text, i) => ({ text, x: 330 - 5 * text.length, y: 40 + 14 * i })),
          { text: '单位：万元', x: 500, y: 95 },
        ],
      );
    const full = { total: '30.00', basic: '20.00', project: '10.00' };
    for (const lines of [
      ['一般公共预算财政拨款', '支出决算表'],
      ['一般公共预算', '财政拨款', '支出决算表'],
    ]) {
      const table = tableOf('general_public_budget', titled(...lines));
      expect(table.title).toBe('一般公共预算财政拨款支出决算表');
      expect(values(table)['合计']).toEqual(full);
      expect(tableOf('expenditure', titled(...lines)).rows).toEqual([]);
    }
    const other = tableOf('expenditure', titled('机关运行经费', '支出决算表'));
    expect(other.rows).toEqual([]);
  });

  test('is read under a head that stands over all its amounts, unless those are of a budget', () => {
    const under = (over: string) => {
      const head = [
        ['项目', null, over, null, null],
        ['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ];
      const page = drawnPage(
        [{ ...BUDGET, rows: [...head, ...BUDGET.rows.slice(3)] }],
        heading('一般公共预算支出决算表（功能科目）'),
      );
      return tableOf('general_public_budget', page);
    };
    const expected = { total: '30.00', basic: '20.00', project: '10.00' };
    expect(values(under('一般公共预算财政拨款支出决算数'))['201']).toEqual(expected);
    expect(under('年初预算数').rows).toEqual([]);
  });

  test('goes on over a page without a head', () => {
    const table = tableOf('general_public_budget', first, drawnPage([MORE], [], 2));
    expect(table.pages).toEqual([1, 2]);
    expect(values(table)['2012604']).toEqual({ total: '10.00', basic: null, project: '10.00' });
  });

  test('goes on under a head that stands alone at the foot of a page, 类, 款 and 项 apart only among the rows', () => {
    const title = '一般公共预算财政拨款支出决算表';
    const head = drawnPage([{ ...BUDGET, rows: BUDGET.rows.slice(0, 2) }], heading(title));
    const inside = [title, '单位：万元'].map((text) => [text, null, null, null, null]);
    const withTitle = drawnPage([{ ...BUDGET, rows: [...inside, ...BUDGET.rows.slice(0, 2)] }]);
    const rows = [
      ['类', '款', '项', '合计', '30.00', '20.00', '10.00'],
      ['201', '', '', '一般公共服务支出', '30.00', '20.00', '10.00'],
      ['201', '26', '04', '档案馆', '10.00', '', '10.00'],
    ];
    const below = drawnPage([{ ...BUDGET, y: 40, widths: [30, 25, 25, 200, 80, 80, 80], rows }], [], 2);
    for (const foot of [head, withTitle]) {
      expect(values(tableOf('general_public_budget', foot, below))).toEqual({
        合计: { total: '30.00', basic: '20.00', project: '10.00' },
        201: { total: '30.00', basic: '20.00', project: '10.00' },
        2012604: { total: '10.00', basic: null, project: '10.00' },
      });
    }
  });

  test.each([
    [
      'between its rows',
      [['项目', null, '合计', '基本', '项目']],
      [['功能分类科目编码', '科目名称', '', '支出', '支出']],
    ],
    [
      'where its first row reads like a head of fewer columns',
      [['项目', null, '本年支出', null, null]],
      [['功能分类科目编码', '科目名称', '合计', '基本支出', '项目支出']],
    ],
    [
      'in one of them',
      [
        ['项目', null, '本年支出', null, null],
        ['功能分类', '科目名', '合计', '基本支', '项目支'],
      ],
      [['科目编码', '称', '', '出', '出']],
    ],
  ])('has its head whole where it breaks over two pages %s', (_where, above, below) => {
    const head = drawnPage([{ ...BUDGET, rows: above }], heading('一般公共预算财政拨款支出决算表'));
    const rest = drawnPage([{ ...BUDGET, y: 40, rows: [...below, ...BUDGET.rows.slice(2)] }], [], 2);
    expect(values(tableOf('general_public_budget', head, rest))).toEqual(
      values(tableOf('general_public_budget', first)),
    );
    expect(tableOf('general_public_budget', head, rest).status).toBe('present');
  });

  test('has its head whole where the first row of it is alone at the foot of a page and says nothing', () => {
    const drawn = { x: 100, y: 100, widths: [150, 80, 150, 80] };
    const above = drawnPage([{ ...drawn, rows: [['收入', null, '支出', null]] }], heading('收入支出决算总表'));
    const rows = [
      ['项目', '金额', '项目', '金额'],
      ['一、一般公共预算财政拨款收入', '10.00', '一、一般公共服务支出', '8.00'],
      ['总计', '10.00', '总计', '8.00'],
    ];
    const read = tableOf('revenue_expenditure_summary', above, drawnPage([{ ...drawn, y: 40, rows }], [], 2));
    expect(read.rows.map((r) => `${r.section} ${r.name} ${r.cells.amount!.value}`)).toEqual([
      'revenue 一、一般公共预算财政拨款收入 10.00',
      'revenue 总计 10.00',
      'expenditure 一、一般公共服务支出 8.00',
      'expenditure 总计 8.00',
    ]);
    expect([read.title, read.unit, read.pages]).toEqual(['收入支出决算总表', '万元', [1, 2]]);
  });

  test('goes on where a label down its side has no rules above and below it, and the page after has that column again', () => {
    const side = { ...BUDGET, x: 80, widths: [20, ...BUDGET.widths] };
    const rows = BUDGET.rows.map((row, r) => [r < 3 ? '' : r === 3 ? '支出' : '^', ...row]);
    const begin = drawnPage([{ ...side, rows }], heading('一般公共预算财政拨款支出决算表'));
    const label = ['支', '出'].map((text, i) => ({ text, x: 85, y: 50 + 12 * i }));
    const open = drawnPage([MORE], label, 2);
    const last = [['', '2012699', '其他档案事务支出', '5.00', '', '5.00']];
    const end = drawnPage([{ ...side, y: 40, rows: last }], [], 3);
    const read = tableOf('general_public_budget', begin, open, end);
    expect(read.rows.map((r) => r.code)).toEqual(['', '201', '20126', '2012601', '2012604', '2012699']);
    expect(read.rows.at(-1)!.cells.project!.value).toBe('5.00');
  });

  test('is not there where only the first row of its head is, or rows that no head explains', () => {
    const title = '一般公共预算财政拨款支出决算表';
    const half = drawnPage([{ ...BUDGET, rows: [['项目', null, '支出', null, null]] }], heading(title));
    const read = gridsToDrafts([half, drawnPage([MORE], [], 2)].map(pageToGrids));
    expect(read.drafts).toEqual([]);
    expect(read.findings.map((f) => f.rule)).toEqual(['title-without-its-table']);
    const whole = drawnPage([{ ...BUDGET, rows: BUDGET.rows.slice(0, 3) }], heading(title));
    const strange = [MORE.rows[0]!.slice(0, 4), MORE.rows[1]!.slice(0, 4)];
    const others = drawnPage([{ ...MORE, widths: [60, 100, 90, 60], rows: strange }], [], 2);
    expect(tableOf('general_public_budget', whole, others).status).toBe('partial');
  });

  test('has column numbers, though the first of them are not on the paper', () => {
    const numbers = ['', null, '2', '3', '4', '5'];
    const rows = [...BUDGET.rows.slice(0, 2), ...BUDGET.rows.slice(3)].map((r) => [...r, r[2] === '^' ? '^' : '备注']);
    const table = { ...BUDGET, widths: [...BUDGET.widths, 60], rows: [...rows.slice(0, 2), numbers, ...rows.slice(2)] };
    const read = tableOf('general_public_budget', drawnPage([table], heading('一般公共预算财政拨款支出决算表')));
    expect(read.rows.map((r) => r.name)).toEqual(['合计', '一般公共服务支出', '档案事务']);
  });

  test('has no rows of a head that is printed again in the midst of a page', () => {
    const [group, names] = BUDGET.rows;
    const rows = [...MORE.rows.slice(0, 1), group!, names!, ...MORE.rows.slice(1)];
    const table = tableOf('general_public_budget', first, drawnPage([{ ...MORE, rows }], [], 2));
    expect(table.rows.map((r) => r.name)).toEqual(['合计', '一般公共服务支出', '档案事务', '行政运行', '档案馆']);
  });

  test('counts a total once where head, title and total are repeated', () => {
    const again = drawnPage(
      [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 4), ...MORE.rows] }],
      heading('一般公共预算财政拨款支出决算表'),
      2,
    );
    const table = tableOf('general_public_budget', first, again);
    expect(table.rows.filter((r) => r.name === '合计')).toHaveLength(1);
    expect(table.rows).toHaveLength(5);
  });

  test('joins a row that a page break splits', () => {
    const split = drawnPage([{ ...MORE, rows: [['', '及服务支出', '', '', ''], ...MORE.rows] }], [], 2);
    const cut = drawnPage(
      [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 5), ['20126', '档案事务', '30.00', '20.00', '10.00']] }],
      heading('一般公共预算财政拨款支出决算表'),
    );
    expect(tableOf('general_public_budget', cut, split).rows.map((r) => r.name)).toContain('档案事务及服务支出');
  });

  test('does not go on with a grid of other columns', () => {
    const other = drawnPage([{ ...MORE, widths: [80, 100, 180, 80, 80] }], [], 2);
    expect(tableOf('general_public_budget', first, other).pages).toEqual([1]);
  });

  test('does not take a blank for zero', () => {
    const table = tableOf('general_public_budget', first, drawnPage([MORE], [], 2));
    expect(table.rows.at(-1)!.cells['basic']).toMatchObject({ value: null, raw: '' });
  });

  test('says which column it does not know', () => {
    const rows = BUDGET.rows.map((r, i) => [...r, i === 0 ? '青州湾补助' : i < 2 ? '^' : i === 2 ? '4' : '1.00']);
    const page = drawnPage(
      [{ ...BUDGET, widths: [...BUDGET.widths, 60], rows }],
      heading('一般公共预算财政拨款支出决算表'),
    );
    const drafts = gridsToDrafts([pageToGrids(page)]);
    const { findings } = draftsToTables(drafts, [], '万元');
    expect(findings.filter((f) => f.rule === 'unknown-column').map((f) => f.actual)).toEqual(['青州湾补助']);
  });

  // A sheet too wide for its paper is printed on two pages: the columns of the second have no title.
  test('says which of its columns are not there', () => {
    const rows = BUDGET.rows.map((r) => r.slice(0, -1));
    const page = drawnPage(
      [{ ...BUDGET, widths: BUDGET.widths.slice(0, -1), rows }],
      heading('一般公共预算财政拨款支出决算表'),
    );
    const { tables, findings } = draftsToTables(gridsToDrafts([pageToGrids(page)]), [], '万元');
    expect(findings.filter((f) => f.rule === 'columns-missing').map((f) => f.message)).toEqual([
      '《一般公共预算财政拨款支出决算表》 has no column 项目支出: it may stand on another page, or under a head that is not understood',
    ]);
    expect(tables.find((t) => t.key === 'general_public_budget')!.status).toBe('partial');
  });
});

describe('“三公”', () => {
  const items = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
  const expected = { total: ['9.00', '8.00'], vehicle_operation: ['5.00', '4.00'], reception: ['4.00', '4.00'] };
  const check = (table: Table): void => {
    const read = values(table);
    for (const [item, [budget, final]] of Object.entries(expected)) expect(read[item]).toEqual({ budget, final });
  };
  const widths = Array.from({ length: 12 }, () => 76);

  test('is partial where rows have figures, or a label that runs into them, and items are not there', () => {
    const rows = [
      ['项目', '预算数', '决算数'],
      ['合计', '9.00', '8.00'],
      ['公务用车购置及运行费', '5.00', '4.00'],
      ['其中：公务用车购Q费', '1.00', '1.00'],
      ['其中：公务用车运行维护费4.00', null, '3.00'],
      ['公务接待费', '4.00', '4.00'],
    ];
    const table: DrawnTable = { x: 60, y: 100, widths: [200, 100, 100], rows };
    const page = pageToGrids(drawnPage([table], heading('财政拨款“三公”经费支出决算表')));
    const { tables, findings } = draftsToTables(gridsToDrafts([page]), [], '万元');
    expect(tables.find((t) => t.key === 'three_public')!.status).toBe('partial');
    expect(findings.find((f) => f.rule === 'table-partial')!.message).toContain('公务用车购Q费');
  });

  test('six budgets, then six finals', () => {
    const amounts = ['9.00', '', '5.00', '', '5.00', '4.00', '8.00', '', '4.00', '', '4.00', '4.00'];
    const groups = [...items.slice(0, 2), '公务用车购置及运行维护费', null, null, items[5]!];
    const table: DrawnTable = {
      x: 60,
      y: 100,
      widths,
      rows: [
        ['预算数', null, null, null, null, null, '决算数', null, null, null, null, null],
        [...groups, ...groups],
        [
          '^',
          '^',
          '小计',
          '公务用车购置费',
          '公务用车运行维护费',
          '^',
          '^',
          '^',
          '小计',
          '公务用车购置费',
          '公务用车运行维护费',
          '^',
        ],
        widths.map((_, i) => String(i + 1)),
        amounts,
      ],
    };
    check(tableOf('three_public', drawnPage([table], heading('财政拨款“三公”经费支出决算表'))));
  });

  test('a pair for each item', () => {
    const heads = items.flatMap((i) => [i, null]);
    const table: DrawnTable = {
      x: 60,
      y: 100,
      widths,
      rows: [
        [
          '合计',
          null,
          '因公出国（境）费',
          null,
          '公务用车购置及运行费',
          null,
          null,
          null,
          null,
          null,
          '公务接待费',
          null,
        ],
        ['^', '^', '^', '^', ...heads.slice(4, 10), '^', '^'],
        widths.map((_, i) => (i % 2 === 0 ? '预算数' : '决算数')),
        ['9.00', '8.00', '', '', '5.00', '4.00', '', '', '5.00', '4.00', '4.00', '4.00'],
      ],
    };
    check(tableOf('three_public', drawnPage([table], heading('财政拨款“三公”经费支出决算表'))));
  });

  test('a list', () => {
    const table: DrawnTable = {
      x: 60,
      y: 100,
      widths: [200, 80, 80],
      rows: [
        ['项目', '预算数', '决算数'],
        ['合计', '9.00', '8.00'],
        ['1、因公出国（境）费', '', ''],
        ['2、公务接待费', '4.00', '4.00'],
        ['3、公务用车购置及运行费', '5.00', '4.00'],
        ['其中：（1）公务用车运行维护费', '5.00', '4.00'],
        ['（2）公务用车购置费', '', ''],
      ],
    };
    check(tableOf('three_public', drawnPage([table], heading('财政拨款“三公”经费支出决算表'))));
  });

  test('two rows, 预算数 and 决算数', () => {
    const table: DrawnTable = {
      x: 60,
      y: 100,
      widths: [80, 70, 70, 70, 70, 70, 70, 60, 60],
      rows: [
        ['项目', '合计', '因公出国（境）费', '公务接待费', '公务用车购置及运行维护费', null, null, '会议费', '培训费'],
        ['^', '^', '^', '^', '小计', '公务用车购置费', '公务用车运行维护费', '^', '^'],
        ['预算数', '9.00', '', '4.00', '5.00', '', '5.00', '1.00', '2.00'],
        ['决算数', '8.00', '', '4.00', '4.00', '', '4.00', '1.00', '2.00'],
      ],
    };
    const read = tableOf(
      'three_public',
      drawnPage([table], heading('一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表')),
    );
    check(read);
    expect(values(read)['training']).toEqual({ budget: '2.00', final: '2.00' });
  });
});

test('head words in the total row of a fund table are heads, not cells', () => {
  const table: DrawnTable = {
    x: 60,
    y: 100,
    widths: [80, 120, 70, 70, 70, 70, 70, 70],
    rows: [
      ['项目', null, '年初结转和结余', '本年收入', '本年支出', null, null, '年末结转和结余'],
      ['科目编码', '科目名称', '^', '^', '^', '^', '^', '^'],
      ['合计', null, '0', '20.00', '合计', '基本支出', '项目支出', '0'],
      ['21208', '土地出让收入安排的支出', '0', '20.00', '20.00', '', '20.00', '0'],
    ],
  };
  // The head 本年支出 reaches over two rows and three columns.
  const page = drawnPage([table], heading('政府性基金预算财政拨款收入支出决算表'));
  const read = tableOf('government_fund', page);
  expect(read.columns.map((c) => c.key)).toEqual([
    'opening_balance',
    'revenue',
    'total',
    'basic',
    'project',
    'closing_balance',
  ]);
  expect(Object.keys(read.rows[0]!.cells)).toEqual(['opening_balance', 'revenue', 'closing_balance']);
  expect(values(read)['21208']!['total']).toBe('20.00');
});

test('a table in three blocks, the last total over two of them', () => {
  const table: DrawnTable = {
    x: 40,
    y: 100,
    widths: [50, 120, 60, 50, 120, 60, 50, 120, 60],
    rows: [
      ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'],
      ['301', '工资福利支出', '10.00', '302', '商品和服务支出', '5.00', '310', '资本性支出', '1.00'],
      ['人员经费合计', null, '10.00', '公用经费合计', null, null, null, null, '6.00'],
    ],
  };
  const read = tableOf(
    'general_public_budget_basic',
    drawnPage([table], heading('一般公共预算财政拨款基本支出决算表')),
  );
  expect(read.rows.map((r) => [r.code, r.name, r.cells['amount']?.value])).toEqual([
    ['301', '工资福利支出', '10.00'],
    ['', '人员经费合计', '10.00'],
    ['302', '商品和服务支出', '5.00'],
    ['310', '资本性支出', '1.00'],
    ['', '公用经费合计', '6.00'],
  ]);
});

test('an index of tables is none of them', () => {
  const table: DrawnTable = {
    x: 60,
    y: 100,
    widths: [60, 300],
    rows: [
      ['序号', '表名'],
      ['1', '收入支出决算总表'],
      ['2', '收入决算表'],
    ],
  };
  expect(
    tableOf('revenue_expenditure_summary', drawnPage([table], [{ text: '收入支出决算总表', x: 300, y: 80 }])).rows,
  ).toHaveLength(0);
});

describe('a table with rules missing', () => {
  const title = '一般公共预算财政拨款支出决算表';
  const page = drawnPage([BUDGET], heading(title));

  test('between its rows is read row by row, and every figure is in doubt', () => {
    const inner = new Set([180, 200]);
    const rules = page.rules.filter((r) => r.axis !== 'horizontal' || !inner.has(r.at));
    const table = tableOf('general_public_budget', { ...page, rules });
    expect(values(table)['201']).toEqual({ total: '30.00', basic: '20.00', project: '10.00' });
    expect(values(table)['20126']).toEqual({ total: '30.00', basic: '20.00', project: '10.00' });
    expect(table.rows.at(-1)!.cells['total']!.standing).toBe('disputed');
  });

  test('altogether is read by how its words stand, and every figure is in doubt', () => {
    const rows = [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', '30.00', '20.00', '10.00'],
      ['20126', '档案事务', '30.00', '20.00', '10.00'],
      ['2012601', '行政运行', '20.00', '20.00', ''],
      ['', '合计', '30.00', '20.00', '10.00'],
    ];
    const xs = [60, 130, 300, 400, 500];
    const lines = rows.flatMap((row, r) => row.map((text, c) => ({ text, x: xs[c]!, y: 120 + 16 * r })));
    const table = tableOf('general_public_budget', drawnPage([], [...heading(title), ...lines]));
    expect(values(table)['2012601']).toEqual({ total: '20.00', basic: '20.00', project: null });
    expect(table.rows.every((r) => Object.values(r.cells).every((c) => c.standing === 'disputed'))).toBe(true);
  });
});

test('a title whose last bracket stands alone on the next line', () => {
  const title = [
    { text: '一般公共预算财政拨款支出决算表（单位：万元', x: 200, y: 75 },
    { text: '）', x: 300, y: 87 },
  ];
  const table = tableOf('general_public_budget', drawnPage([BUDGET], title));
  expect([table.unit, table.rows.length]).toEqual(['万元', 3]);
});

test('title and unit inside the grid, as spreadsheets export them', () => {
  const wide = [null, null, null, null];
  const table: DrawnTable = {
    ...BUDGET,
    rows: [
      ['一般公共预算财政拨款支出决算表', ...wide],
      ['部门：青州湾市档案局', null, null, '单位：元', null],
      ...BUDGET.rows,
    ],
  };
  const read = tableOf('general_public_budget', drawnPage([table]));
  expect([read.unit, read.title]).toEqual(['元', '一般公共预算财政拨款支出决算表']);
  expect(values(read)['20126']!['total']).toBe('30.00');
});

describe('heads that name a year or a unit', () => {
  const list = (heads: readonly string[], rows: readonly (readonly string[])[]): DrawnTable => ({
    x: 60,
    y: 100,
    widths: [200, ...heads.slice(1).map(() => 110)],
    rows: [heads, ...rows],
  });
  const title = [{ text: '财政拨款“三公”经费支出决算表', x: 300, y: 80 }];

  test('the latest year is the one that is meant, and the unit is taken from the heads', () => {
    const table = list(
      ['项目', '2023年决算数(万元)', '2024年预算数(万元)', '2024年决算数(万元)'],
      [
        ['合计', '7.00', '9.00', '8.00'],
        ['公务接待费', '7.00', '9.00', '8.00'],
      ],
    );
    const read = tableOf('three_public', drawnPage([table], title));
    expect(values(read)['reception']).toEqual({ budget: '9.00', final: '8.00' });
    expect(read.unit).toBe('万元');
  });

  test('two columns that nothing tells apart are neither taken', () => {
    const table = list(
      ['项目', '预算数', '决算数', '决算数'],
      [
        ['合计', '9.00', '8.00', '7.00'],
        ['公务接待费', '9.00', '8.00', '7.00'],
      ],
    );
    const read = tableOf('three_public', drawnPage([table], title));
    expect(values(read)['total']?.['final']).toBeUndefined();
  });
});

describe('rows that cannot be trusted', () => {
  const doubtsOf = (rows: (string | null)[][], table: DrawnTable = BUDGET): Record<string, string[]> => {
    const drawn = drawnPage([{ ...table, rows: [...table.rows, ...rows] }], heading('一般公共预算财政拨款支出决算表'));
    const read = tableOf('general_public_budget', drawn);
    const own = read.rows.slice(table.rows.length - 3);
    return Object.fromEntries(own.map((r) => [`${r.code} ${r.name}`, r.cells['total']!.why]));
  };

  test('a row that is printed twice is said, and in doubt', () => {
    const row = ['2012601', '行政运行', '20.00', '20.00', ''];
    const doubts = doubtsOf([row, row, ['2012604', '档案馆', '10.00', '', '10.00']]);
    expect(doubts).toEqual({ '2012601 行政运行': ['its row is printed twice'], '2012604 档案馆': [] });
  });

  test('a label that begins with a figure is two cells made one', () => {
    expect(doubtsOf([['2012601', '20.00行政运行', '20.00', '20.00', '']])).toEqual({
      '2012601 20.00行政运行': ['the label of its row begins with a figure: two cells may have become one'],
    });
  });

  test('a code that is not whole and cannot be restored', () => {
    expect(doubtsOf([['20126011', '行政运行', '20.00', '20.00', '']])).toEqual({
      '20126011 行政运行': ['the code of its row is not whole'],
    });
  });

  const rest = (rows: (string | null)[][]) => {
    const page = drawnPage([{ ...BUDGET, rows: [...BUDGET.rows, ...rows] }], heading('一般公共预算财政拨款支出决算表'));
    const drafts = gridsToDrafts([pageToGrids(page)]);
    return draftsToTables(drafts, [], commonUnit(drafts.drafts));
  };

  test('a 款 that is not printed makes the table partial', () => {
    const { findings } = rest([['2080505', '机关事业单位基本养老保险缴费支出', '1.00', '1.00', '']]);
    expect(findings.map((f) => f.message).join()).toContain('rows of 208 stand without their 类');
    const again = rest([
      ['2012601', '行政运行', '20.00', '20.00', ''],
      ['208', '社会保障和就业支出', '1.00', '1.00', ''],
      ['2080505', '机关事业单位基本养老保险缴费支出', '1.00', '1.00', ''],
    ]);
    expect(again.findings.map((f) => f.message).join()).toContain('rows of 20805 stand without their 款');
  });

  test('a row without a code among rows with one', () => {
    const { findings } = rest([
      ['2012601', '行政运行', '20.00', '20.00', ''],
      ['', '档案馆', '10.00', '', '10.00'],
    ]);
    expect(findings.map((f) => f.rule)).toContain('code-not-printed');
  });

  test('a head with no row under it', () => {
    const page = drawnPage([{ ...BUDGET, rows: BUDGET.rows.slice(0, 3) }], heading('一般公共预算财政拨款支出决算表'));
    const drafts = gridsToDrafts([pageToGrids(page)]);
    expect(draftsToTables(drafts, [], null).findings.map((f) => f.rule)).toContain('table-without-rows');
  });

  test('a piece with the head of another form, or with codes where the form has none, does not go on with a table', () => {
    const SUMMARY: DrawnTable = {
      x: 100,
      y: 100,
      widths: [80, 200, 80, 80, 80],
      rows: [
        ['收入', null, '支出', null, null],
        ['项目', '金额', '项目', '合计', '一般公共预算财政拨款'],
        ['一、一般公共预算财政拨款', '30.00', '一、一般公共服务支出', '30.00', '30.00'],
        ['本年收入合计', '30.00', '本年支出合计', '30.00', '30.00'],
        ['总计', '30.00', '总计', '30.00', '30.00'],
      ],
    };
    const first = drawnPage([SUMMARY], heading('财政拨款收入支出决算总表'));
    const rowsAfter = (table: DrawnTable): number =>
      tableOf('appropriation_summary', first, drawnPage([table])).rows.length;
    const alone = tableOf('appropriation_summary', first).rows.length;
    expect(alone).toBe(6);
    expect(rowsAfter({ ...BUDGET, y: 40 })).toBe(alone);
    expect(rowsAfter({ ...MORE, rows: MORE.rows.map((r) => [...r]) })).toBe(alone);
  });
});

test.each([
  ['pdfium', []],
  ['ppocr', [['2.0', ['it has fewer than 2 decimals, and most others of its table have them']]]],
] as const)('an amount with fewer decimals than all others of its table, read by %s', (reader, expected) => {
  const items = Array.from({ length: 12 }, (_, i) => [
    `20126${String(i + 1).padStart(2, '0')}`,
    '档案事务',
    i === 3 ? '2.0' : '2.00',
    '2.00',
    '',
  ]);
  const page = drawnPage(
    [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 3), ...items] }],
    heading('一般公共预算财政拨款支出决算表'),
  );
  const read = tableOf('general_public_budget', { ...page, reader });
  const doubted = read.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed');
  expect(doubted.map((c) => [c.value, c.why])).toEqual(expected);
});

describe('a page that is not understood', () => {
  const strange = { ...BUDGET, rows: [['甲', null, '乙', '丙', '丁'], ...BUDGET.rows.slice(4), ...MORE.rows] };
  const statusOf = (page: Page) => {
    const drafts = gridsToDrafts([pageToGrids(page)]);
    const { tables, findings } = draftsToTables(drafts, [], commonUnit(drafts.drafts));
    const words = findings
      .filter((f) => f.place.table === 'general_public_budget')
      .map((f) => `${f.severity} ${f.message}`);
    return [tables.find((t) => t.key === 'general_public_budget')!.status, ...words];
  };
  const missing =
    'error 《一般公共预算财政拨款支出决算表》 is not there, unless it is what stands on page 1 and was not understood';
  const absent = 'info 《一般公共预算财政拨款支出决算表》 is neither announced nor there';

  test('may hold the tables that are not there', () => {
    expect(statusOf(drawnPage([strange]))).toEqual(['missing', missing]);
    expect(statusOf(drawnPage([{ ...strange, rows: strange.rows.slice(0, 3) }]))).toEqual(['absent', absent]);
  });

  test('so may columns of figures in a picture without rules', () => {
    const page = { ...drawnPage([strange]), rules: [] };
    expect(statusOf({ ...page, reader: 'ppocr' })).toEqual(['missing', missing]);
    expect(statusOf(page)).toEqual(['absent', absent]);
  });
});

test.each([
  ['one of five', '484', '8.47', ['484']],
  ['two of five, as where noughts at the end are dropped', '4.8', '5', []],
  ['two of five that are whole, as where points are lost', '484', '847', ['484', '847']],
])('amounts without noughts at the end, in a picture with fewer decimals: %s', (_, short, another, doubted) => {
  const amounts = [short, '2.35', '17.48', another, '3.65'];
  const items = amounts.map((amount, i) => [`201260${i + 1}`, '档案事务', amount, '', '']);
  const page = drawnPage(
    [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 3), ...items] }],
    heading('一般公共预算财政拨款支出决算表'),
  );
  const read = tableOf('general_public_budget', { ...page, reader: 'ppocr' });
  const cells = read.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed');
  expect(cells.map((c) => c.value)).toEqual(doubted);
});

test.each([
  ['ppocr', 2],
  ['pdfium', 0],
] as const)('a small table without any decimals, read by %s', (reader, doubted) => {
  const items = [
    ['2012601', '行政运行', '2640', '', ''],
    ['2012604', '档案馆', '875', '', ''],
  ];
  const page = drawnPage(
    [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 3), ...items] }],
    heading('一般公共预算财政拨款支出决算表'),
  );
  const read = tableOf('general_public_budget', { ...page, reader });
  const cells = read.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed');
  expect(cells).toHaveLength(doubted);
});

test.each([
  ['万元', 24],
  ['元', 0],
] as const)('a large table in %s without any decimals, read in a picture', (unit, doubted) => {
  const items = Array.from({ length: 24 }, (_, i) => [`20126${String(i + 10)}`, '档案事务', `${3865 + i}`, '', '']);
  const page = drawnPage(
    [{ ...BUDGET, rows: [...BUDGET.rows.slice(0, 3), ...items] }],
    [
      { text: '一般公共预算财政拨款支出决算表', x: 300, y: 80 },
      { text: `单位：${unit}`, x: 500, y: 95 },
    ],
  );
  const read = tableOf('general_public_budget', { ...page, reader: 'ppocr' });
  const cells = read.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed');
  expect(cells).toHaveLength(doubted);
});

test('one amount with more decimals than all others of its table is in doubt: the raised number of a note', () => {
  const items = Array.from({ length: 12 }, (_, i) => [
    `20126${String(i + 1).padStart(2, '0')}`,
    '档案事务',
    '1.00',
    '1.00',
    '',
  ]);
  items[3]![2] = '1.001';
  const rows = [...BUDGET.rows.slice(0, 3), ['201', '一般公共服务支出', '12.00', '12.00', ''], ...items];
  const read = tableOf(
    'general_public_budget',
    drawnPage([{ ...BUDGET, rows }], heading('一般公共预算财政拨款支出决算表')),
  );
  const doubted = read.rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.standing === 'disputed');
  expect(doubted.map((c) => [c.value, c.why])).toEqual([
    ['1.001', ['it has more than 2 decimals, and the others of its table have not']],
  ]);
});
