import { describe, expect, test } from '@jest/globals';
import { gridsToAttachments } from '../../src/attachments/gridsToAttachments.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page } from '../../src/pages/page.js';
import { gridsToDrafts } from '../../src/tables/gridsToDrafts.js';
import { drawnPage } from '../pages/drawn.js';
import { allTold, attachmentsOf, formPage, type Rows } from './forms.js';

const TITLE = '项目支出绩效自评表';
const W = [40, 80, 80, 100, 80, 80, 50, 50, 200];
const HEAD = [
  '绩效指标',
  '一级指标',
  '二级指标',
  '三级指标',
  '年度指标值',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];
const named = (name: string): Rows => [['项目名称', null, name, null, null, null, null, null, null]];
const total = (score: string): Rows => [['总分', null, null, null, null, null, '100', score, '']];

const indicators = (pages: readonly Page[], form = 0): string[] =>
  allTold(pages)
    [form]!.filter((l) => l.startsWith('indicator'))
    .map((l) => l.replace(/(level|target|actual|weight|score|reason)\d?=/g, ''));

describe('a page that goes on', () => {
  const first = formPage(1, TITLE, W, [
    ...named('甲'),
    HEAD,
    ['^', '产出指标', '数量指标', '次数', '5次', '5次', '40', '40', ''],
  ]);

  test('without head and merged values', () => {
    const next = formPage(2, null, W, [
      ['', '', '', '人数', '9人', '9人', '10', '10', ''],
      ['^', '^', '质量指标', '合格率', '98%', '99%', '20', '20', ''],
      ['^', '效益指标', '', '影响', '好', '好', '20', '20', ''],
      ...total('90'),
    ]);
    expect(indicators([first, next])).toEqual([
      'indicator 1 产出指标 数量指标 次数 5次 5次 40 40 ',
      'indicator 2 产出指标 数量指标 人数 9人 9人 10 10 ',
      'indicator 3 产出指标 质量指标 合格率 98% 99% 20 20 ',
      'indicator 4 效益指标  影响 好 好 20 20 ',
    ]);
  });

  test('with the merged values printed again, and the head', () => {
    const next = formPage(2, null, W, [
      HEAD,
      ['^', '产出指标', '数量指标', '人数', '9人', '9人', '10', '10', ''],
      ...total('50'),
    ]);
    expect(indicators([first, next])).toHaveLength(2);
    expect(attachmentsOf([first, next]).attachments).toHaveLength(1);
  });

  test('with the title and the subject printed again', () => {
    const next = formPage(2, TITLE, W, [
      ...named('甲'),
      HEAD,
      ['^', '', '', '人数', '9人', '9人', '10', '10', ''],
      ...total('50'),
    ]);
    expect(attachmentsOf([first, next]).attachments.map((a) => a.pages)).toEqual([[1, 2]]);
  });

  test('with all rows above the indicators printed again', () => {
    const head: Rows = [
      ...named('甲'),
      ['实施单位', null, '某所', null, null, null, null, null, null],
      ['年度总体目标', null, '完成', null, null, null, null, null, null],
      HEAD,
    ];
    const of = (n: number, name: string) =>
      formPage(n, null, W, [...head, ['^', '产出指标', '数量指标', name, '5次', '5次', '50', '49', '']]);
    const pages = [of(1, '次数'), of(2, '人数')];
    expect(attachmentsOf(pages).attachments.map((a) => a.pages)).toEqual([[1, 2]]);
    expect(indicators(pages)).toEqual([
      'indicator 1 产出指标 数量指标 次数 5次 5次 50 49 ',
      'indicator 2 产出指标 数量指标 人数 5次 5次 50 49 ',
    ]);
  });

  test('of another unit with the same title and subject is another form', () => {
    const of = (n: number, unit: string) =>
      formPage(n, TITLE, W, [
        ...named('公用经费'),
        ['实施单位', null, unit, null, null, null, null, null, null],
        HEAD,
        ['^', '产出指标', '数量指标', '次数', '5次', '5次', '100', '98', ''],
      ]);
    expect(allTold([of(1, '甲所'), of(2, '乙所')]).map(([head]) => head)).toEqual([
      `header title=${TITLE} subject=公用经费 unit=甲所`,
      `header title=${TITLE} subject=公用经费 unit=乙所`,
    ]);
    expect(attachmentsOf([of(1, '甲所'), of(2, '甲所')]).attachments.map((a) => a.pages)).toEqual([[1, 2]]);
  });

  test('with fewer lines, where no cell of the page needs them', () => {
    const next = formPage(
      2,
      null,
      [120, 80, 100, 80, 80, 50, 50, 200],
      [
        ['', '', '人数', '9人', '9人', '10', '10', ''],
        ['总分', null, null, null, null, '100', '50', ''],
      ],
    );
    expect(indicators([first, next])[1]).toBe('indicator 2 产出指标 数量指标 人数 9人 9人 10 10 ');
  });

  test('shifted on its sheet, as even and odd pages are', () => {
    const shifted = drawnPage(
      [
        {
          x: 44,
          y: 60,
          widths: W,
          rows: [['', '', '', '人数', '9人', '9人', '10', '10', ''], ...total('50')],
          size: 4,
        },
      ],
      [],
      2,
    );
    expect(indicators([first, shifted])[1]).toBe('indicator 2 产出指标 数量指标 人数 9人 9人 10 10 ');
  });
});

