import type { Form } from '../form.js';

/** 公开04表. Left 金额, right 合计 and one column a budget; older forms lack 国有资本经营预算 (2019). */
export const appropriationSummary: Form = {
  key: 'appropriation_summary',
  titles: [
    '财政拨款收入支出决算总表',
    '财政拨款收支决算总表',
    '财政拨款收入支出决算表',
    '财政拨款收入支出总表',
    '财政拨款收支决算表',
    '政拨款收入支出决算总表',
  ],
  layout: 'sections',
  codes: null,
  columns: [
    {
      key: 'amount',
      label: '决算数',
      paths: [/^((本年)?(收入)?决算数|金额|金额\(决算数\)|决算金额|合计)$/],
      section: 'revenue',
    },
    { key: 'total', label: '合计', paths: [/^(合计|小计|总计|金额|决算数)$/], section: 'expenditure' },
    {
      key: 'general_public_budget',
      label: '一般公共预算财政拨款',
      paths: [/^(其中[:：]\/?)?(一般)?公共预算((财政)?拨款)?$/],
      section: 'expenditure',
    },
    {
      key: 'government_fund',
      label: '政府性基金预算财政拨款',
      paths: [/^(其中[:：]\/?)?政府性基金(预算)?(财政拨款)?$/],
      section: 'expenditure',
    },
    {
      key: 'state_capital',
      label: '国有资本经营预算财政拨款',
      paths: [/^(其中[:：]\/?)?国有资本经营(预算)?(财政拨款)?$/],
      section: 'expenditure',
    },
  ],
  required: ['amount', 'general_public_budget'],
  signature: [/^年初财政拨款结转和结余$/, /^年末财政拨款结转和结余$/, /^(一、|1、)?一般公共预算财政拨款$/],
  closing: [
    { section: 'revenue', labels: ['总计', '收入总计', '合计'] },
    { section: 'expenditure', labels: ['总计', '支出总计', '合计'] },
  ],
};
