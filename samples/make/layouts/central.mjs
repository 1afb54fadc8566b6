// The layout of central departments, here in 元: 公开07 = fund, 08 = state capital, 09 = 三公 with twelve columns.
import { appropriationBody, basicBody, summaryBody, threePublicRow, treeBody } from '../forms.mjs';
import { mid } from '../grid.mjs';
import * as heads from '../heads.mjs';
import { yuanGrouped } from '../money.mjs';

export const TITLES = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算明细表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款支出决算表',
  '财政拨款“三公”经费支出决算表',
];

const ITEMS = ['total', 'overseas', 'vehicle', 'vehicle_purchase', 'vehicle_operation', 'reception'];

function threePublicHead() {
  const top = () => [
    heads.down('合计'),
    heads.down('因公出国（境）费'),
    heads.over('公务用车购置及运行费', 3),
    heads.down('公务接待费'),
  ];
  const vehicles = () => ['小计', '公务用车购置费', '公务用车运行费'].map((text) => mid(text));
  return [
    [heads.over('预算数', 6), heads.over('决算数', 6)],
    [...top(), ...top()],
    [...vehicles(), ...vehicles()],
    Array.from({ length: 12 }, (_, at) => mid(String(at + 1))),
  ];
}

function basicHead() {
  const block = ['科目编码', '科目名称', '决算数'];
  return [
    [heads.over('人员经费', 3), heads.over('公用经费', 6)],
    [...block, ...block, ...block].map((text) => mid(text)),
  ];
}

function bodies(account) {
  const printed = { amount: yuanGrouped, lineNumbers: true };
  const tree = (key, columns, more) => treeBody(account, key, columns, { ...printed, ...more });
  return {
    revenue_expenditure_summary: {
      widths: [34, 6, 20, 34, 6, 20],
      head: heads.summaryHead(true, '金额'),
      body: summaryBody(account, printed),
      note: '注：本表反映部门本年度的总收支和年末结转结余情况。',
    },
    revenue: {
      widths: [13, 36, 20, 20, 16, 16, 16, 18, 16],
      head: [...heads.treeHead(heads.REVENUE_NAMES, '科目代码'), heads.columnsRow(2, 7)],
      body: tree('revenue', heads.REVENUE),
      note: '注：本表反映部门本年度取得的各项收入情况。',
    },
    expenditure: {
      widths: [13, 36, 20, 20, 20, 16, 16, 20],
      head: [...heads.treeHead(heads.EXPENDITURE_NAMES, '科目代码'), heads.columnsRow(2, 6)],
      body: tree('expenditure', heads.EXPENDITURE),
      note: '注：本表反映部门本年度各项支出情况。',
    },
    appropriation_summary: {
      widths: [32, 6, 19, 34, 6, 19, 19, 19, 19],
      head: heads.appropriationHead(true, '金额'),
      body: appropriationBody(account, printed),
      note:
        '注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支' +
        '和年末结转结余情况。',
    },
    general_public_budget: {
      widths: [16, 44, 24, 24, 24],
      head: [...heads.splitHead('小计', '本年支出', '科目代码'), heads.columnsRow(2, 3)],
      body: tree('general_public_budget', heads.SPLIT),
      note: '注：本表反映部门本年度一般公共预算财政拨款支出情况。',
    },
    general_public_budget_basic: {
      widths: [9, 30, 18, 9, 26, 18, 9, 34, 16],
      head: basicHead(),
      body: basicBody(account, [['301', '303'], ['302'], ['307', '310', '312', '399']], printed),
      note: '注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。',
    },
    government_fund: {
      widths: [14, 36, 19, 19, 19, 17, 19, 19],
      head: [...heads.fundHead('小计'), heads.columnsRow(2, 6)],
      body: tree('government_fund', heads.FUND, { blankRows: 3 }),
      note: '注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。',
    },
    state_capital: {
      widths: [22, 40, 24, 24, 24],
      head: [...heads.splitHead('合计', '本年支出'), heads.columnsRow(2, 3)],
      body: tree('state_capital', heads.SPLIT, { blankRows: 6 }),
      note: `说明：${account.department}没有国有资本经营预算，也没有使用国有资本经营预算安排的支出，故本表无数据。`,
    },
    three_public: {
      widths: Array.from({ length: 12 }, () => 15),
      head: threePublicHead(),
      body: threePublicRow(account, ITEMS, printed),
      note:
        '注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，决算数是包括当年财政拨款预算' +
        '和以前年度结转资金安排的实际支出。',
    },
  };
}

const PORTRAIT = ['revenue_expenditure_summary', 'general_public_budget'];

export function centralGrids(account) {
  return Object.entries(bodies(account)).map(([key, grid], at) => ({
    key,
    title: TITLES[at],
    number: `公开0${at + 1}表`,
    landscape: !PORTRAIT.includes(key),
    ...grid,
  }));
}
