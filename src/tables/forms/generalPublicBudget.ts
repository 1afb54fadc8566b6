import type { Form } from '../form.js';

/**
 * 公开05表. Regions whose 05 is a 收入支出 table (Yunnan) print 年初结转, 本年收入 and 年末结转 beside 本年支出: the
 * columns of the contract are those under 本年支出.
 */
export const generalPublicBudget: Form = {
  key: 'general_public_budget',
  titles: [
    '一般公共预算财政拨款支出决算表',
    '一般公共预算支出决算表',
    '一般公共预算财政拨款支出表',
    '般公共预算财政拨款支出决算表',
    '一般公共预算财政拨款收入支出决算表',
    '一般公共预算财政拨款收支决算表',
    '一般公共预算收入支出决算表',
  ],
  layout: 'single',
  codes: 'functional',
  columns: [
    { key: 'total', label: '合计', paths: [/^(本年支出\/)?(合计|小计|总计|本年支出合计|支出合计)$/, /^本年支出$/] },
    { key: 'basic', label: '基本支出', paths: [/^(本年支出\/)?基本支出(\/(小计|合计))?$/] },
    { key: 'project', label: '项目支出', paths: [/^(本年支出\/)?项目支出(\/(小计|合计))?$/] },
  ],
  required: ['total', 'basic', 'project'],
  closing: [{ section: '', labels: ['合计', '总计'] }],
};
