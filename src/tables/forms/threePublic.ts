import type { Form } from '../form.js';

/**
 * 财政拨款“三公”经费支出决算表: 公开07表 in the local forms, 09 in the central one. The same twelve figures stand as pairs an
 * item, as six 预算数 then six 决算数, as two rows, or as a list; so items and measures are read off header and label, never off
 * a position.
 */
export const threePublic: Form = {
  key: 'three_public',
  titles: [
    '财政拨款三公经费支出决算表',
    '一般公共预算财政拨款三公经费支出决算表',
    '一般公共预算及政府性基金财政拨款三公经费支出决算表',
    '一般公共预算财政拨款三公经费及会议费、培训费支出决算表',
    '财政拨款三公经费及会议费、培训费支出决算表',
    '一般公共预算财政拨款三公经费支出决算',
    '财政拨款三公经费、行政参公单位机关运行经费情况表',
    '一般公共预算三公经费支出决算表',
    '三公经费支出决算表',
    '财政拨款三公经费支出表',
    '一般公共预算财政拨款三公经费支出表',
    '一般公共预算财政拨款三公经费情况表',
    '三公经费、行政参公单位机关运行经费情况表',
    '一般公共预算财政拨款三公经费决算表',
    '财政拨款三公经费决算表',
    '三公经费、会议费、培训费支出决算表',
    '一般公共预算三公经费及会议费、培训费支出决算表',
    '三公经费公共预算财政拨款支出决算表',
    '三公经费决算表',
    '财政拨款三公经费支出情况表',
    '三公经费支出情况表',
    '三公经费情况表',
  ],
  layout: 'crossed',
  codes: null,
  columns: [],
  required: ['budget', 'final'],
  items: [
    { key: 'total', label: '合计', words: /^(支出)?(合计|总计|小计)$|^三公经费(支出)?(合计|小计)?$/ },
    {
      key: 'overseas',
      label: '因公出国（境）费',
      words: /出国\(境\)(费|费用|经费|支出|费支出)?$|因公出国(境)?费用?$/,
    },
    {
      key: 'vehicle',
      label: '公务用车购置及运行费',
      words: /公务用车(购置(及|和|、|与)?运行(维护)?)?(费|费用|经费|支出|费支出)?(\/(小计|合计))?$/,
    },
    {
      key: 'vehicle_purchase',
      label: '公务用车购置费',
      words: /公务用车购置(费|费用|支出|费支出)?$|公务用车.*\/(车辆)?购置(费|费用)?$/,
    },
    {
      key: 'vehicle_operation',
      label: '公务用车运行维护费',
      words: /公务用车运行(维护)?(费|费用|支出|费支出)?$|公务用车.*\/运行(维护)?(费|费用)?$/,
    },
    { key: 'reception', label: '公务接待费', words: /公务接待(费|费用|支出|费支出)?(\/(小计|合计))?$/ },
    { key: 'meeting', label: '会议费', words: /(^|\/)会议费$/, optional: true },
    { key: 'training', label: '培训费', words: /(^|\/)培训费$/, optional: true },
  ],
  measures: [
    {
      key: 'budget',
      label: '预算数',
      words: /^(\d{4}年度?)?(年初|全年|调整后?|本年|年度)?预算(数|金额|额)?$/,
      // The notes of the central form: 预算数 is that of the whole year, as it was adjusted.
      ranks: [/年初/, /^(?!.*年初)/, /全年|调整/],
      yearOf: 'final',
    },
    {
      key: 'final',
      label: '决算数',
      words: /^(\d{4}年度?)?(本年|年度)?(支出)?决算(数|金额|额)?$|^(决算)?统计数$/,
    },
  ],
};
