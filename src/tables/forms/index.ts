import type { Form } from '../form.js';
import { appropriationSummary } from './appropriationSummary.js';
import { expenditure } from './expenditure.js';
import { generalPublicBudget } from './generalPublicBudget.js';
import { generalPublicBudgetBasic } from './generalPublicBudgetBasic.js';
import { governmentFund } from './governmentFund.js';
import { revenue } from './revenue.js';
import { revenueExpenditureSummary } from './revenueExpenditureSummary.js';
import { stateCapital } from './stateCapital.js';
import { threePublic } from './threePublic.js';

/** The nine 公开表 in the order of the document. */
export const FORMS: readonly Form[] = [
  revenueExpenditureSummary,
  revenue,
  expenditure,
  appropriationSummary,
  generalPublicBudget,
  generalPublicBudgetBasic,
  threePublic,
  governmentFund,
  stateCapital,
];
