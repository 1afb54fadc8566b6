import type { Scope } from './scopes.js';

/** Parts that speak of items which the tables print as one, whatever budget pays for them. */
const BY_ITEM: ReadonlySet<Scope> = new Set<Scope>(['three_public', 'operating_cost', 'procurement']);

/**
 * Jiangsu: 支出决算3.13万元(其中:一般公共预算支出3.13万元;政府性基金预算支出0万元;…). Of which budgets an amount consists is in none of the
 * tables of its item: what stands in such brackets is blotted out, in as many characters.
 */
export const withoutBudgets = (text: string, scope: Scope): string =>
  !BY_ITEM.has(scope)
    ? text
    : text.replace(
        /\((?:其中[:，,]?)?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)(?:财政拨款)?(?:支出|安排)[^()]*\)/gu,
        (words) => `(${'·'.repeat(words.length - 2)})`,
      );
