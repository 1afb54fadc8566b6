import type { Form } from '../form.js';
import { FUND_COLUMNS } from './fundColumns.js';

/** 政府性基金预算财政拨款收入支出决算表: 公开08表 in the local forms, 07 in the central one. */
export const governmentFund: Form = {
  key: 'government_fund',
  titles: [
    '政府性基金预算财政拨款收入支出决算表',
    '政府性基金预算收入支出决算表',
    '政府性基金预算财政拨款支出决算表',
    '政府性基金预算支出决算表',
    '政府性基金收入支出决算表',
    '政府性基金预算财政拨款收入支出表',
    '政府性基金财政拨款支出决算表',
    '政府性基金支出决算表',
    '政府性基金决算表',
    '政府性基金预算财政拨款收支决算表',
    '政府性基金预算收支决算表',
  ],
  layout: 'single',
  codes: 'functional',
  columns: FUND_COLUMNS,
  required: ['total'],
  closing: [{ section: '', labels: ['合计', '总计'] }],
};
