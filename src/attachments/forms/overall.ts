import type { AttachmentForm } from '../form.js';
import { FUNDING, TASKS } from './blocks.js';
import { COMMON_LABELS, OVERALL_NAME, TOTALS } from './header.js';
import { INDICATOR_COLUMNS } from './indicators.js';

/** 部门（单位）整体(支出)绩效自评表: one a unit, with its tasks and the indicators of the whole. */
export const overall: AttachmentForm = {
  key: 'overall_self_evaluation',
  titles: [/整体/, /^(?:部门|单位)(?:支出)?绩效自评/],
  signature: [/^(?:部门|单位)名称$/, /^部门年初预算(?:收入|支出)金额$/],
  labels: [OVERALL_NAME, ...COMMON_LABELS],
  totals: TOTALS,
  tasks: TASKS,
  funding: FUNDING,
  indicators: INDICATOR_COLUMNS,
};
