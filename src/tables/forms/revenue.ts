import type { Form } from '../form.js';

/** 公开02表. 事业收入 may have a column 其中：教育收费 beside it. */
export const revenue: Form = {
  key: 'revenue',
  titles: ['收入决算表', '部门收入决算表', '单位收入决算表', '收入决算总表', '收入决算明细表'],
  layout: 'single',
  codes: 'functional',
  columns: [
    {
      key: 'total',
      label: '本年收入合计',
      paths: [/^(本年收入合计|收入合计|本年收入|合计|总计|小计|本年收入(合计)?\/(合计|小计))$/],
    },
    {
      key: 'appropriation',
      label: '财政拨款收入',
      paths: [/^(财政拨款收入|财政拨款|本年财政拨款收入)(\/(小计|合计))?$/],
    },
    { key: 'superior_subsidy', label: '上级补助收入', paths: [/^上级补助(收入)?$/] },
    { key: 'business', label: '事业收入', paths: [/^事业收入(\/(小计|合计|金额|事业收入))?$/] },
    {
      key: 'business_education_fee',
      label: '其中：教育收费',
      paths: [/^(事业收入\/)?(其中[:：]?)?教育收费(收入)?$/],
      optional: true,
    },
    { key: 'operating', label: '经营收入', paths: [/^(事业单位)?经营收入$/] },
    {
      key: 'affiliate_remittance',
      label: '附属单位上缴收入',
      paths: [/^(附属单位(上缴|缴款|上缴款)|下级单位上缴)(收入)?$/],
    },
    { key: 'other', label: '其他收入', paths: [/^其[他它]收入$/] },
  ],
  required: ['total', 'appropriation', 'other'],
  closing: [{ section: '', labels: ['合计', '总计'] }],
};
