/** Every identity of the nine tables, in the order in which reports list them. */
import { FORM_RULES } from '../attachments/rules.js';
import type { Rule } from '../rule.js';
import { APPROPRIATION_SUMMARY_RULES } from './appropriationSummary.js';
import { BASIC_EXPENDITURE_RULES } from './basicExpenditure.js';
import { BETWEEN_BASIC_RULES } from './betweenBasic.js';
import { BETWEEN_CLASSES_RULES } from './betweenClasses.js';
import { BETWEEN_CODES_RULES } from './betweenCodes.js';
import { BETWEEN_FUNDS_RULES } from './betweenFunds.js';
import { BETWEEN_TOTALS_RULES } from './betweenTotals.js';
import { CODED_TABLE_RULES } from './codedTables.js';
import { FUND_TABLE_RULES } from './fundTables.js';
import { REVENUE_EXPENDITURE_SUMMARY_RULES } from './revenueExpenditureSummary.js';
import { THREE_PUBLIC_RULES } from './threePublic.js';

const numbered = ({ id }: Rule): string => id.replace(/\d+/, (digits) => digits.padStart(2, '0'));

export const RULES: readonly Rule[] = [
  ...REVENUE_EXPENDITURE_SUMMARY_RULES,
  ...CODED_TABLE_RULES,
  ...APPROPRIATION_SUMMARY_RULES,
  ...BASIC_EXPENDITURE_RULES,
  ...THREE_PUBLIC_RULES,
  ...FUND_TABLE_RULES,
  ...BETWEEN_TOTALS_RULES,
  ...BETWEEN_CLASSES_RULES,
  ...BETWEEN_FUNDS_RULES,
  ...BETWEEN_CODES_RULES,
  ...BETWEEN_BASIC_RULES,
].toSorted((a, b) => (numbered(a) < numbered(b) ? -1 : 1));

/** The title of each rule by id, in Chinese and English. */
export const RULE_TITLES: Readonly<Record<string, string>> = Object.fromEntries(
  [...RULES, ...FORM_RULES].map(({ id, title }) => [id, `${title.zh} (${title.en})`]),
);
