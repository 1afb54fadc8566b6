/** The keys of the document, in its order. What only names them does without the schema, which takes long to load. */
export const TABLE_KEYS = [
  'revenue_expenditure_summary',
  'revenue',
  'expenditure',
  'appropriation_summary',
  'general_public_budget',
  'general_public_budget_basic',
  'three_public',
  'government_fund',
  'state_capital',
] as const;

export const HEADER_FIELDS = [
  'title',
  'subject',
  'department',
  'unit',
  'budget_revenue',
  'budget_expenditure',
  'budget',
  'executed',
  'execution_rate',
  'goal_planned',
  'goal_actual',
  'indicator_score',
  'execution_score',
  'deduction',
  'total_score',
] as const;
export const TASK_FIELDS = ['name', 'issued', 'executed', 'execution_rate', 'weight', 'score'] as const;
export const FUNDING_FIELDS = [
  'name',
  'initial_budget',
  'annual_budget',
  'executed',
  'weight',
  'execution_rate',
  'score',
] as const;
export const INDICATOR_FIELDS = [
  'level1',
  'level2',
  'level3',
  'operator',
  'target',
  'measure',
  'actual',
  'completion',
  'weight',
  'score',
  'reason',
  'improvement',
] as const;
