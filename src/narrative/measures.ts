/** What the words before a number say that it measures. Words are data; the nearest to the number decide. */

/** Against what a change is measured: the year before, the budget, or a year before that (Guangdong: 比2019年（疫情前）). */
type Against = 'prior' | 'budget' | 'earlier';

/** What a measure of change ends with. */
export const ON = { prior: '', budget: '_on_budget', earlier: '_on_earlier' } as const;

export const MONEY_WORDS: readonly (readonly [
  RegExp,
  'increase' | 'decrease' | 'change' | 'increase_on_budget' | 'decrease_on_budget' | 'budget' | 'prior' | 'amount',
])[] = [
  // 决算数大于预算数55.93万元: by how much, and no budget.
  [/(?:大于|高于|超过|多于)(?:年初|全年|调整后?的?)*预算(?:数|金额)?$/, 'increase_on_budget'],
  [/(?:小于|低于|少于)(?:年初|全年|调整后?的?)*预算(?:数|金额)?$/, 'decrease_on_budget'],
  // 支出决算减少为0.00万元，与2024年持平: what it came to, not by how much.
  [/(?:增加|增长|上升|减少|下降|降低|压减|增|降|减)(?:为|到|至)$/, 'amount'],
  [/(?:增加|增长|增支|上升|增多)(?:了|额|额为)?$|(?<!新)增$/, 'increase'],
  [/(?:减少|下降|降低|减支|压减|下浮)(?:了|额|额为)?$|[减降]$/, 'decrease'],
  [/(?:变化|变动|增减)(?:了|额)?(?:为)?$/, 'change'],
  // 较上年(4,499.82万元)增加233.32万元
  [/(?:上年|去年|上年度)(?:决算|支出|收入|数)*(?:为|是|\()?$/, 'prior'],
  [/(?:执行数|支出决算数?|决算数|决算)(?:为|是|:)?$/, 'amount'],
  // 一般公共预算4,000.00万元: which of the three budgets paid, and no budget of the year.
  [
    /(?<!一般公共|政府性基金|国有资本(?:经营)?)预算(?:数|金额|安排|收入|支出|资金)*(?:为|是|共|合计|共计|的|:)?$/,
    'budget',
  ],
];

export const PERCENT_WORDS: readonly (readonly [
  RegExp,
  'completion' | 'increase_rate' | 'decrease_rate' | 'increase_rate_on_budget',
])[] = [
  // Xinjiang: 年初预算数4,500.00万元，决算数4,733.14万元，预决算差异率5.18%, with a sign where less was spent.
  [/预?决算差异率(?:为|是)?$/, 'increase_rate_on_budget'],
  [
    /(?:完成|达到|为|占)(?:了)?(?:20\d\d年度?|本年度?|当年)?(?:部门|单位)?(?:年初|全年|年度|调整后?的?|本年)*(?:财政拨款)?(?:收入|支出)?预算(?:数|安排|总额|批复数)?(?:的)?(?:比例|比率)?(?:为|是)?$/,
    'completion',
  ],
  [/(?:预算)?(?:执行率|完成率)(?:为|达到?|是)?$/, 'completion'],
  [/(?:增长|增加|上升|提高|增幅|上涨|增长率|增长比例)(?:了|为|达|约|是)?$|增$/, 'increase_rate'],
  [/(?:下降|降低|减少|降幅|减幅|下浮|压减|下降率)(?:了|为|达|约|是)?$|[减降]$/, 'decrease_rate'],
];

/** 占…的 before a share: the words between are its base. */
export const SHARE =
  /占(?:比)?(?:为|达)?(?:全部)?([^，,;。:占\d%]{0,40}?)(?:的)?(?:比重|比例|比率|比)?(?:的)?(?:为|达|约|是|:)?$/;

/** With what a change is compared, the last one before the number counts. */
const COMPARISON =
  /(?:比|较|与|同|和|对比)(?:(?:20\d\d年度?)?(?:"?三公"?经费)?(?:财政拨款)?((?:年初|全年|调整后?|当年|本年)*预算)|上年|上一年|去年|前年|20\d\d年)|同比/g;

/** The last comparison that a text made before a place; null where it made none. */
export function againstAt(text: string, at: number, fiscalYear: number | null): Against | null {
  const last = [...text.slice(0, at).matchAll(COMPARISON)].at(-1);
  if (!last) return null;
  if (last[1]) return 'budget';
  const year = /20\d\d/.exec(last[0])?.[0];
  return /前年/.test(last[0]) || (year && fiscalYear !== null && Number(year) < fiscalYear - 1) ? 'earlier' : 'prior';
}

/** Whether the words before a number end by naming another year than that of the accounts. */
export function isOfAnotherYear(words: string, fiscalYear: number | null): boolean {
  const year = /(20\d\d)年(?:度)?[^，,。;\d]*$/.exec(words)?.[1];
  return year !== undefined && fiscalYear !== null && Number(year) !== fiscalYear;
}

/** What may stand between a subject and its number and says nothing else. */
export const FILLER = new RegExp(
  `^(?:${[
    '20\\d\\d年(?:度|初|末)?',
    '\\([^()]{0,60}\\)',
    '(?:比|较|与|同|和)(?:上年度?|上一年度?|去年|(?:20\\d\\d年度?)?(?:年初|全年|调整后?|当年|本年)*预算|20\\d\\d年度?)(?:决算|执行)?(?:数|额)?(?:相比，?)?',
    '同比|相比|合计|共计|总计|总额|总数|累计|金额|数额|经费|费用|资金|支出|收入|安排|决算|预算|执行|实际|完成|年初|全年|调整后?|年度|本年|当年|本部门|本单位|我部门|我单位',
    '(?:财政)?拨款|一般公共预算|数|均|各|共|为|到|至|是|达|约|的|了|有|用|:|"|合同|其中|情况',
    '减?增加|增长|增支|上升|减少|下降|降低|减支|压减|变化|变动|提高',
  ].join('|')})*$`,
);
