import type { Check } from '../document/schema.js';

/** An identity that cannot be tried, with the reason; not tried must never look like passed. */
export interface Untried {
  /** What follows the rule in the id of the check: the table, or the place in it. */
  readonly at: string;
  readonly why: string;
}

/** The check that says so. */
export const notCheckable = (rule: { readonly id: string }, { at, why }: Untried): Check => ({
  id: `${rule.id}/${at}`,
  rule: rule.id,
  outcome: 'not-checkable',
  expected: null,
  actual: null,
  difference: null,
  tolerance: null,
  cells: [],
  why,
});
