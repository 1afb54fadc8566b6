import type { Form } from '../form.js';

/** 公开03表. */
export const expenditure: Form = {
  key: 'expenditure',
  titles: ['支出决算表', '部门支出决算表', '单位支出决算表', '支出决算总表', '支出决算明细表', '出决算表'],
  layout: 'single',
  codes: 'functional',
  columns: [
    {
      key: 'total',
      label: '本年支出合计',
      paths: [/^(本年支出合计|支出合计|本年支出|合计|总计|小计|本年支出(合计)?\/(合计|小计))$/],
    },
    { key: 'basic', label: '基本支出', paths: [/^(本年支出\/)?基本支出(\/(小计|合计))?$/] },
    { key: 'project', label: '项目支出', paths: [/^(本年支出\/)?项目支出(\/(小计|合计))?$/] },
    { key: 'superior_remittance', label: '上缴上级支出', paths: [/^(本年支出\/)?上缴上级(支出|补助支出)?$/] },
    { key: 'operating', label: '经营支出', paths: [/^(本年支出\/)?(事业单位)?经营支出$/] },
    {
      key: 'affiliate_subsidy',
      label: '对附属单位补助支出',
      paths: [/^(本年支出\/)?(对附属单位(的)?补助(支出)?|对下级单位补助支出)$/],
    },
  ],
  required: ['total', 'basic', 'project', 'superior_remittance'],
  closing: [{ section: '', labels: ['合计', '总计'] }],
};
