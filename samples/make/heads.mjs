// Header rows that the regional layouts share.
import { blank, mid } from './grid.mjs';

export const down = (text, rows = 2) => mid(text, { down: rows });
export const over = (text, span) => mid(text, { span });

/** The 栏次 row: a label over the first `lead` columns, then 1, 2, 3 … */
export const columnsRow = (lead, count, text = '栏次') => [
  over(text, lead),
  ...Array.from({ length: count }, (_, at) => mid(String(at + 1))),
];

export const summaryHead = (lineNumbers, final) => {
  const half = ['项目', ...(lineNumbers ? ['行次'] : []), final];
  const rows = [[over('收入', half.length), over('支出', half.length)], [...half, ...half].map((text) => mid(text))];
  if (lineNumbers) rows.push([mid('栏次'), blank(), mid('1'), mid('栏次'), blank(), mid('2')]);
  return rows;
};

export const appropriationHead = (lineNumbers, final) => {
  const right = ['合计', '一般公共预算财政拨款', '政府性基金预算财政拨款', '国有资本经营预算财政拨款'];
  const half = (text) => [text, ...(lineNumbers ? ['行次'] : [])];
  const names = [...half('项目'), final, ...half('项目'), ...right];
  const lead = half('').length;
  const rows = [[over('收入', lead + 1), over('支出', lead + 4)], names.map((text) => mid(text))];
  if (lineNumbers) {
    rows.push([mid('栏次'), blank(), mid('1'), mid('栏次'), blank(), ...['2', '3', '4', '5'].map((text) => mid(text))]);
  }
  return rows;
};

/** 项目 | … over code and name; the amount columns go down two rows. */
export const treeHead = (names, code = '功能分类科目编码') => [
  [over('项目', 2), ...names.map((name) => down(name))],
  [mid(code), mid('科目名称')],
];

export const splitHead = (first, group, code = '功能分类科目编码') => [
  [over('项目', 2), over(group, 3)],
  [mid(code), mid('科目名称'), mid(first), mid('基本支出'), mid('项目支出')],
];

export const fundHead = (first) => [
  [over('项目', 2), down('年初结转和结余'), down('本年收入'), over('本年支出', 3), down('年末结转和结余')],
  [mid('功能分类科目编码'), mid('科目名称'), mid(first), mid('基本支出'), mid('项目支出')],
];

export const REVENUE_NAMES = [
  '本年收入合计',
  '财政拨款收入',
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
];
export const REVENUE = [
  'total',
  'appropriation',
  'superior_subsidy',
  'business',
  'operating',
  'affiliate_remittance',
  'other',
];
export const EXPENDITURE_NAMES = [
  '本年支出合计',
  '基本支出',
  '项目支出',
  '上缴上级支出',
  '经营支出',
  '对附属单位补助支出',
];
export const EXPENDITURE = ['total', 'basic', 'project', 'superior_remittance', 'operating', 'affiliate_subsidy'];
export const SPLIT = ['total', 'basic', 'project'];
export const FUND = ['opening_balance', 'revenue', 'total', 'basic', 'project', 'closing_balance'];
