// A provincial layout: 公开01表 …, 金额单位：万元, 行次 and 栏次, 合计 first, 07 = 三公, 08 = fund, 09 = state capital.
import { appropriationBody, basicBody, summaryBody, threePublicLines, treeBody } from '../forms.mjs';
import { mid } from '../grid.mjs';
import * as heads from '../heads.mjs';
import { spaced, wan, wanGrouped } from '../money.mjs';

export const TITLES = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算表',
  '财政拨款“三公”经费支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
];

const ITEMS = [
  ['total', '合  计'],
  ['overseas', '1、因公出国（境）费'],
  ['reception', '2、公务接待费'],
  ['vehicle', '3、公务用车购置及运行费'],
  ['vehicle_operation', '其中：（1）公务用车运行维护费'],
  ['vehicle_purchase', '      （2）公务用车购置费'],
];

const ROUNDING = '本表金额转换成万元时，因四舍五入可能存在尾差。';
const note = (text) => [`注：本表反映部门本年度${text}。`, ROUNDING];

/** 02 as a word processor spaced it; its last row was typed again later and is not spaced. */
function revenueBody(account) {
  const rows = treeBody(account, 'revenue', heads.REVENUE, { amount: (fen) => spaced(wanGrouped(fen)) });
  for (const cell of rows.at(-1)) if (cell.fact) cell.text = cell.text.replace(/ /g, '');
  return rows;
}

function bodies(account) {
  const grouped = { amount: wanGrouped, lineNumbers: true };
  const tree = (key, columns) => treeBody(account, key, columns, { amount: wanGrouped });
  const basicHead = [
    [heads.over('人员经费', 3), heads.over('公用经费', 6)],
    ['科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数'].map((text) =>
      mid(text),
    ),
  ];
  return {
    revenue_expenditure_summary: {
      widths: [33, 6, 13, 33, 6, 13],
      head: heads.summaryHead(true, '金额'),
      body: summaryBody(account, grouped),
      rowHeight: 17,
      notes: ['注：本表反映部门本年度的总收支和年末结转结余情况。', '本套报表金额单位转换万元时可能存在尾数误差。'],
    },
    revenue: {
      widths: [10, 26, 13, 13, 11, 11, 11, 13, 12],
      head: [...heads.treeHead(heads.REVENUE_NAMES), heads.columnsRow(2, 7)],
      body: revenueBody(account),
      landscape: true,
      rowHeight: 13.5,
      notes: note('取得的各项收入情况'),
    },
    expenditure: {
      widths: [11, 20, 14, 14, 14, 14, 14, 16],
      head: [...heads.treeHead(heads.EXPENDITURE_NAMES), heads.columnsRow(2, 6)],
      body: tree('expenditure', heads.EXPENDITURE),
      landscape: true,
      rowHeight: 22.6,
      notes: note('各项支出情况'),
    },
    appropriation_summary: {
      widths: [27, 5, 12, 28, 5, 13, 13, 13, 13],
      head: heads.appropriationHead(true, '金额'),
      body: appropriationBody(account, grouped),
      landscape: true,
      rowHeight: 17,
      notes: note('一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况'),
    },
    general_public_budget: {
      widths: [18, 34, 16, 16, 16],
      head: [...heads.splitHead('小计', '本年支出'), heads.columnsRow(2, 3)],
      body: tree('general_public_budget', heads.SPLIT),
      rowHeight: 17,
      notes: note('一般公共预算财政拨款支出情况'),
    },
    general_public_budget_basic: {
      widths: [6, 20, 11, 6, 20, 11, 6, 20, 11],
      head: basicHead,
      body: basicBody(account, [['301', '303'], ['302'], ['307', '310', '312', '399']], { amount: wan, cut: true }),
      rowHeight: 16,
      small: true,
      notes: note('一般公共预算财政拨款基本支出明细情况'),
    },
    three_public: {
      widths: [50, 25, 25],
      head: [['项  目', '预算数', '决算数'].map((text) => mid(text))],
      body: threePublicLines(account, ITEMS, { amount: wan }),
      rowHeight: 30,
      notes: [
        '注：本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的' +
          '预算数；决算数包括当年财政拨款预算和以前年度结转资金安排的实际支出。',
        ROUNDING,
      ],
    },
    government_fund: {
      widths: [12, 28, 14, 14, 12, 12, 12, 14],
      head: [...heads.fundHead('小计'), heads.columnsRow(2, 6)],
      body: tree('government_fund', heads.FUND),
      landscape: true,
      rowHeight: 24,
      notes: note('政府性基金预算财政拨款收入、支出及结转和结余情况'),
    },
    state_capital: {
      widths: [18, 34, 16, 16, 16],
      head: [...heads.splitHead('合计', '本年支出'), heads.columnsRow(2, 3)],
      body: tree('state_capital', heads.SPLIT),
      landscape: true,
      rowHeight: 24,
      notes: [
        ...note('国有资本经营预算财政拨款支出情况'),
        `说明：${account.department}${account.year}年度没有国有资本经营预算财政拨款收支，故本表无数据。`,
      ],
    },
  };
}

/** The nine grids in their printed order. */
export function liaoningGrids(account) {
  return Object.entries(bodies(account)).map(([key, grid], at) => ({
    key,
    title: TITLES[at],
    number: `公开${String(at + 1).padStart(2, '0')}表`,
    ...grid,
  }));
}