describe('a row that the page cuts', () => {
  const start = (last: readonly (string | null)[]): Page =>
    formPage(1, TITLE, W, [
      ...named('甲'),
      HEAD,
      ['^', '产出指标', '数量指标', '次数', '5次', '5次', '40', '40', ''],
      last,
    ]);

  test('a reason goes on over two more pages', () => {
    const pages = [
      start(['^', '^', '^', '人数', '9人', '8人', '10', '9', '因为甲']),
      formPage(2, null, W, [['', '', '', '', '', '', '', '', '因为乙']]),
      formPage(3, null, W, [
        ['', '', '', '', '', '', '', '', '因为丙'],
        ['', '', '', '天数', '9天', '9天', '10', '10', ''],
        ...total('59'),
      ]),
    ];
    expect(indicators(pages)).toEqual([
      'indicator 1 产出指标 数量指标 次数 5次 5次 40 40 ',
      'indicator 2 产出指标 数量指标 人数 9人 8人 10 9 因为甲因为乙因为丙',
      'indicator 3 产出指标 数量指标 天数 9天 9天 10 10 ',
    ]);
  });

  test('the figures stand on the second page, the name on both', () => {
    const pages = [
      start(['^', '^', '^', '群众', '', '八人', '', '', '']),
      formPage(2, null, W, [['', '', '', '人数', '9人', '', '10', '9', ''], ...total('49')]),
    ];
    expect(indicators(pages)[1]).toBe('indicator 2 产出指标 数量指标 群众人数 9人 八人 10 9 ');
  });

  test('the name of a level is cut', () => {
    const pages = [
      start(['^', '效益指标', '可持续影', '机制', '健全', '健全', '10', '10', '']),
      formPage(2, null, W, [['', '', '响指标', '队伍', '稳定', '稳定', '10', '10', ''], ...total('60')]),
    ];
    expect(indicators(pages).slice(1)).toEqual([
      'indicator 2 效益指标 可持续影响指标 机制 健全 健全 10 10 ',
      'indicator 3 效益指标 可持续影响指标 队伍 稳定 稳定 10 10 ',
    ]);
  });

  test('a row that is blank on paper is not filled from the next page', () => {
    const pages = [
      start(['^', '^', '生态效益', '', '', '', '', '', '']),
      formPage(2, null, W, [['', '效益指标', '社会效益', '影响', '好', '好', '10', '10', ''], ...total('50')]),
    ];
    expect(indicators(pages)).toHaveLength(3);
  });

  test('a goal is cut', () => {
    const w = [80, 320, 320];
    const pages = [
      formPage(1, TITLE, w, [
        ['项目名称', '甲', null],
        ['年度总体目标', '预期目标', '实际完成情况'],
        ['^', '目标上', '完成上'],
      ]),
      formPage(2, null, w, [['', '目标下', '完成下']]),
    ];
    expect(allTold(pages)[0]![0]).toBe(
      'header title=项目支出绩效自评表 subject=甲 goal_planned=目标上目标下 goal_actual=完成上完成下',
    );
  });
});

