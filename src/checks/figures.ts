/**
 * Printed amounts as whole numbers: decimal.js reads and writes them, sums of a thousand figures are whole-number sums. All figures of one document are counted in the same grain (a decimal fraction of one
 * 元 fine enough for each of them), so sums and differences over tables in 元 and in 万元 are exact.
 */
import { Decimal } from 'decimal.js';
import type { Table, TableKey } from '../document/schema.js';

export type Unit = '万元' | '元';

export interface Figure {
  /** table/row/column; null for a figure of the narrative. */
  readonly cell: string | null;
  readonly table: TableKey | null;
  readonly row: number;
  readonly column: string;
  /** As printed; null is blank, and blank counts as nought. */
  readonly printed: string | null;
  readonly unit: Unit;
  readonly decimals: number;
  /** In grains. */
  readonly amount: bigint;
  /** What one step of the last printed decimal is worth, in grains. */
  readonly step: bigint;
  /** Twice the largest rounding error: `step`, or 0 where a figure is exact: 元 with all decimals, structural noughts. */
  readonly error: bigint;
}

/** How the amounts of a document are counted: `grain` decimals of one 元. */
export interface Grain {
  readonly decimals: number;
}

const YUAN_DIGITS: Readonly<Record<Unit, number>> = { 万元: 4, 元: 0 };
/** Decimals that are never rounded, however many digits a file prints. */
const Exact = Decimal.clone({ precision: 4000, toExpNeg: -4000, toExpPos: 4000 });
const POWERS: readonly bigint[] = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent));

const power = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent);

export const decimalsOf = (value: string): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

export const cellId = (table: TableKey, row: number, column: string): string => `${table}/${row}/${column}`;

/** The grain in which every figure of the tables is a whole number; never coarser than 分. */
export function grainOf(
  tables: readonly Table[],
  unitOf: (table: Table) => Unit,
  more: readonly { readonly value: string; readonly unit: Unit }[],
): Grain {
  let decimals = 2;
  for (const { value, unit } of more) decimals = Math.max(decimals, decimalsOf(value) - YUAN_DIGITS[unit]);
  for (const table of tables) {
    const digits = YUAN_DIGITS[unitOf(table)];
    for (const row of table.rows) {
      for (const cell of Object.values(row.cells)) {
        if (cell.value !== null) decimals = Math.max(decimals, decimalsOf(cell.value) - digits);
      }
    }
  }
  return { decimals };
}

/**
 * The decimals that a table is printed with: those of most of its figures other than nought, the more on a tie. A figure
 * with fewer has lost its trailing noughts (6.2 for 6.20), it is not rounded more coarsely; so a digit that a reader
 * dropped at the end does not widen the tolerance that should show it.
 */
export function usualDecimals(table: Table): number {
  const counts = new Map<number, number>();
  for (const row of table.rows) {
    for (const cell of Object.values(row.cells)) {
      if (cell.value === null || !/[1-9]/.test(cell.value)) continue;
      const decimals = decimalsOf(cell.value);
      counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    }
  }
  let best = 0;
  let most = 0;
  for (const [decimals, count] of counts) {
    if (count > most || (count === most && decimals > best)) [best, most] = [decimals, count];
  }
  return best;
}

export interface Place {
  readonly table: TableKey | null;
  readonly row: number;
  readonly column: string;
}

/**
 * The columns in which a printed nought is an amount of less than half a step (0.00 万元 is up to 50 元): those that leave
 * more noughts blank than they print. In the others 0.00 is how nothing is printed.
 */
export function roundedNoughts(table: Table): ReadonlySet<string> {
  const balance = new Map<string, number>();
  for (const row of table.rows) {
    for (const [column, { value }] of Object.entries(row.cells)) {
      if (value === null) balance.set(column, (balance.get(column) ?? 0) + 1);
      else if (!/[1-9]/.test(value)) balance.set(column, (balance.get(column) ?? 0) - 1);
    }
  }
  return new Set([...balance].flatMap(([column, blanks]) => (blanks > 0 ? [column] : [])));
}

export function makeFigure(
  place: Place,
  printed: string | null,
  unit: Unit,
  usual: number,
  grain: Grain,
  noughts?: ReadonlySet<string>,
): Figure {
  const { table, row, column } = place;
  const own = printed === null ? 0 : decimalsOf(printed);
  const decimals = Math.max(own, usual);
  const shift = grain.decimals + YUAN_DIGITS[unit];
  const amount = printed === null ? 0n : BigInt(new Exact(`${printed}e${shift}`).toFixed());
  const step = power(Math.max(0, shift - decimals));
  const rounded = amount !== 0n || (printed !== null && noughts?.has(column) === true);
  const error = !rounded || (unit === '元' && decimals >= 2) ? 0n : step;
  const cell = table === null ? null : cellId(table, row, column);
  return { cell, table, row, column, printed, unit, decimals, amount, step, error };
}

/** An amount in grains as a decimal string in `unit`, with at least `decimals` decimals and never rounded. */
export function formatAmount(amount: bigint, unit: Unit, decimals: number, grain: Grain): string {
  const shift = grain.decimals + YUAN_DIGITS[unit];
  const exact = new Exact(`${amount}e-${shift}`);
  return exact.toFixed(Math.max(exact.decimalPlaces(), Math.min(decimals, shift)));
}

export const sum = (figures: readonly Figure[]): bigint => {
  let total = 0n;
  for (const figure of figures) total += figure.amount;
  return total;
};
