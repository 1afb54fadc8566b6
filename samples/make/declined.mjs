// Two neighbours that are no 部门决算: a department's budget and a county government's final accounts, both invented.
import { CLASSES, chineseNumber, functionalName } from './codes.mjs';
import { label, mid } from './grid.mjs';
import { over } from './heads.mjs';
import { htmlDocument } from './html.mjs';
import { percent, sum, wanGrouped } from './money.mjs';

const right = (text) => ({ text, align: 'right' });
const amount = (fen) => right(fen ? wanGrouped(fen) : '');

const tableSection = (title, owner, grid, landscape) => ({
  landscape,
  blocks: [
    { kind: 'title', text: title },
    { kind: 'line', parts: [owner, '单位：万元'] },
    { kind: 'table', grid },
  ],
});

const front = (name, title, contents) => ({
  blocks: [
    { kind: 'gap', lines: 5 },
    { kind: 'cover', text: name },
    { kind: 'cover', text: title },
    { kind: 'gap', lines: 3 },
    { kind: 'title', text: '目  录' },
    ...contents.map((text, at) => ({ kind: 'toc', level: 2, text: `${chineseNumber(at + 1)}、${text}` })),
  ],
});

/** The original budgets of the next year: the last year's with two per cent more, in whole hundreds of 元. */
function nextBudget(account) {
  const items = account.leaves.filter((leaf) => leaf.budget);
  const raise = (fen) => Math.round((fen * 1.02) / 1e4) * 1e4;
  const basic = (leaf) => ['208', '210', '221'].includes(leaf.code.slice(0, 3)) || leaf.code === '2130301';
  return items.map((leaf) => ({ code: leaf.code, value: raise(leaf.budget), basic: basic(leaf) }));
}

function budgetTree(items) {
  const codes = new Set(items.flatMap(({ code }) => [3, 5, 7].map((length) => code.slice(0, length))));
  return [...codes].sort((a, b) => (a.padEnd(7) < b.padEnd(7) ? -1 : 1));
}

export function budgetDocument(account) {
  const year = account.year + 1;
  const titles = ['部门收支预算总表', '部门支出预算总表', '财政拨款“三公”经费支出预算表'];
  const items = nextBudget(account);
  const total = sum(items.map(({ value }) => value));
  const of = (code, test = () => true) =>
    sum(items.filter((item) => item.code.startsWith(code) && test(item)).map(({ value }) => value));
  const classes = CLASSES.filter(([code]) => of(code) > 0);
  const income = [
    ['一般公共预算拨款收入', total],
    ['政府性基金预算拨款收入', 0],
    ['事业收入', 0],
    ['其他收入', 0],
  ];
  const height = Math.max(classes.length, income.length);
  const summary = Array.from({ length: height }, (_, at) => {
    const [name = '', value = 0] = income[at] ?? [];
    const [code, words] = classes[at] ?? [];
    return [label(name), amount(value), label(words ?? ''), amount(code ? of(code) : 0)];
  });
  const tree = (head) => ({
    widths: [14, 40, 18, 18, 18],
    head: [['科目编码', '科目名称', ...head].map((text) => mid(text))],
    body: [
      [over('合计', 2), amount(total), amount(of('', (item) => item.basic)), amount(of('', (item) => !item.basic))],
      ...budgetTree(items).map((code) => [
        label(code),
        label(functionalName(code)),
        amount(of(code)),
        amount(of(code, (item) => item.basic)),
        amount(of(code, (item) => !item.basic)),
      ]),
    ],
    rowHeight: 15,
  });
  const owner = `编制部门：${account.department}`;
  return htmlDocument(`${account.department}${year}年部门预算`, [
    front(account.department, `${year}年部门预算`, ['部门主要职责', ...titles]),
    {
      blocks: [
        { kind: 'title', text: '部门主要职责' },
        ...account.duties.map((duty, at) => ({ kind: 'text', text: `（${chineseNumber(at + 1)}）${duty}` })),
      ],
    },
    tableSection(`${year}年${titles[0]}`, owner, {
      widths: [34, 16, 34, 16],
      head: [[over('本年收入', 2), over('本年支出', 2)], ['项目', '预算数', '项目', '预算数'].map((text) => mid(text))],
      body: [...summary, [mid('收入总计'), amount(total), mid('支出总计'), amount(total)]],
      rowHeight: 24,
    }),
    tableSection(`${year}年${titles[1]}`, owner, tree(['合计', '基本支出', '项目支出'])),
    tableSection(
      `${year}年${titles[2]}`,
      owner,
      {
        widths: [16, 16, 16, 16, 16, 16],
        head: [
          [
            mid('合计', { down: 2 }),
            mid('因公出国（境）费', { down: 2 }),
            mid('公务接待费', { down: 2 }),
            over('公务用车购置及运行费', 3),
          ],
          ['小计', '购置费', '运行费'].map((text) => mid(text)),
        ],
        body: [['48.00', '0.00', '6.00', '42.00', '0.00', '42.00'].map(right)],
        rowHeight: 26,
      },
      true,
    ),
  ]);
}

