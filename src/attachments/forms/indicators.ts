import type { IndicatorField, LabelWords } from '../form.js';

/** Head words over the indicator columns, as the forms of the provinces print them. */
// 三级指 alone: a head at the foot of a page may be cut like any row.
export const INDICATOR_COLUMNS: readonly LabelWords<IndicatorField>[] = [
  { field: 'level1', words: /^一级(?:绩效|评价)?(?:指标?)?$/ },
  { field: 'level2', words: /^二级(?:绩效|评价)?(?:指标?)?$/ },
  {
    field: 'level3',
    words:
      /^(?:三级(?:绩效|评价)?(?:指标?)?|(?:具体|明细|绩效|评价|考核)?指标(?:名称|内容)|绩效指标|具体指标|评价内容)$/,
  },
  // Sichuan and Yunnan print 指标性质, Liaoning 运算符号.
  { field: 'operator', words: /^(?:运算符号?|计算符号?|比较符号?|符号|指标性质|指标符号|指标值类型|性质)$/ },
  { field: 'measure', words: /^(?:度量单位|计量单位|指标值单位|指标单位|单位)$/ },
  {
    field: 'target',
    words:
      /^(?:(?:年度|年初|全年|预期|计划|绩效|设定|目标|本年|当年|年度绩效|年初绩效)?(?:设定)?(?:绩效)?(?:指标|目标)值|(?:年度|年初|全年)?(?:计划|预期|设定|预算)(?:完成|达到)?值|(?:年度|年初|预期|计划)(?:绩效)?(?:指标|目标)|指标目标值|标杆值|目标)$/,
  },
  {
    field: 'actual',
    words:
      /^(?:(?:全年|年度|本年|当年|截至年底)?(?:实际|指标|目标|绩效)?(?:指标|绩效|目标)?完成(?:指标|目标)?(?:值|情况|数|结果)|(?:全年|年度)?实际(?:指标|绩效)?值|(?:全年|年度)?实际完成|完成(?:指标|目标)值|实现值|实际达到值|(?:全年|年度)?实际完成(?:指标|目标)值)$/,
  },
  {
    field: 'completion',
    words: /^(?:(?:指标|目标|实际|绩效)?完成(?:程度|率|比例|度|比率)|(?:指标|目标)?实现率|完成百分比)$/,
  },
  {
    field: 'weight',
    words: /^(?:(?:指标|设定|标准|权重|参考)?(?:分值|权重|权数)(?:分值|分)?|(?:标准|满|权重)分|分数|权重)$/,
  },
  {
    field: 'score',
    words:
      /^(?:(?:自评|实际|指标|评价|考评|自我评价|绩效自评|单位自评|部门自评|最终)?得分(?:情况)?|(?:自评|评价)?评?分(?:值|数)?|自评分|自评得分值|自评)$/,
  },
  {
    field: 'improvement',
    words: /^(?:(?:下一步|拟采取的?|拟)?(?:改进|整改)(?:措施|意见|建议)(?:及.{1,8})?|下一步措施)$/,
  },
];

/** Whatever stands under such a head is a reason: 偏差原因分析/经费保障, 未完成原因分析/其他, 备注说明原因. */
export const REASON_WORDS = /原因|(?:自评|[得评])分说明|偏差(?:说明|情况|分析)|未完成(?:说明|情况)|扣分(?:说明|依据)/;
/** A head that only says 内容 or 数值 means what the head over it says. */
export const EMPTY_WORDS = /^(?:内容|数值|值|指标值内容|具体内容)$/;
/** Heads of columns that hold none of the fields. */
export const OTHER_WORDS =
  /(?:评分|计分|扣分|打分|评价)(?:标准|规则|方法|依据|办法|细则)|指标(?:解释|说明|方向)|备注|^说明$|数据来源|佐证|计算(?:公式|方法)|序号|得分系数|核心指标/;

/** What merged level cells say: by them a page without head is told to be one of a form, and a broken name is whole. */
export const LEVEL_NAMES =
  /^(?:产出|效益|满意度|成本|效果|决策|过程|履职效能|预算执行|管理效率|运行成本|社会效应|可持续性|数量|质量|时效|经济成本|社会成本|生态环境成本|经济效益|社会效益|生态效益|可持续影响|服务对象满意度|社会公众满意度|受益对象满意度)(?:类)?(?:指标)?$/;
