import type { Form } from '../form.js';
import { FUND_COLUMNS } from './fundColumns.js';

/** 国有资本经营预算财政拨款(收入)支出决算表: 公开09表 in the local forms, 08 in the central one. Its columns decide, not its title. */
export const stateCapital: Form = {
  key: 'state_capital',
  titles: [
    '国有资本经营预算财政拨款支出决算表',
    '国有资本经营预算财政拨款收入支出决算表',
    '国有资本经营预算支出决算表',
    '国有资本经营预算收入支出决算表',
    '国有资本经营预算财政拨款支出表',
    '国有资本经营支出决算表',
    '国有资本经营预算财政拨款收入支出表',
    '国有资本经营预算财政拨款收支决算表',
    '国有资本经营预算收支决算表',
  ],
  layout: 'single',
  codes: 'functional',
  // Most regions print 本年支出 alone.
  columns: FUND_COLUMNS.map((c) => (['total', 'basic', 'project'].includes(c.key) ? c : { ...c, optional: true })),
  required: ['total'],
  closing: [{ section: '', labels: ['合计', '总计'] }],
};
