/** What the checks say of each cell. */
import type { Explained } from './causes/findCauses.js';
import type { Tried } from './evaluate.js';
import type { Ledger } from './ledger.js';
import type { Binding } from './result.js';

/**
 * Does the check bear out its figures? It holds within rounding, against figures printed elsewhere (not in one row), and at
 * least one of them is not nought. An inequality says nothing unless both sides are equal.
 */
export const bearsOut = ({ identity, check, residual }: Tried): boolean =>
  (check.outcome === 'holds' || check.outcome === 'rounding') &&
  identity.withinRow !== true &&
  (identity.relation === '=' || residual === 0n) &&
  [...identity.left, ...identity.right].some(({ amount }) => amount !== 0n);

/** Does it hold, between at least three figures that are not nought? */
const isSum = ({ identity, check }: Tried): boolean =>
  (check.outcome === 'holds' || check.outcome === 'rounding') &&
  identity.relation === '=' &&
  [...identity.left, ...identity.right].filter(({ amount }) => amount !== 0n).length >= 3;

export function bind(tried: readonly Tried[], causes: readonly Explained[], ledger: Ledger): Map<string, Binding> {
  const checks = new Map<string, string[]>();
  const supported = new Set<string>();
  const exact = new Set<string>();
  const summed = new Set<string>();
  const failed = new Set<string>();
  for (const one of tried) {
    const supports = bearsOut(one);
    for (const cell of new Set(one.check.cells)) {
      const ids = checks.get(cell);
      if (ids === undefined) checks.set(cell, [one.check.id]);
      else ids.push(one.check.id);
      if (one.check.outcome === 'fails') failed.add(cell);
      else if (isSum(one)) summed.add(cell);
      if (supports && ledger.figures.get(cell)?.printed != null) {
        supported.add(cell);
        if (one.residual === 0n) exact.add(cell);
      }
    }
  }

  const contradicted = new Set<string>();
  for (const { cause, located, tried: failing } of causes) {
    if (located) for (const cell of cause.cells) contradicted.add(cell);
    else {
      for (const { rule, check } of failing) {
        for (const cell of check.cells) {
          // Inequalities and conditional identities have lawful exceptions, so they weigh less than an identity that holds.
          if (ledger.figures.get(cell)?.printed == null || (rule.severity !== 'error' && supported.has(cell))) continue;
          contradicted.add(cell);
        }
      }
    }
  }
  return new Map(
    [...checks].map(([cell, ids]) => [
      cell,
      {
        checks: ids,
        supported: supported.has(cell),
        exact: exact.has(cell),
        contradicted: contradicted.has(cell),
        addsUp: summed.has(cell) && !failed.has(cell),
      },
    ]),
  );
}
