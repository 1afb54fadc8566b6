/**
 * Finds the cells that are wrong: one amount off by d moves every identity that binds it by d. So a cell is the culprit if
 * correcting it mends two failing identities or more and breaks none of those that hold. Where a holding identity
 * would break, a second cell that is wrong by the same amount may hide the first (a publisher who drops a digit in 项 and
 * copies it to 款 and 类): such cells are found together. Nothing is ever corrected but in this reckoning.
 */
import { passes, type Tried } from '../evaluate.js';
import type { Ledger } from '../ledger.js';
import { isEquality, type Terms } from './terms.js';

export interface Culprit {
  /** Each wrong cell with what is printed too much in it, in grains. */
  readonly excess: ReadonlyMap<string, bigint>;
  readonly explained: readonly Tried[];
}

interface Candidate {
  readonly cell: string;
  readonly excess: bigint;
  readonly explained: readonly Tried[];
  readonly broken: readonly Tried[];
}

type Residuals = ReadonlyMap<Tried, bigint>;

/** Correcting more cells than this together is no longer one slip. */
const MOST_TOGETHER = 4;

function candidatesOf(cell: string, terms: Terms, residuals: Residuals): readonly Candidate[] {
  const own = (terms.get(cell) ?? []).filter(({ tried }) => isEquality(tried));
  const excesses = new Set<bigint>();
  for (const { tried, sign } of own) {
    const residual = residuals.get(tried) ?? 0n;
    if (!passes(tried, residual)) excesses.add(sign * residual);
  }
  return [...excesses].map((excess) => {
    const explained: Tried[] = [];
    const broken: Tried[] = [];
    for (const { tried, sign } of own) {
      const residual = residuals.get(tried) ?? 0n;
      const mended = passes(tried, residual - sign * excess);
      if (passes(tried, residual)) {
        if (!mended) broken.push(tried);
      } else if (mended) explained.push(tried);
    }
    return { cell, excess, explained, broken };
  });
}

/** Left minus right once the wrong amounts are put right. */
export function withoutExcess(tried: Tried, excess: ReadonlyMap<string, bigint>, from = tried.residual): bigint {
  let residual = from;
  for (const { cell } of tried.identity.left) residual -= (cell === null ? undefined : excess.get(cell)) ?? 0n;
  for (const { cell } of tried.identity.right) residual += (cell === null ? undefined : excess.get(cell)) ?? 0n;
  return residual;
}

const corrected = (tried: Tried, excess: ReadonlyMap<string, bigint>, residuals: Residuals): bigint =>
  withoutExcess(tried, excess, residuals.get(tried) ?? 0n);

/** Adds cells that are wrong in the same way until nothing that held is broken; null if that does not come out. */
function together(first: Candidate, pool: readonly Candidate[], residuals: Residuals): Culprit | null {
  const excess = new Map([[first.cell, first.excess]]);
  const explained = new Set(first.explained);
  const queue = [...first.broken];
  for (let tried = queue.pop(); tried !== undefined; tried = queue.pop()) {
    const residual = corrected(tried, excess, residuals);
    if (passes(tried, residual)) continue;
    const partner = pool.find(
      ({ cell, excess: more, broken }) =>
        !excess.has(cell) &&
        broken.includes(tried as Tried) &&
        passes(tried as Tried, corrected(tried as Tried, new Map([...excess, [cell, more]]), residuals)),
    );
    if (partner === undefined || excess.size === MOST_TOGETHER) return null;
    excess.set(partner.cell, partner.excess);
    for (const one of partner.explained) explained.add(one);
    queue.push(...partner.broken);
  }
  const all = [...explained];
  const holds = all.every((tried) => passes(tried, corrected(tried, excess, residuals)));
  return holds && all.length > excess.size ? { excess, explained: all } : null;
}

const sameChecks = (a: Culprit, b: Culprit): boolean =>
  a.explained.length === b.explained.length && a.explained.every((tried) => b.explained.includes(tried));

const sameCells = (a: Culprit, b: Culprit): boolean =>
  a.excess.size === b.excess.size && [...a.excess.keys()].every((cell) => b.excess.has(cell));

/**
 * All culprits, the best explained first. `prefers` tells which of two amounts that explain equally much is the likelier
 * (rounding leaves a step of doubt): the one that a slip of a digit explains.
 */
export function locate(
  failing: readonly Tried[],
  terms: Terms,
  ledger: Ledger,
  prefers: (cell: string, excess: bigint) => boolean,
): readonly Culprit[] {
  const residuals = new Map<Tried, bigint>();
  for (const list of terms.values()) for (const { tried } of list) residuals.set(tried, tried.residual);
  const open = new Set(failing.filter(isEquality));
  const found: Culprit[] = [];
  while (open.size > 1) {
    const cells = new Set([...open].flatMap(({ check }) => check.cells));
    const pool = [...cells]
      .flatMap((cell) => candidatesOf(cell, terms, residuals))
      .filter((one) => one.explained.some((t) => open.has(t)));
    const likelier = new Map<Candidate, number>(pool.map((one) => [one, prefers(one.cell, one.excess) ? 1 : 0]));
    pool.sort((a, b) => b.explained.length - a.explained.length || (likelier.get(b) ?? 0) - (likelier.get(a) ?? 0));
    const culprits = pool
      .filter(({ explained }) => explained.length > 1)
      .flatMap((one) => together(one, pool, residuals) ?? [])
      .sort((a, b) => b.explained.length - b.excess.size - (a.explained.length - a.excess.size));
    const best = culprits[0];
    if (best === undefined) break;
    const rival = culprits.some((other) => sameChecks(best, other) && !sameCells(best, other));
    if (!rival) {
      found.push(best);
      for (const [tried] of residuals) residuals.set(tried, corrected(tried, best.excess, residuals));
    }
    for (const tried of best.explained) open.delete(tried);
    if (rival) for (const tried of best.explained) residuals.set(tried, 0n);
  }
  return found.filter(({ excess }) => [...excess.keys()].every((cell) => ledger.figures.has(cell)));
}

/** The one cell of a failing identity whose correction breaks nothing that holds, if there is exactly one. */
export function onlySuspect(tried: Tried, terms: Terms): { readonly cell: string; readonly excess: bigint } | null {
  const free = [...new Set(tried.check.cells)].flatMap((cell) => {
    const own = (terms.get(cell) ?? []).filter((term) => isEquality(term.tried));
    const here = own.find((term) => term.tried === tried);
    if (here === undefined) return [];
    const excess = here.sign * tried.residual;
    const breaks = own.some(
      (term) =>
        passes(term.tried, term.tried.residual) && !passes(term.tried, term.tried.residual - term.sign * excess),
    );
    return breaks ? [] : [{ cell, excess }];
  });
  const [only] = free;
  return free.length === 1 && only !== undefined ? only : null;
}
