/**
 * Finds amounts that stand some rows too high or too low: from a row on, the columns fit their identities after they are
 * moved by k rows. Both published cases are of this kind: a 05表 into which the names of fund codes were inserted without
 * amounts (2 rows, later 5, all columns), and a 06表 whose last 款 prints the total of its 类 (1 row).
 */
import type { TableKey } from '../../document/schema.js';
import { passes, type Tried } from '../evaluate.js';
import type { Entry, Sheet } from '../sheet.js';

export interface RowShift {
  readonly table: TableKey;
  readonly columns: readonly string[];
  /** From each of these rows of the table on, the amounts stand `by` rows too high (below 0: too low). */
  readonly moves: readonly { readonly row: number; readonly by: number }[];
  /** Where the last amounts of the moved rows stand: in the first ones, up to this row of the table; null where they are lost. */
  readonly wrapsTo: number | null;
  readonly cells: readonly string[];
  /** The failing identities that these amounts take part in. */
  readonly explained: readonly Tried[];
  /** Those of them that hold once the amounts are moved back. */
  readonly mended: readonly Tried[];
}

/** From position `from` to position `to` the amounts are moved down by `by` rows (below 0: up). */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly by: number;
  /** What is moved out at one end comes in at the other. */
  readonly wraps: boolean;
}

/** The columns one after the other; whole numbers of grains, exact as long as they are safe integers. */
type Amounts = Float64Array;

/** An identity as far as it depends on the moved columns: left minus right is `rest` and the signed cells. */
interface Affected {
  readonly tried: Tried;
  readonly rest: number;
  readonly bound: number;
  readonly atMost: boolean;
  readonly cells: readonly number[];
  readonly signs: readonly number[];
}

interface Attempt {
  readonly move: Move;
  readonly left: number;
}

const FARTHEST = 6;
const FEWEST_FAILING = 3;
const FEWEST_AMOUNTS = 3;
/** First moves that a second one is tried after. */
const BEST_KEPT = 60;
/**
 * Amounts that may be moved in all while a shift is looked for, about a second: a table of a thousand rows has a hundred thousand
 * moves, and beyond this its failures are told one by one.
 */
const MOST_MOVED = 400_000_000;

function moved(amounts: Amounts, rows: number, { from, to, by, wraps }: Move): Amounts {
  const after = amounts.slice();
  const length = to - from + 1;
  for (let start = 0; start < amounts.length; start += rows) {
    for (let position = from; position <= to; position += 1) {
      const straight = position - by;
      const source = wraps ? from + ((((straight - from) % length) + length) % length) : straight;
      after[start + position] = source < from || source > to ? 0 : (amounts[start + source] ?? 0);
    }
  }
  return after;
}

function isMet({ rest, bound, atMost, cells, signs }: Affected, amounts: Amounts): boolean {
  let residual = rest;
  for (let i = 0; i < cells.length; i += 1) residual += (signs[i] ?? 0) * (amounts[cells[i] ?? 0] ?? 0);
  return residual === 0 || (atMost && residual < 0) || 2 * Math.abs(residual) < bound;
}

const failures = (amounts: Amounts, affected: readonly Affected[]): number => {
  let count = 0;
  for (const one of affected) if (!isMet(one, amounts)) count += 1;
  return count;
};

function affectedBy(
  tried: readonly Tried[],
  key: TableKey,
  columns: readonly string[],
  positions: ReadonlyMap<number, number>,
): readonly Affected[] {
  return tried.flatMap((one): readonly Affected[] => {
    let rest = one.residual;
    const cells: number[] = [];
    const signs: number[] = [];
    for (const sign of [1n, -1n] as const) {
      for (const figure of sign === 1n ? one.identity.left : one.identity.right) {
        const column = columns.indexOf(figure.column);
        const position = positions.get(figure.row);
        if (figure.table !== key || column < 0 || position === undefined) continue;
        rest -= sign * figure.amount;
        cells.push(column * positions.size + position);
        signs.push(Number(sign));
      }
    }
    if (cells.length === 0) return [];
    const atMost = one.identity.relation === '≤';
    return [{ tried: one, rest: Number(rest), bound: Number(one.bound), atMost, cells, signs }];
  });
}

/**
 * The moves worth trying: from any row to the last one, to the last coded one, or (in 公开06表) to the end of its class; and round
 * and round up to the end of any class.
 */
