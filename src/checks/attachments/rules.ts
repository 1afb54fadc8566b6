import { completion, executionRate, taskScore } from './rates.js';
import type { FormRule } from './rule.js';
import { executionScore, indicatorScore, overfulfilment } from './scores.js';
import { subtotal, totalOfParts, totalOfScores, unitBudgets, weights } from './totals.js';

/** The identities of self-evaluation forms (绩效自评表), in the order of their numbers. */
export const FORM_RULES: readonly FormRule[] = [
  executionRate,
  taskScore,
  indicatorScore,
  completion,
  weights,
  totalOfScores,
  subtotal,
  executionScore,
  totalOfParts,
  overfulfilment,
  unitBudgets,
];
