/**
 * How far rounding alone can move the two sides of an identity apart. Amounts are published in steps u of their last
 * decimal, each rounded half up from exact 元, so each is off by at most u/2 and never by u/2 on both ends of the range:
 * with k rounded figures |left − right| < k·u/2, strictly. For a sum of n addends k = n + 1, which leaves ⌊n/2⌋ steps;
 * with one addend nothing is left: the same amount printed twice is the same.
 */
import type { Figure } from './figures.js';

const coarsest = (figures: readonly Figure[]): bigint => {
  let most = 0n;
  for (const figure of figures) if (figure.error > most) most = figure.error;
  return most;
};

const errors = (figures: readonly Figure[], other: readonly Figure[]): bigint => {
  let total = 0n;
  let nought = true;
  for (const figure of figures) {
    total += figure.error;
    if (figure.amount !== 0n) nought = false;
  }
  // A side that is nought as a whole was rounded to it.
  return nought && total === 0n ? coarsest(other) : total;
};

/**
 * Twice the bound, in grains: a difference d is rounding if 2·|d| < bound.
 * `leaves` is the number of rounded figures that one of the sides may have been added up from (publishers mix the
 * rounded total with the total of rounded items): the bound is then that of leaves + 1 figures, if that is wider.
 */
export function roundingBound(left: readonly Figure[], right: readonly Figure[], leaves = 0): bigint {
  const printed = errors(left, right) + errors(right, left);
  if (leaves < 2) return printed;
  const step = coarsest([...left, ...right]);
  const added = BigInt(leaves + 1) * step;
  return added > printed ? added : printed;
}

/** The largest difference that is rounding, in grains: a multiple of the finest step printed. */
export function largestRounding(bound: bigint, left: readonly Figure[], right: readonly Figure[]): bigint {
  if (bound === 0n) return 0n;
  let grid = 0n;
  for (const side of [left, right]) {
    for (const { amount, step } of side) if (amount !== 0n && (grid === 0n || step < grid)) grid = step;
  }
  return grid === 0n ? 0n : ((bound - 1n) / 2n / grid) * grid;
}

export const withinBound = (difference: bigint, bound: bigint): boolean =>
  difference === 0n || 2n * (difference < 0n ? -difference : difference) < bound;