// 预算数, 调整预算数 and 决算数 in 万元.
const REVENUE = [
  [
    '一、税收收入',
    [
      ['增值税', 18200, 17900, 18126],
      ['企业所得税', 6400, 6250, 6318],
      ['个人所得税', 2100, 2100, 2047],
      ['资源税', 1500, 1450, 1463],
      ['城市维护建设税', 1900, 1880, 1872],
      ['房产税', 2300, 2320, 2359],
      ['印花税', 800, 790, 783],
      ['城镇土地使用税', 1700, 1700, 1684],
      ['土地增值税', 3600, 3100, 2987],
      ['车船税', 1400, 1420, 1436],
      ['耕地占用税', 900, 860, 872],
      ['契税', 4200, 3700, 3618],
      ['环境保护税', 300, 310, 316],
    ],
  ],
  [
    '二、非税收入',
    [
      ['专项收入', 3100, 3050, 3027],
      ['行政事业性收费收入', 2600, 2700, 2748],
      ['罚没收入', 2900, 3200, 3364],
      ['国有资源（资产）有偿使用收入', 6800, 7900, 8137],
      ['其他收入', 400, 430, 452],
    ],
  ],
];

const SPENDING = {
  201: [32600, 33100, 32487],
  204: [14200, 14500, 14316],
  205: [68400, 69200, 68853],
  206: [1900, 1850, 1792],
  207: [4600, 4750, 4638],
  208: [52300, 53900, 53476],
  210: [28700, 29600, 29184],
  211: [6200, 7100, 6874],
  212: [11400, 11900, 11637],
  213: [46800, 51300, 49826],
  214: [8300, 9100, 8842],
  221: [9700, 9600, 9483],
  224: [2800, 3400, 3276],
};

const integer = (value) => right(String(value).replace(/\B(?=(\d{3})+$)/g, ','));
const figures = ([planned, adjusted, final]) => [
  integer(planned),
  integer(adjusted),
  integer(final),
  right(percent(final, adjusted)),
];
const addUp = (rows) => rows.reduce((total, row) => total.map((value, at) => value + row[at]), [0, 0, 0]);

const governmentGrid = (body) => ({
  widths: [40, 15, 15, 15, 17],
  head: [['项目', '预算数', '调整预算数', '决算数', '决算数为调整预算数的%'].map((text) => mid(text))],
  body,
  rowHeight: 20,
});

export function governmentDocument(county, year) {
  const groups = REVENUE.map(([name, items]) => [name, addUp(items.map((item) => item.slice(1))), items]);
  const revenue = groups.flatMap(([name, total, items]) => [
    [label(name), ...figures(total)],
    ...items.map(([item, ...values]) => [label(`　　${item}`), ...figures(values)]),
  ]);
  const received = addUp(groups.map(([, total]) => total));
  const spent = addUp(Object.values(SPENDING));
  const spending = CLASSES.filter(([code]) => SPENDING[code]).map(([code, name], at) => [
    label(`${chineseNumber(at + 1)}、${name}`),
    ...figures(SPENDING[code]),
  ]);
  const titles = ['一般公共预算收入决算表', '一般公共预算支出决算表'];
  const words =
    `${year}年，全县一般公共预算收入完成${received[2]}万元，为调整预算的${percent(received[2], received[1])}；` +
    `一般公共预算支出${spent[2]}万元，为调整预算的${percent(spent[2], spent[1])}。` +
    '收支差额由上级转移支付收入、调入资金和地方政府一般债务收入等弥补，收支总量平衡。';
  return htmlDocument(`${county}${year}年财政总决算`, [
    front(`${county}${year}年`, '财政总决算报告', [
      `关于${county}${year}年财政决算草案的报告`,
      ...titles.map((title) => `${county}${year}年${title}`),
    ]),
    {
      blocks: [
        { kind: 'title', text: `关于${county}${year}年财政决算草案的报告` },
        { kind: 'text', text: `${county}人民代表大会常务委员会：` },
        { kind: 'text', text: `受县人民政府委托，现将${county}${year}年财政决算情况报告如下，请予审查。` },
        { kind: 'heading', text: '一、一般公共预算收支决算情况' },
        { kind: 'text', text: words },
        { kind: 'heading', text: '二、下一步工作安排' },
        { kind: 'text', text: '坚持以收定支、量入为出，加强财政资源统筹，兜牢基层“三保”底线，防范化解政府债务风险。' },
      ],
    },
    tableSection(
      `${county}${year}年${titles[0]}`,
      '',
      governmentGrid([...revenue, [mid('收入合计'), ...figures(received)]]),
    ),
    tableSection(
      `${county}${year}年${titles[1]}`,
      '',
      governmentGrid([...spending, [mid('支出合计'), ...figures(spent)]]),
    ),
  ]);
}
