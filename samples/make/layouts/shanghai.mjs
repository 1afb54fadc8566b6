// A municipal layout: no table number, 单位：万元, no 行次, 类 款 项 in three columns, 合计 last in 05, 三公 in pairs.
import { appropriationBody, basicBody, summaryBody, threePublicRow, treeBody } from '../forms.mjs';
import { mid } from '../grid.mjs';
import * as heads from '../heads.mjs';
import { wanGrouped } from '../money.mjs';
import { TITLES as LIAONING } from './liaoning.mjs';

export const TITLES = [...LIAONING.slice(0, 8), '国有资本经营预算财政拨款收入支出决算表'];

const ITEMS = ['total', 'overseas', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'reception'];
const WORDS = ['类', '款', '项'];

/** 项目 over 功能分类科目编码 (three columns) and 科目名称; the words 类 款 项 stand in the 合计 row or in a head row of their own. */
function codedHead(groups, ownWords) {
  const rows = [
    [
      heads.over('项目', 4),
      ...groups.map(([name, subs]) => (subs ? heads.over(name, subs.length) : heads.down(name, ownWords ? 3 : 2))),
    ],
    [
      heads.over('功能分类科目编码', 3),
      ownWords ? heads.down('科目名称') : mid('科目名称'),
      ...groups.flatMap(([, subs]) => subs ?? []).map((name) => (ownWords ? heads.down(name) : mid(name))),
    ],
  ];
  return ownWords ? [...rows, WORDS.map((word) => mid(word))] : rows;
}

const plain = (names) => names.map((name) => [name]);
const SPLIT = ['合计', '基本支出', '项目支出'];
const FUND_GROUPS = [['年初结转和结余'], ['本年收入'], ['本年支出', SPLIT], ['年末结转和结余']];

function threePublicHead() {
  const pair = () => [mid('预算数'), mid('决算数')];
  return [
    [heads.over('财政拨款“三公”经费', 12)],
    [
      mid('合计', { span: 2, down: 2 }),
      mid('因公出国（境）费', { span: 2, down: 2 }),
      heads.over('公务用车购置及运行费', 6),
      mid('公务接待费', { span: 2, down: 2 }),
    ],
    [heads.over('小计', 2), heads.over('公务用车购置费', 2), heads.over('公务用车运行维护费', 2)],
    Array.from({ length: 6 }, pair).flat(),
  ];
}

const basicHead = [
  [
    ...['left', 'right'].flatMap(() => [
      heads.over('经济分类科目编码', 2),
      heads.down('科目名称'),
      heads.down('决算数'),
    ]),
  ],
  ['类', '款', '类', '款'].map((word) => mid(word)),
];

function bodies(account) {
  const printed = { amount: wanGrouped };
  const zeros = { amount: wanGrouped, zero: '0.00' };
  const coded = (key, columns, options) => treeBody(account, key, columns, { codeColumns: 3, ...options });
  const widths = (...amounts) => [4.5, 3.5, 3.5, 26, ...amounts];
  return {
    revenue_expenditure_summary: {
      widths: [34, 16, 34, 16],
      head: heads.summaryHead(false, '决算数'),
      body: summaryBody(account, { ...printed, balanceLabel: '使用非财政拨款结余（含专用结余）' }),
      rowHeight: 18,
    },
    revenue: {
      widths: widths(13, 13, 11, 11, 11, 11, 11),
      head: codedHead(plain(heads.REVENUE_NAMES)),
      body: coded('revenue', heads.REVENUE, { ...printed, words: WORDS }),
      landscape: true,
      rowHeight: 18,
    },
    expenditure: {
      widths: widths(13, 13, 13, 11, 11, 13),
      head: codedHead(plain(heads.EXPENDITURE_NAMES)),
      body: coded('expenditure', heads.EXPENDITURE, { ...zeros, words: WORDS }),
      landscape: true,
      rowHeight: 18,
      repeatHead: true,
    },
    appropriation_summary: {
      widths: [25, 13, 28, 13, 13, 13, 13],
      head: heads.appropriationHead(false, '决算数'),
      body: appropriationBody(account, { ...printed, openingNumerals: true }),
      landscape: true,
      rowHeight: 18,
    },
    general_public_budget: {
      widths: widths(17, 17, 17),
      head: codedHead(plain(SPLIT), true),
      body: coded('general_public_budget', heads.SPLIT, { ...printed, totalLast: true }),
      rowHeight: 17,
    },
    general_public_budget_basic: {
      widths: [5, 4, 27, 14, 5, 4, 27, 14],
      head: basicHead,
      body: basicBody(
        account,
        [
          ['301', '303'],
          ['302', '310'],
        ],
        {
          ...printed,
          codeColumns: 2,
          omit: ['30306', '31005', '31006', '31008', '31009', '31010', '31011', '31012'],
        },
      ),
      rowHeight: 17,
    },
    three_public: {
      widths: Array.from({ length: 12 }, () => 10),
      head: threePublicHead(),
      body: threePublicRow(account, ITEMS, { ...zeros, alternating: true }),
      landscape: true,
      rowHeight: 26,
    },
    government_fund: {
      widths: widths(14, 14, 14, 12, 14, 14),
      head: codedHead(FUND_GROUPS, true),
      body: coded('government_fund', heads.FUND, { ...zeros, totalLast: true }),
      landscape: true,
      rowHeight: 20,
    },
    state_capital: {
      widths: widths(14, 14, 14, 12, 14, 14),
      head: codedHead(FUND_GROUPS, true),
      body: coded('state_capital', heads.FUND, { ...printed, totalLast: true }),
      landscape: true,
      rowHeight: 20,
    },
  };
}

export function shanghaiGrids(account) {
  return Object.entries(bodies(account)).map(([key, grid], at) => ({ key, title: TITLES[at], ...grid }));
}
