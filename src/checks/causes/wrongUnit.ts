/**
 * Finds a table whose unit cannot be right: its amounts agree with the other tables once 元 is read for 万元 or the reverse.
 * Sums inside a table are free of scale and never show it.
 */
import type { TableKey } from '../../document/schema.js';
import type { Tried } from '../evaluate.js';
import { type Figure, sum } from '../figures.js';
import { withinBound } from '../tolerance.js';
import { isEquality } from './terms.js';

export interface WrongUnit {
  readonly table: TableKey;
  readonly cells: readonly string[];
  readonly explained: readonly Tried[];
}

const YUAN = 10_000n;
/** A pair of figures may differ by the factor by chance, and so may two that hang together. */
const FEWEST = 3;
/** Amounts of so few steps agree with anything once their rounding is multiplied too. */
const FEWEST_STEPS = 100n;

/** Do the two sides stand in different tables and differ by the factor, as near as rounding lets them? */
function differsByUnit({ identity, bound }: Tried): boolean {
  if (tablesOf([...identity.left, ...identity.right]).size < 2) return false;
  const sides = [identity.left, identity.right].map((figures) => ({
    amount: size(sum(figures)),
    step: coarsestStep(figures),
  }));
  const [less, more] = sides.sort((a, b) => (a.amount < b.amount ? -1 : 1));
  if (less === undefined || more === undefined || less.amount <= FEWEST_STEPS * less.step) return false;
  const rounded = BigInt((identity.leaves ?? 0) + 1);
  return withinBound(less.amount * YUAN - more.amount, bound + less.step * YUAN * rounded);
}

const coarsestStep = (figures: readonly Figure[]): bigint => {
  let most = 0n;
  for (const { step } of figures) if (step > most) most = step;
  return most;
};

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** A failure inside a table in 元 that would be rounding if its decimals were those of 万元. */
const roundsOtherwise = ({ identity, residual }: Tried): boolean => {
  const figures = [...identity.left, ...identity.right].filter(({ amount }) => amount !== 0n);
  return withinBound(
    residual,
    figures.reduce((total, { step }) => total + step, 0n),
  );
};

export function findWrongUnits(failing: readonly Tried[]): readonly WrongUnit[] {
  const pairs = failing.filter((one) => isEquality(one) && differsByUnit(one));
  const found: WrongUnit[] = [];
  let open = pairs;
  while (open.length >= FEWEST) {
    const counts = new Map<TableKey, number>();
    for (const { identity } of open) {
      for (const key of tablesOf([...identity.left, ...identity.right])) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const [worst] = [...counts].sort((a, b) => b[1] - a[1]);
    if (worst === undefined || worst[1] < FEWEST) break;
    const [table] = worst;
    const own = open.filter(({ identity }) => tablesOf([...identity.left, ...identity.right]).has(table));
    const inside = failing.filter(({ identity }) => {
      const keys = tablesOf([...identity.left, ...identity.right]);
      return keys.size === 1 && keys.has(table);
    });
    const cells = own.flatMap(({ check }) => check.cells.filter((cell) => cell.startsWith(`${table}/`)));
    found.push({ table, cells: [...new Set(cells)], explained: [...own, ...inside.filter(roundsOtherwise)] });
    open = open.filter((one) => !own.includes(one));
  }
  return found;
}

const tablesOf = (figures: readonly Figure[]): ReadonlySet<TableKey> =>
  new Set(figures.flatMap(({ table, amount }) => (table === null || amount === 0n ? [] : [table])));
