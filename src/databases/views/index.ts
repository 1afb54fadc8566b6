import type { ViewSpec } from '../tables/spec.js';
import { attachmentViews } from './attachments.js';
import { documentsWithDisputedFigures } from './disputed.js';
import { latestDocuments } from './latestDocuments.js';
import { sangongPanel } from './sangongPanel.js';
import { spendingByEconomicClass, spendingByFunction } from './spending.js';
import { balances, yearOverYear } from './yearOverYear.js';

/** In an order in which they can be made: a view uses tables and the views before it. */
export const VIEWS: readonly ViewSpec[] = [
  latestDocuments,
  sangongPanel,
  spendingByFunction,
  spendingByEconomicClass,
  balances,
  yearOverYear,
  documentsWithDisputedFigures,
  ...attachmentViews,
];
