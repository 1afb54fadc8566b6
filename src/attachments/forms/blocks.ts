import type { BlockWords, FundingField, TaskField } from '../form.js';

/** 年度主要任务: one line a task with the money behind it. In Shaanxi the amounts have 总额 and its sources beneath them. */
export const TASKS: BlockWords<TaskField> = {
  group: 'tasks',
  name: /^(?:对应项目|(?:主要|重点|工作|年度)*任务(?:名称|内容)?|主要工作(?:任务)?|任务对应项目|项目名称)$/,
  nameRequired: true,
  columns: [
    { field: 'issued', words: /^(?:项目)?(?:下达|预算|安排|年初预算|全年预算|年度预算)(?:金额|数|资金|额)$|^预算$/ },
    { field: 'executed', words: /^(?:项目|全年|实际|预算)?(?:执行|支出)(?:金额|数|资金|额)$|^实际支出$/ },
    { field: 'execution_rate', words: /^(?:项目|预算|资金)?执行率$/ },
    { field: 'weight', words: /^(?:分值|权重|标准分)$/ },
    { field: 'score', words: /^(?:自评)?得分$/ },
  ],
};

/** 项目资金: 年度资金总额 and its sources. Sichuan says 调整后预算数, Hubei 预算数 alone, Liaoning has no such block. */
export const FUNDING: BlockWords<FundingField> = {
  group: 'funding',
  name: /^(?:项目资金|资金(?:来源|性质|类别|名称)|预算执行情况|预算资金|项目(?:名称)?|资金|年度资金)$/,
  nameRequired: false,
  columns: [
    { field: 'initial_budget', words: /^(?:年初|期初)(?:预算|资金)(?:数|金额|总额|安排数|安排)?$/ },
    {
      field: 'annual_budget',
      words:
        /^(?:(?:全年|年度|(?:全年)?调整后?|当年|本年|调整后全年)?预算(?:调整)?(?:数|金额|安排数|总额)|(?:全年|年度|调整后)预算|调整后)$/,
    },
    {
      field: 'executed',
      words:
        /^(?:(?:全年|年度|预算|实际|当年|本年|截至年底)?(?:预算)?(?:执行|支出)(?:数|金额|额|总额)|全年执行|实际(?:支出|使用|执行))$/,
    },
    { field: 'weight', words: /^(?:预算)?(?:执行率)?(?:分值|权重|标准分|满分)$/ },
    { field: 'execution_rate', words: /^(?:预算|资金|全年)?(?:执行|完成)率$/ },
    { field: 'score', words: /^(?:自评|(?:预算)?执行率)?得分$/ },
  ],
};
