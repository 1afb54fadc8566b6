import type { Form } from '../form.js';

const AMOUNT = [/^((本年)?(收入|支出)?决算数|金额|金额\(决算数\)|决算金额|决算数\(金额\)|本年决算数|\d{4}年决算数)$/];

/** 公开01表. Two halves; lines go by name, since their number differs by year (22, 24 or 26 functional classes). */
export const revenueExpenditureSummary: Form = {
  key: 'revenue_expenditure_summary',
  titles: ['收入支出决算总表', '收支决算总表', '收入支出决算表', '收入支出总表', '收支总表(决算)'],
  layout: 'sections',
  codes: null,
  columns: [
    { key: 'amount', label: '决算数', paths: AMOUNT, section: 'revenue' },
    { key: 'amount', label: '决算数', paths: AMOUNT, section: 'expenditure' },
  ],
  required: ['amount'],
  signature: [
    /^(使用非财政拨款结余|使用专用结余|用事业基金弥补收支差额)/,
    /^结余分配$/,
    /^年末结转和结余$/,
    /^年初结转和结余$/,
  ],
  closing: [
    { section: 'revenue', labels: ['总计', '收入总计', '合计'] },
    { section: 'expenditure', labels: ['总计', '支出总计', '合计'] },
  ],
};
