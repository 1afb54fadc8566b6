/** From instances of rules to checks. */
import type { Check } from '../document/schema.js';
import { type Figure, formatAmount, sum, type Unit } from './figures.js';
import type { Ledger } from './ledger.js';
import { type Identity, isUntried, type Rule } from './rule.js';
import { TITLES } from './sheet.js';
import { largestRounding, roundingBound, withinBound } from './tolerance.js';
import { notCheckable, type Untried } from './untried.js';

/** A check that was tried, with the exact amounts behind it. */
export interface Tried {
  readonly rule: Rule;
  readonly identity: Identity;
  readonly check: Check;
  /** Left minus right, in grains. */
  readonly residual: bigint;
  /** See `roundingBound`. */
  readonly bound: bigint;
}

export interface Evaluation {
  readonly checks: readonly Check[];
  readonly tried: readonly Tried[];
}

/** Does the identity hold within rounding if left minus right is `residual`? */
export const passes = ({ identity, bound }: Tried, residual: bigint): boolean =>
  (identity.relation === '≤' && residual <= 0n) || withinBound(residual, bound);

/** Amounts of a check are written in the unit of its first figure. */
export const scaleOf = (identity: Identity): { readonly unit: Unit; readonly decimals: number } => {
  const [{ unit }] = identity.left;
  const figures = [...identity.left, ...identity.right];
  const decimals = Math.max(...figures.map((figure) => (figure.unit === unit ? figure.decimals : 0)));
  return { unit, decimals };
};

const cellsOf = (identity: Identity): string[] => {
  const cells: string[] = [];
  for (const side of [identity.left, identity.right]) for (const { cell } of side) if (cell !== null) cells.push(cell);
  return cells;
};

const isBlank = (figures: readonly Figure[]): boolean => figures.every(({ printed }) => printed === null);

/** Why the sum of a row may lack a figure, or null. */
const columnLost = ({ table }: Figure, ledger: Ledger): string | null =>
  table !== null && ledger.columnsLost.has(table)
    ? `a column of ${TITLES[table]} is not there, or its head is not understood: its figures are not in the sum`
    : null;

function tryIdentity(rule: Rule, identity: Identity, ledger: Ledger): Tried {
  const { left, right } = identity;
  const actual = sum(left);
  const expected = sum(right);
  const residual = actual - expected;
  const bound = roundingBound(left, right, identity.leaves);
  const { unit, decimals } = scaleOf(identity);
  const write = (amount: bigint): string => formatAmount(amount, unit, decimals, ledger.grain);

  const excuse = identity.excuse ?? (identity.withinRow && columnLost(left[0], ledger));
  const exact = residual === 0n || (identity.relation === '≤' && residual < 0n);
  const outcome = exact ? 'holds' : withinBound(residual, bound) ? 'rounding' : excuse ? 'not-checkable' : 'fails';
  const check: Check = {
    id: `${rule.id}/${left[0].cell ?? left[0].column}`,
    rule: rule.id,
    outcome,
    expected: write(expected),
    actual: write(actual),
    difference: write(residual),
    tolerance: write(largestRounding(bound, left, right)),
    cells: cellsOf(identity),
    why: outcome === 'not-checkable' ? excuse || '' : identity.says,
  };
  return { rule, identity, check, residual, bound };
}

/** One entry for a rule and table whatever the number of instances without a figure. */
function blanks(identities: readonly Identity[]): readonly Untried[] {
  const counts = new Map<string, number>();
  for (const { left } of identities) {
    const key = left[0].table ?? 'narrative';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({
    at: `${key}/blank`,
    why: `no figure: ${count} ${count === 1 ? 'identity' : 'identities'} of ${TITLES[key as keyof typeof TITLES] ?? key} all blank`,
  }));
}

/** Evaluates every rule on the ledger; ids are unique and stable for one document. */
export function evaluateRules(rules: readonly Rule[], ledger: Ledger): Evaluation {
  const checks: Check[] = [];
  const tried: Tried[] = [];
  const seen = new Map<string, number>();
  const unique = <T extends Check>(check: T): T => {
    const count = (seen.get(check.id) ?? 0) + 1;
    seen.set(check.id, count);
    return count === 1 ? check : { ...check, id: `${check.id}#${count}` };
  };

  for (const rule of rules) {
    const reasons = new Map<string, Set<string>>();
    const empty: Identity[] = [];
    for (const instance of rule.evaluate(ledger)) {
      if (isUntried(instance)) {
        reasons.set(instance.at, (reasons.get(instance.at) ?? new Set()).add(instance.why));
      } else if (isBlank(instance.left) && isBlank(instance.right)) empty.push(instance);
      else {
        const outcome = tryIdentity(rule, instance, ledger);
        const check = unique(outcome.check);
        checks.push(check);
        if (check.outcome !== 'not-checkable') tried.push({ ...outcome, check });
      }
    }
    for (const [at, whys] of reasons) checks.push(unique(notCheckable(rule, { at, why: [...whys].join('; ') })));
    for (const blank of blanks(empty)) checks.push(unique(notCheckable(rule, blank)));
  }
  return { checks, tried };
}
