/** The tried checks as a system: which cell stands in which of them, on which side. */
import type { Tried } from '../evaluate.js';

export interface Term {
  readonly tried: Tried;
  /** 1 on the left, -1 on the right: an amount too large by d moves left minus right by sign·d. */
  readonly sign: 1n | -1n;
}

export type Terms = ReadonlyMap<string, readonly Term[]>;

export function termsByCell(tried: readonly Tried[]): Terms {
  const terms = new Map<string, Term[]>();
  const add = (cell: string | null, term: Term): void => {
    if (cell === null) return;
    const known = terms.get(cell);
    if (known === undefined) terms.set(cell, [term]);
    else known.push(term);
  };
  for (const one of tried) {
    for (const { cell } of one.identity.left) add(cell, { tried: one, sign: 1n });
    for (const { cell } of one.identity.right) add(cell, { tried: one, sign: -1n });
  }
  return terms;
}

export const isEquality = ({ identity }: Tried): boolean => identity.relation === '=';
export const fails = ({ check }: Tried): boolean => check.outcome === 'fails';
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
