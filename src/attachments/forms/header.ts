import type { HeaderField, LabelWords } from '../form.js';

/** Labels whose value stands to the right, the same in every form. `bareLabel` has taken brackets and units off. */
export const COMMON_LABELS: readonly LabelWords<HeaderField>[] = [
  {
    field: 'department',
    words:
      /^(?:项目|中央|省级|地方|市级|一级|县级|资金|预算|业务|行业)?主管(?:部门|单位|预算部门)(?:及代码|名称|编码)?$|^一级(?:预算)?(?:部门|单位)$/,
  },
  {
    field: 'unit',
    words:
      /^(?:项目|具体)?(?:实施|承担|执行|使用|责任)(?:单位|部门|主体)(?:名称|及代码)?$|^资金使用(?:单位|部门)$|^项目(?:单位|部门)(?:名称)?$|^(?:二级|基层)?预算单位(?:名称)?$|^申报单位$/,
  },
  { field: 'budget_revenue', words: /^(?:部门|单位)?(?:年初|年度)预算收入(?:金额|数|总额)?$/ },
  { field: 'budget_expenditure', words: /^(?:部门|单位)?(?:年初|年度)预算支出(?:金额|数|总额)?$/ },
  {
    field: 'budget',
    words:
      /^(?:项目|部门|全年|年度|调整后|当年)?预算(?:总)?(?:金额|数|资金|额|安排(?:金额|数)?)$|^项目(?:预算|资金)总额$|^调整后预算$/,
  },
  {
    field: 'executed',
    words:
      /^(?:项目|全年|年度|实际|预算|当年)?(?:预算)?执行(?:数|金额|资金)$|^(?:项目|全年|年度)?实际(?:支出|使用)(?:数|金额|额)?$|^项目支出数$/,
  },
  { field: 'execution_rate', words: /^(?:项目|全年|年度|资金)?(?:预算)?执行(?:率|进度)$|^预算完成率$/ },
  {
    field: 'goal_planned',
    words:
      /^(?:项目|部门|整体|年度|全年|年初|预期|绩效|总体|实施期|当年)*(?:设定|预期|计划|申报)?(?:总体|绩效|整体|工作|年度)*目标(?:设定)?$|^目标设定$/,
  },
  {
    field: 'goal_actual',
    words:
      /^(?:项目|部门|全年|年度|年末|总体|绩效|整体|年初|当年)*(?:目标)?(?:总体|实际|具体)*(?:完成|实现)(?:目标|绩效)?(?:情况|结果)(?:说明|综述)?$|^(?:全年|年度)?实际完成$/,
  },
  { field: 'indicator_score', words: /^(?:绩效)?指标(?:自评)?得分(?:小计|合计)?$/ },
  { field: 'execution_score', words: /^预算执行(?:率|情况)?(?:自评)?得分$|^执行率得分$/ },
  { field: 'deduction', words: /^(?:减分|扣分)项?(?:得分|合计|分值)?$/ },
  {
    field: 'total_score',
    words:
      /^(?:绩效|单位|部门|项目|整体|综合)*(?:自评|自我评价|评价)?(?:总|综合)(?:评价|自评)?(?:得分|分|分数|分值)$|^(?:绩效|单位|部门|项目|整体)*自评(?:总)?(?:得分|分|分数|分值)$|^(?:总)?评价得分$/,
  },
];

/** Labels of the row with which a form ends. */
export const TOTALS: readonly LabelWords<HeaderField>[] = [
  ...COMMON_LABELS.filter(({ field }) => /score|deduction/.test(field)),
  { field: 'total_score', words: /^(?:总计|合计|总得分|得分合计|合计得分|合计分|总分合计|自评得分合计|综合评分)$/ },
];

/** A running subtotal under one level: no indicator, and not the end. */
export const SUBTOTAL = /^(?:小计|分项小计|合计小计)$/;

export const PROJECT_NAME: LabelWords<HeaderField> = {
  field: 'subject',
  words:
    /^(?:(?:一级|二级|预算|专项|专项资金|资金|转移支付|政策|评价)?项目名称|(?:专项|专项资金|政策|转移支付|资金)名称)$/,
};
export const OVERALL_NAME: LabelWords<HeaderField> = {
  field: 'subject',
  words:
    /^(?:省级|市级|县级|区级|州级|一级|本级)?(?:部门|单位|预算部门|预算单位|部门单位|部门预算单位|部门或单位|单位部门|填报单位|填报部门|评价部门|评价单位)(?:名称|全称)$|^评价对象$/,
};
