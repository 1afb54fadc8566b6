import type { AttachmentForm } from '../form.js';
import { FUNDING, TASKS } from './blocks.js';
import { COMMON_LABELS, PROJECT_NAME, TOTALS } from './header.js';
import { INDICATOR_COLUMNS } from './indicators.js';

/**
 * 项目支出绩效自评表 (central departments, Beijing, Shaanxi, Yunnan), 预算项目(政策)绩效自评表 (Liaoning), 部门预算项目支出绩效自评表
 * (Sichuan), 专项资金 and 转移支付 forms: one a project.
 */
export const project: AttachmentForm = {
  key: 'project_self_evaluation',
  titles: [/项目|专项|政策|转移支付/],
  signature: [/^(?:专项|政策|转移支付)?项目名称$/, /^(?:专项|政策|专项资金|转移支付)名称$/],
  labels: [PROJECT_NAME, ...COMMON_LABELS, { field: 'unit', words: /^(?:部门|单位)名称$/ }],
  totals: TOTALS,
  // 项目名称 is a label here and no head of a column.
  tasks: { ...TASKS, name: /^(?:对应项目|(?:主要|重点|工作|年度)*任务(?:名称|内容)?|主要工作(?:任务)?)$/ },
  funding: FUNDING,
  indicators: INDICATOR_COLUMNS,
};