function movesOf(rows: readonly Entry[], byClass: boolean): readonly Move[] {
  const last = rows.length - 1;
  const lastCoded = rows.findLastIndex(({ row }) => row.code !== '');
  const classOf = (position: number): string => rows[position]?.row.code.slice(0, 3) ?? '';
  const moves: Move[] = [];
  for (let from = 0; from < last; from += 1) {
    let end = from;
    while (byClass && end < last && classOf(end + 1) === classOf(from)) end += 1;
    for (const to of new Set([last, lastCoded, end])) {
      for (let by = -FARTHEST; by <= FARTHEST; by += 1) {
        if (by !== 0 && to - from >= Math.abs(by)) moves.push({ from, to, by, wraps: false });
      }
    }
    for (let to = from + 2; to <= last; to += 1) {
      if (to !== lastCoded && classOf(to) === classOf(to + 1)) continue;
      for (let by = -FARTHEST; by <= FARTHEST; by += 1)
        if (by !== 0 && to - from > Math.abs(by)) moves.push({ from, to, by, wraps: true });
    }
  }
  return moves;
}

/** One move or two that leave at most `enough` identities failing; of equal ones the shortest from the first row. */
function search(
  printed: Amounts,
  rows: readonly Entry[],
  affected: readonly Affected[],
  byClass: boolean,
  enough: number,
): { readonly moves: readonly Move[]; readonly after: Amounts } | null {
  if (rows.length ** 2 * printed.length > MOST_MOVED) return null;
  const moves = movesOf(rows, byClass);
  const ranked = (amounts: Amounts, least: number): Attempt[] =>
    moves
      // Round and round is a single move.
      .filter(({ from, wraps }) => from >= least && !(wraps && least > 0))
      .map((move): Attempt => {
        return { move, left: failures(moved(amounts, rows.length, move), affected) };
      })
      .sort(
        (a, b) =>
          a.left - b.left ||
          Number(a.move.wraps) - Number(b.move.wraps) ||
          Math.abs(a.move.by) - Math.abs(b.move.by) ||
          a.move.from - b.move.from,
      );

  const rankings = Math.floor(MOST_MOVED / Math.max(1, moves.length * printed.length));
  if (rankings === 0) return null;
  const attempts = ranked(printed, 0);
  const best = attempts[0];
  if (best === undefined) return null;
  if (best.left <= enough) return { moves: [best.move], after: moved(printed, rows.length, best.move) };
  const before = failures(printed, affected);
  for (const { move, left } of attempts.slice(0, Math.min(BEST_KEPT, rankings - 1))) {
    if (left >= before) break;
    const after = moved(printed, rows.length, move);
    const then = ranked(after, move.from + 1)[0];
    if (then === undefined || then.left > enough) continue;
    return { moves: [move, then.move], after: moved(after, rows.length, then.move) };
  }
  return null;
}

/** The amounts of `columns`, moved together, that make nine in ten of the failing identities hold; null if none do. */
export function findRowShift(sheet: Sheet, columns: readonly string[], tried: readonly Tried[]): RowShift | null {
  const rows = sheet.entries.filter((entry) => columns.some((column) => entry.figures.has(column)));
  const positions = new Map(rows.map((entry, position) => [entry.index, position]));
  const printed = Float64Array.from(
    columns.flatMap((column) => rows.map((entry) => Number(entry.figures.get(column)?.amount ?? 0n))),
  );
  // Beyond 2^53 grains whole numbers are no longer exact, and a shift is not looked for.
  if (printed.some((amount) => !Number.isSafeInteger(amount * 16))) return null;
  const affected = affectedBy(tried, sheet.key, columns, positions);
  const before = failures(printed, affected);
  if (before < FEWEST_FAILING) return null;
  // A sum must be among them: almost any amount is small enough for an inequality.
  if (affected.every((one) => one.atMost || isMet(one, printed))) return null;
  const byClass = sheet.key === 'general_public_budget_basic';
  const fit = search(printed, rows, affected, byClass, Math.floor(before / 10));
  if (fit === null) return null;

  const from = Math.min(...fit.moves.map((one) => one.from));
  const to = Math.max(...fit.moves.map((one) => one.to));
  const figures = rows
    .slice(from, to + 1)
    .flatMap((entry) => columns.flatMap((column) => entry.figures.get(column) ?? []));
  if (figures.filter(({ amount }) => amount !== 0n).length < FEWEST_AMOUNTS) return null;
  let by = 0;
  const moves = fit.moves.map((one) => {
    by += one.by;
    return { row: rows[one.from]?.index ?? 0, by };
  });
  const wrapping = fit.moves.find((one) => one.wraps);
  const failing = affected.filter(({ tried: one }) => !passes(one, one.residual));
  return {
    table: sheet.key,
    columns,
    moves,
    wrapsTo: wrapping === undefined ? null : (rows[wrapping.to]?.index ?? null),
    cells: figures.flatMap(({ cell, printed: text }) => (cell !== null && text !== null ? [cell] : [])),
    explained: failing.map((one) => one.tried),
    mended: failing.filter((one) => isMet(one, fit.after)).map((one) => one.tried),
  };
}
