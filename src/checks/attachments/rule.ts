import { Decimal } from 'decimal.js';
import type { Check } from '../../document/schema.js';
import type { Untried } from '../untried.js';
import type { FormFigure, NumberedForm } from './figures.js';

/** One try of a rule: the printed result against what the other figures give. */
export interface FormIdentity {
  /** The figure that the others determine; its cell gives the check its id. */
  readonly result: FormFigure;
  readonly terms: readonly FormFigure[];
  readonly expected: Decimal;
  /** How far rounding of the terms can move the result, in the result's unit. */
  readonly spread: Decimal;
  readonly says: string;
  /** All in one row: it supports nothing, for a row read under wrong heads may well agree. */
  readonly withinRow: boolean;
  /** Why a failure proves nothing. */
  readonly excuse: string | null;
}

/** What the text says of the original budgets, in 万元, with how far rounding can move it. */
export interface TextBudgets {
  readonly basic: TextBudget | null;
  readonly whole: TextBudget | null;
  /** Of how many units the text says that forms are attached. */
  readonly units: number | null;
}

export interface TextBudget {
  readonly cell: string;
  readonly value: Decimal;
  readonly error: Decimal;
}

export const NO_BUDGETS: TextBudgets = { basic: null, whole: null, units: null };

export interface FormRule {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly source: string;
  /** `info`: the rule is one of the system that printed the form, and others have their own. */
  readonly severity: 'warning' | 'info';
  evaluate(forms: readonly NumberedForm[], text: TextBudgets): readonly (FormIdentity | Untried)[];
}

export interface TriedForm {
  readonly rule: FormRule;
  readonly identity: FormIdentity;
  readonly check: Check;
}

const text = (d: Decimal): string => d.toDecimalPlaces(6).toFixed();

/**
 * Compares as the systems print: the result is rounded (half a unit of its last decimal) or cut off (less than one unit too
 * low), and the terms carry their own rounding.
 */
export function tryForm(rule: FormRule, identity: FormIdentity): TriedForm {
  const { result, expected, spread } = identity;
  const difference = result.value.minus(expected);
  const tolerance = result.unit.div(2).plus(spread);
  const cut = difference.lte(0) && difference.abs().lt(result.unit.plus(spread));
  const within = difference.abs().lte(tolerance) || cut;
  const outcome = difference.isZero() ? 'holds' : within ? 'rounding' : identity.excuse ? 'not-checkable' : 'fails';
  const check: Check = {
    id: `${rule.id}/${result.cell}`,
    rule: rule.id,
    outcome,
    expected: text(expected),
    actual: text(result.value),
    difference: text(difference),
    tolerance: text(tolerance),
    cells: [result.cell, ...identity.terms.map((t) => t.cell)].filter(isField),
    why: outcome === 'not-checkable' ? (identity.excuse ?? '') : identity.says,
  };
  return { rule, identity, check };
}

/** Not every figure is printed: that the weights come to 100 is nowhere. */
const isField = (cell: string): boolean => cell.split('/').length === 5 || cell.startsWith('narrative/');

export const HUNDRED = new Decimal(100);
export const NOUGHT = new Decimal(0);
export const sumOf = (figures: readonly FormFigure[]): Decimal => figures.reduce((s, f) => s.plus(f.value), NOUGHT);
/** What rounding can move a sum of printed figures: half a unit of each that has decimals; whole numbers are exact. */
export const spreadOf = (figures: readonly FormFigure[]): Decimal =>
  figures.reduce((s, f) => (f.unit.lt(1) ? s.plus(f.unit.div(2)) : s), NOUGHT);
/** A rate or a degree of completion as a number of percent: 95.53%, 0.95 and 1 are 95.53, 95 and 100. */
export function percent(figure: FormFigure): { readonly value: Decimal; readonly unit: Decimal } {
  if (figure.share || figure.value.gt(1.5)) return figure;
  return { value: figure.value.times(100), unit: figure.unit.times(100) };
}