describe('several forms', () => {
  const body = (name: string): Rows => [
    ...named(name),
    HEAD,
    ['^', '产出指标', '数量指标', '次数', '5次', '5次', '100', '100', ''],
    ...total('100'),
  ];
  const subjects = (pages: readonly Page[]) => attachmentsOf(pages).attachments.map((a) => a.header.subject?.value);

  test('two on one page, each under its title', () => {
    const page = drawnPage(
      [
        { x: 20, y: 60, widths: W, rows: body('甲'), size: 4 },
        { x: 20, y: 260, widths: W, rows: body('乙'), size: 4 },
      ],
      [
        { text: TITLE, x: 300, y: 40 },
        { text: TITLE, x: 300, y: 240 },
      ],
    );
    expect(subjects([page])).toEqual(['甲', '乙']);
  });

  test('two in one grid, with titles and without', () => {
    const row = [TITLE, ...Array(8).fill(null)];
    expect(subjects([formPage(1, null, W, [row, ...body('甲'), row, ...body('乙')])])).toEqual(['甲', '乙']);
    expect(subjects([formPage(1, TITLE, W, [...body('甲'), ...body('乙')])])).toEqual(['甲', '乙']);
  });

  test('one that begins under the end of another, on a page between them', () => {
    const [a, b] = [body('甲'), body('乙')];
    const pages = [
      formPage(1, TITLE, W, a.slice(0, 2)),
      formPage(2, null, W, [
        ['', '产出指标', '数量指标', '次数', '5次', '5次', '100', '100', ''],
        ...total('100'),
        ...b.slice(0, 3),
      ]),
      formPage(3, null, W, total('99')),
    ];
    const { attachments } = attachmentsOf(pages);
    expect(attachments.map((f) => [f.header.subject?.value, f.header.total_score?.value, f.pages])).toEqual([
      ['甲', '100', [1, 2]],
      ['乙', '99', [2, 3]],
    ]);
  });
});

describe('a form of which a page is lost', () => {
  const whole = (n: number, name: string): Page =>
    formPage(n, TITLE, W, [
      ...named(name),
      HEAD,
      ['^', '产出指标', '数量指标', '次数', '5次', '5次', '90', '90', ''],
      ...total('100'),
    ]);

  test('the first: what is left is read by the columns of its likes, and told', () => {
    const left = formPage(2, null, W, [
      ['', '效益指标', '社会效益', '影响', '好', '好', '30', '30', ''],
      ...total('98'),
    ]);
    const { attachments, findings } = attachmentsOf([whole(1, '甲'), left]);
    expect(attachments.map((a) => a.status)).toEqual(['present', 'partial']);
    expect(attachments[1]!.title).toBeNull();
    expect(attachments[1]!.header.total_score?.value).toBe('98');
    expect(attachments[1]!.header.title?.why).not.toEqual([]);
    expect(findings.map((f) => f.rule)).toEqual(['attachment-start-lost']);
  });

  test('the last: the form breaks off', () => {
    const broken = formPage(1, TITLE, W, [
      ...named('乙'),
      HEAD,
      ['^', '产出指标', '数量指标', '次数', '5次', '5次', '50', '50', ''],
    ]);
    const { attachments, findings } = attachmentsOf([broken, whole(2, '甲')]);
    expect(attachments.map((a) => [a.header.subject?.value, a.status])).toEqual([
      ['乙', 'partial'],
      ['甲', 'present'],
    ]);
    expect(findings.map((f) => f.rule)).toEqual(['attachment-end-lost']);
  });
});

test('forms before the nine tables leave them alone, and are left alone', () => {
  const form = formPage(1, TITLE, W, [
    ...named('甲'),
    HEAD,
    ['^', '产出指标', '数量指标', '次数', '5次', '5次', '100', '100', ''],
  ]);
  const table = drawnPage(
    [
      {
        x: 20,
        y: 80,
        widths: [80, 80, 100, 60, 60, 60, 60, 60, 60],
        size: 4,
        rows: [
          [
            '科目编码',
            '科目名称',
            '本年收入合计',
            '财政拨款收入',
            '上级补助收入',
            '事业收入',
            '经营收入',
            '附属单位上缴收入',
            '其他收入',
          ],
          ['合计', null, '10.00', '10.00', '', '', '', '', ''],
        ],
      },
    ],
    [
      { text: '收入决算表', x: 300, y: 40 },
      { text: '单位：万元', x: 600, y: 60 },
    ],
    2,
  );
  const grids = [form, table].map(pageToGrids);
  const { attachments, taken } = gridsToAttachments(grids);
  expect(attachments.map((a) => a.pages)).toEqual([[1]]);
  expect(gridsToDrafts(grids, taken).drafts.map((d) => [d.form.key, d.parts[0]!.grid.page])).toEqual([['revenue', 2]]);
});

