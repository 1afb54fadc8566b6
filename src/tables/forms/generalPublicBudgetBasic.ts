import type { Form } from '../form.js';

/** 公开06表. Two or three blocks of 科目编码, 科目名称, 决算数 side by side; no grand total row in most regions. */
export const generalPublicBudgetBasic: Form = {
  key: 'general_public_budget_basic',
  titles: [
    '一般公共预算财政拨款基本支出决算表',
    '一般公共预算财政拨款基本支出决算明细表',
    '一般公共预算基本支出决算表',
    '一般公共预算财政拨款基本支出表',
    '财政拨款基本支出决算表',
    '基本支出决算表',
    '基本支出决算明细表',
  ],
  layout: 'blocks',
  codes: 'economic',
  columns: [
    {
      key: 'amount',
      label: '决算数',
      paths: [
        /^((人员经费|公用经费)\/)?((本年|基本支出)?决算数|(支出|决算)?金额|金额\(决算数\)|支出数|本年支出|合计)$/,
        // One list of codes with 合计, 人员经费 and 公用经费 beside each other (Beijing; the forms before 2018).
        /^(((本年|一般公共预算财政拨款)?基本支出|本年支出|一般公共预算财政拨款支出)(决算数)?\/)?(合计|小计|决算数)$/,
      ],
    },
  ],
  required: ['amount'],
  signature: [/^人员经费合计$/, /^公用经费合计$/],
  closing: [
    { section: '', labels: ['人员经费合计', '合计', '总计', '基本支出合计'] },
    { section: '', labels: ['公用经费合计', '合计', '总计', '基本支出合计'] },
  ],
};
