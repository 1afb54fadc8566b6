/** Figures of the text and of the tables as numbers that can be held against each other, in 万元. */
import { Decimal } from 'decimal.js';
import type { Said } from '../../narrative/statement.js';
import { decimalsOf, type Figure } from '../figures.js';
import type { Ledger } from '../ledger.js';

/** A number with the most that rounding can have moved it. */
export interface Num {
  readonly value: Decimal;
  readonly half: Decimal;
  /** table/row/column or narrative/i. */
  readonly cell: string | null;
}

const WAN: Readonly<Record<string, string>> = { 亿元: '10000', 万元: '1', 元: '0.0001' };
export const ZERO = new Decimal(0);
export const HUNDRED = new Decimal(100);
/** One step of a percentage, or of an amount in 万元: what truncation instead of rounding may lose. */
export const STEP = new Decimal('0.01');
/** One step of the coarsest of some amounts, in 万元: 0.01 where one of them is printed in 万元, 0.000001 where all are in 元 and 分. */
export const stepOf = (...amounts: readonly Num[]): Decimal =>
  Decimal.min(STEP, Decimal.max(...amounts.map((n) => n.half)).mul(2));

const halfUnit = (value: string): Decimal => new Decimal(`5e-${decimalsOf(value) + 1}`);

export const isMoney = (said: Said): boolean => WAN[said.unit] !== undefined;

/** An amount of the text in 万元, a count or a percentage as it is. */
export function numberOf(said: Said, index: number): Num {
  const factor = new Decimal(WAN[said.unit] ?? '1');
  return {
    value: new Decimal(said.value).mul(factor),
    half: halfUnit(said.value).mul(factor),
    cell: `narrative/${index}`,
  };
}

/** An amount of a table in 万元; a blank is nought and exact. */
export function numberOfFigure(figure: Figure, ledger: Ledger): Num {
  const places = ledger.grain.decimals + 4;
  return {
    value: new Decimal(`${figure.amount}e-${places}`),
    half: new Decimal(`${figure.error * 5n}e-${places + 1}`),
    cell: figure.cell,
  };
}

/** An amount without an exponent, trailing noughts beyond two decimals gone. */
export const write = (value: Decimal): string =>
  value.toDecimalPlaces(6).toFixed(Math.max(2, Math.min(6, value.toDecimalPlaces(6).decimalPlaces())));

/** How far rounding can move 100·a/b, and how much more truncation or evened-out shares may. */
export interface RatioBound {
  readonly expected: Decimal;
  readonly rounding: Decimal;
  readonly truncation: Decimal;
}

/** The percentage a of b with its bounds (docs/checks.md), or null where b may be nought. */
export function ratioOf(a: Num, b: Num, printed: Num): RatioBound | null {
  if (b.value.abs().lte(b.half)) return null;
  const ratio = a.value.div(b.value);
  const moved = HUNDRED.mul(a.half.add(ratio.abs().mul(b.half))).div(b.value.abs().sub(b.half));
  const rounding = printed.half.add(moved);
  return { expected: ratio.mul(HUNDRED), rounding, truncation: rounding.add(Decimal.max(STEP, printed.half)) };
}