test('the rest of a row of amounts that the foot of a page cuts goes on with it', () => {
  const w = [100, 90, 90, 90, 90, 90, 90];
  const first: Rows = [
    ['项目名称', '道路养护', null, null, null, null, null],
    ['项目资金（万元）', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
    ['年度资金总额', '无', '1,250.00', '1,250.00', '10', '100.00', '10'],
  ];
  const second: Rows = [
    ['', '', '', '', '', '%', ''],
    ['其他资金', '0.00', '0.00', '0.00', '—', '', '—'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '里程', '30', '31', '90', '90'],
  ];
  const [form] = allTold([formPage(1, '项目支出绩效自评表', w, first), formPage(2, null, w, second)]);
  expect(form!.filter((line) => line.startsWith('funding'))).toEqual([
    'funding 1 name=年度资金总额 initial_budget=无 annual_budget=1,250.00 executed=1,250.00 weight=10 execution_rate=100.00% score=10',
    'funding 2 name=其他资金 initial_budget=0.00 annual_budget=0.00 executed=0.00 weight=— execution_rate= score=—',
  ]);
});

test('a head that the foot of a page cuts: its last words stand on the next page', () => {
  const cut = ['绩效指标', '一级', '二级', '三级指', '年度指标', '实际完成', '分值', '得分', '偏差原因分析及'];
  const rest = ['', '指标', '指标', '标', '值', '值', '', '', '改进措施'];
  const pages = [
    formPage(1, TITLE, W, [...named('甲'), cut]),
    formPage(2, null, W, [
      rest,
      ['', '产出指标', '数量指标', '次数', '5次', '5次', '100', '100', '无'],
      ...total('100'),
    ]),
  ];
  expect(indicators(pages)).toEqual(['indicator 1 产出指标 数量指标 次数 5次 5次 100 100 无']);
});

describe('merged cells over a page break', () => {
  // Prints of spreadsheets have the name in the middle of the whole cell.
  const first = formPage(1, TITLE, W, [
    ...named('甲'),
    HEAD,
    ['^', '产出指标', '数量指标', '次数', '5次', '5次', '20', '20', ''],
    ['^', '^', '', '天数', '5天', '5天', '20', '20', ''],
    ['^', '', '', '成本', '5元', '5元', '20', '20', ''],
    ['^', '^', '^', '单价', '5元', '5元', '20', '20', ''],
  ]);

  test('have the name that is printed on the next page', () => {
    const next = formPage(2, null, W, [
      ['', '成本指标', '经济成本指标', '总价', '9元', '9元', '10', '10', ''],
      ['^', '^', '^', '均价', '9元', '9元', '10', '10', ''],
      ...total('100'),
    ]);
    expect(indicators([first, next]).map((l) => l.split(' ').slice(1, 5).join(' '))).toEqual([
      '1 产出指标 数量指标 次数',
      '2 产出指标 数量指标 天数',
      '3 成本指标 经济成本指标 成本',
      '4 成本指标 经济成本指标 单价',
      '5 成本指标 经济成本指标 总价',
      '6 成本指标 经济成本指标 均价',
    ]);
  });

  test('a name that is cut between its lines is one', () => {
    const page = (number: number, rows: Rows, name: { text: string; y: number }) =>
      drawnPage(
        [{ x: 20, y: 60, widths: W, rows, size: 4 }],
        [...(number === 1 ? [{ text: TITLE, x: 300, y: 40 }] : []), { ...name, x: 144 }],
        number,
      );
    const pages = (above: number, below: number) => [
      page(
        1,
        [
          ...named('甲'),
          HEAD,
          ['^', '履职效能', '', '次数', '5次', '5次', '20', '20', ''],
          ['^', '^', '^', '天数', '5天', '5天', '20', '20', ''],
        ],
        { text: '整体工作', y: above },
      ),
      page(
        2,
        [
          ['', '', '', '成本', '5元', '5元', '20', '20', ''],
          ['^', '^', '^', '单价', '5元', '5元', '40', '40', ''],
          ...total('100'),
        ],
        { text: '完成情况', y: below },
      ),
    ];
    const names = (all: readonly Page[]) => indicators(all).map((l) => l.split(' ')[3]);
    expect(names(pages(138.5, 68.5))).toEqual(Array(4).fill('整体工作完成情况'));
    expect(names(pages(123, 83))).toEqual(['整体工作', '整体工作', '完成情况', '完成情况']);
  });

  describe('where every name stands in the middle of its cell', () => {
    // Print of 8 points, so that it stands in the middle of its row.
    const page = (number: number, rows: Rows, name?: { text: string; x?: number; y: number }) =>
      drawnPage(
        [{ x: 20, y: 60, widths: W, rows }],
        [...(number === 1 ? [{ text: TITLE, x: 300, y: 40 }] : []), ...(name ? [{ x: 64, ...name }] : [])],
        number,
      );
    const row = (level1: string, name: string, level2 = '数量指标'): Rows[number] => [
      '^',
      level1,
      level2,
      name,
      ...'5次 5次 10 10'.split(' '),
      '',
    ];
    const level1 = (pages: readonly Page[]) => indicators(pages).map((l) => l.split(' ')[2]);

    test('a blank one over the last row alone has the name of both', () => {
      const first = page(1, [...named('甲'), HEAD, row('产出指标', '次数'), row('', '天数')]);
      const next = (y: number) =>
        page(2, [['', ...row('', '成本').slice(1)], row('^', '单价'), ...total('100')], { text: '效益指标', y });
      expect(level1([first, next(73)])).toEqual(['产出指标', '效益指标', '效益指标', '效益指标']);
      expect(level1([first, next(83)])).toEqual(['产出指标', '产出指标', '效益指标', '效益指标']);
    });

    test('one over a whole page belongs to the name in whose middle it lies', () => {
      const begin = page(1, [...named('甲'), HEAD, row('', '次数'), row('^', '天数')], { text: '产出指标', y: 123 });
      const blank = page(2, [['', ...row('', '人数').slice(1)], row('^', '户数')]);
      const rows = [['', ...row('', '成本').slice(1)], row('^', '单价'), row('^', '总价'), row('^', '均价')];
      const names = (y: number, end: Rows = total('100')) =>
        level1([begin, blank, page(3, [...rows, ...end], { text: '效益指标', y })]);
      // Two rows before and four here: the middle of six is that of the first two here; of four alone, that of all.
      expect(names(83)).toEqual([...Array(2).fill('产出指标'), ...Array(6).fill('效益指标')]);
      expect(names(103)).toEqual([...Array(4).fill('产出指标'), ...Array(4).fill('效益指标')]);
      // Where both may go on it is the first that tells: its two rows have it in their middle.
      expect(names(83, []).slice(1, 4)).toEqual(['产出指标', '效益指标', '效益指标']);
    });

    test('blank ones before the first name are its own; where no middle tells whose a blank one is, it is in doubt', () => {
      const blank = (number: number) => page(number, [['', ...row('', '人数').slice(1)], row('^', '户数')]);
      const begin = page(1, [...named('甲'), HEAD, row('', '次数'), row('^', '天数')]);
      const rows = [['', ...row('', '成本').slice(1)], row('^', '单价'), row('^', '总价'), row('^', '均价')];
      const pages = (y: number) => [
        begin,
        page(2, rows, { text: '产出指标', y: 83 }),
        blank(3),
        page(4, [...rows, ...total('100')], { text: '效益指标', y }),
      ];
      const told = (y: number) =>
        attachmentsOf(pages(y)).attachments[0]!.indicators.map(({ cells: { level1 } }) => [
          level1!.value,
          level1!.standing,
        ]);
      expect(told(83)).toEqual([
        ...Array(6).fill(['产出指标', 'unconfirmed']),
        ...Array(6).fill(['效益指标', 'unconfirmed']),
      ]);
      expect(told(93).slice(5, 9)).toEqual([
        ['产出指标', 'unconfirmed'],
        ['效益指标', 'disputed'],
        ['效益指标', 'disputed'],
        ['效益指标', 'unconfirmed'],
      ]);
    });

    test('a blank one goes on with the second level whose middle it shares, under the name of the first', () => {
      const parted = [row('', '天数', ''), row('^', '户数', '^')];
      const name = { text: '经济效益指标', x: 144, y: 153 };
      const begin = page(1, [...named('甲'), HEAD, row('产出指标', '次数'), ...parted], name);
      const behind = [row('^', '单价', '社会效益指标'), row('^', '总价', '^'), row('^', '均价', '^')];
      const end: Rows = [['', ...row('', '成本', '').slice(1)], ...behind];
      const pages = [begin, page(2, [...end, ...total('100')], { text: '效益指标', y: 83 })];
      expect(
        indicators(pages)
          .map((l) => l.split(' ').slice(2, 4).join(' '))
          .slice(0, 5),
      ).toEqual([
        '产出指标 数量指标',
        '效益指标 经济效益指标',
        '效益指标 经济效益指标',
        '效益指标 经济效益指标',
        '效益指标 社会效益指标',
      ]);
    });
  });

  test('a blank one that covers a whole page goes on with the name before it, and ends with the page', () => {
    const page = (number: number, level1: string, name: string, score: string) =>
      formPage(number, null, W, [['', level1, '数量指标', name, '5次', '5次', score, score, '']]);
    const pages = [
      formPage(1, TITLE, W, [
        ...named('甲'),
        HEAD,
        ['^', '产出指标', '数量指标', '次数', '5次', '5次', '20', '20', ''],
        ['^', '^', '^', '天数', '5天', '5天', '20', '20', ''],
      ]),
      page(2, '', '人数', '20'),
      page(3, '效益指标', '影响', '40'),
    ];
    expect(indicators(pages).map((l) => l.split(' ')[2])).toEqual(['产出指标', '产出指标', '产出指标', '效益指标']);
  });

  test('a blank one over two levels goes on with both', () => {
    const before = formPage(1, TITLE, W, [
      ...named('甲'),
      HEAD,
      ['^', '满意度指标', '服务对象满意度指标', '群众', '90%', '95%', '50', '50', ''],
    ]);
    const next = formPage(2, null, W, [['', '', null, '职工', '90%', '95%', '50', '50', ''], ...total('100')]);
    expect(indicators([before, next])[1]).toBe('indicator 2 满意度指标 服务对象满意度指标 职工 90% 95% 50 50 ');
  });
});

test('who signs for a form under the head that is printed again is no indicator, and no form', () => {
  const unit: Rows[number] = ['主管部门', null, '某局', null, null, null, null, null, null];
  const head: Rows = [...named('甲'), unit, HEAD];
  const row: Rows[number] = ['', '产出指标', '数量指标', '次数', '5次', '5次', '100', '98', ''];
  const signed: Rows[number] = ['项目负责人：张三', null, '', null, '财务负责人（签字）：李四', null, '', null, ''];
  const pages = [
    formPage(1, TITLE, W, [...head, row, ...total('98')]),
    formPage(2, null, W, [...head, ['存在问题', null, '无', null, null, null, null, null, null], signed]),
  ];
  expect(attachmentsOf(pages).attachments.map((a) => [a.pages, a.indicators.length])).toEqual([[[1, 2], 1]]);
});

test.each([
  ['within a word', ['某市某局2024年度转移支付区域（项目）绩效目', '标自评表']],
  ['before its last word', ['某市某局2024年度转移支付区域（项目）绩效目标', '自评表']],
])('a title that is broken %s is one', (_, parts) => {
  const lines = parts.map((text, i) => ({
    text,
    x: 421 - 4 * text.length,
    y: 36 + 10 * i,
  }));
  const rows: Rows = [...named('甲'), HEAD, ['', '产出指标', '数量指标', '次数', '5次', '5次', '100', '98', '']];
  const page = drawnPage([{ x: 20, y: 60, widths: W, rows, size: 4 }], lines);
  expect(attachmentsOf([page]).attachments[0]!.title).toBe('某市某局2024年度转移支付区域（项目）绩效目标自评表');
});

test('the rest of a label that a page cuts is no indicator', () => {
  const remark = (label: string, text: string): Rows => [[label, null, text, null, null, null, null, null, null]];
  const row = ['', '产出指标', '数量指标', '次数', '5次', '5次', '100', '98', ''];
  const rest = ['', '项', '', '', '', '', '', '', ''];
  const pages = [
    formPage(1, TITLE, W, [...named('甲'), HEAD, row, ...remark('其他需要说明事', '无')]),
    formPage(2, null, W, [rest, ...total('98')]),
  ];
  expect(indicators(pages)).toHaveLength(1);
});

test('a name whose bracket a page cuts is one', () => {
  const row = (level1: string, name: string) => ['', level1, '数量指标', name, '5次', '5次', '50', '50', ''];
  const pages = [
    formPage(1, TITLE, W, [...named('甲'), HEAD, row('成本指标（21', '次数')]),
    formPage(2, null, W, [row('分）', '天数'), ...total('100')]),
  ];
  expect(indicators(pages).map((l) => l.split(' ')[2])).toEqual(['成本指标（21分）', '成本指标（21分）']);
});

test('a form of which a page has no more than the first label goes on with the next labels', () => {
  const pages = [
    formPage(1, TITLE, [40, 720], [['项目名称', '甲']]),
    formPage(2, null, [40, 360, 80, 280], [['主管部门', '某局', '实施单位', '某所']]),
    formPage(3, null, W, [HEAD, ['^', '产出指标', '数量指标', '次数', '5次', '5次', '100', '98', ''], ...total('98')]),
  ];
  expect(attachmentsOf(pages).findings).toEqual([]);
  expect(allTold(pages)).toEqual([
    [
      `header title=${TITLE} subject=甲 department=某局 unit=某所 total_score=98`,
      'indicator 1 level1=产出指标 level2=数量指标 level3=次数 target=5次 actual=5次 weight=100 score=98 reason=',
    ],
  ]);
});

test('the rest of a row in a form without weights and scores is no row', () => {
  const widths = [80, 80, 100, 80, 80, 200];
  const pages = [
    formPage(1, TITLE, widths, [
      ['项目名称', '甲', null, null, null, null],
      ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'],
      ['产出指标', '数量指标', '次数', '5次', '4次', '受汛期影响，'],
    ]),
    formPage(2, null, widths, [
      ['', '', '', '', '', '部分延后'],
      ['^', '^', '天数', '5天', '5天', ''],
    ]),
  ];
  expect(indicators(pages)).toEqual([
    'indicator 1 产出指标 数量指标 次数 5次 4次 受汛期影响，部分延后',
    'indicator 2 产出指标 数量指标 天数 5天 5天 ',
  ]);
  const cut = [
    formPage(1, TITLE, widths, [
      ['项目名称', '甲', null, null, null, null],
      ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'],
      ['效益指标', '可持续影响指', '次数', '5次', '4次', '受汛期影响，'],
    ]),
    formPage(2, null, widths, [['', '标', '', '', '', '部分延后']]),
  ];
  expect(indicators(cut)).toEqual(['indicator 1 效益指标 可持续影响指标 次数 5次 4次 受汛期影响，部分延后']);
});

describe('the head printed again over the remarks alone, on a page behind the total', () => {
  const widths = [90, 90, 160, 100, 100, 100];
  const head: Rows = [
    ['单位名称', '某局', null, null, null, null],
    ['预算执行情况（万元）（20分）', null, '预算数（A）', '执行数（B）', '执行率（B/A）', '得分（20分*执行率）'],
    ['部门整体支出总额', null, '200.00', '100.00', '50.00%', '10'],
    ['一级指标', '二级指标', '三级指标', '年初目标值（A）', '实际完成值（B）', '得分'],
  ];
  const first = formPage(1, '部门整体绩效自评表', widths, [
    ...head,
    ['产出指标', '数量指标', '次数', '5次', '5次', '40'],
    ['总分', null, null, null, null, '50'],
  ]);
  const remarks: Rows = [['改进措施及结果应用方案', null, '继续加强预算绩效管理', null, null, null]];

  test('is no form of its own', () => {
    const { attachments } = attachmentsOf([first, formPage(2, null, widths, [...head, ...remarks])]);
    expect(attachments.map((a) => [a.status, a.pages])).toEqual([['present', [1, 2]]]);
  });

  test('with other amounts is one', () => {
    const other = head.map((row) => row.map((text) => (text === '200.00' ? '300.00' : text)));
    expect(attachmentsOf([first, formPage(2, null, widths, [...other, ...remarks])]).attachments).toHaveLength(2);
  });
});
