/** What holding figures of the text against others comes to. */
import { Decimal } from 'decimal.js';
import type { Check } from '../../document/schema.js';
import { write, ZERO } from './numbers.js';

export type RuleId = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9' | 'N10' | 'N11' | 'N12';

export interface Verdict {
  readonly rule: RuleId;
  /** The statement under test, counted from 0. */
  readonly at: number;
  readonly outcome: Check['outcome'];
  readonly expected: Decimal | null;
  readonly actual: Decimal | null;
  readonly tolerance: Decimal | null;
  readonly cells: readonly string[];
  readonly why: string;
  /** Statements that are borne out where it holds, and in doubt where it fails. */
  readonly about: readonly number[];
  /** Expected and actual are amounts that the statement implies, not what it prints. */
  readonly inBudgets?: true;
  /** A failure that another verdict explains already: told once. */
  readonly explained?: true;
}

interface Compared {
  readonly expected: Decimal;
  readonly actual: Decimal;
  /** Within it is equal but for rounding; within `truncation` publishers cut decimals off or even shares out. */
  readonly rounding: Decimal;
  readonly truncation?: Decimal;
}

/** The outcome of a comparison: within rounding bounds or beyond. */
export function compare({
  expected,
  actual,
  rounding,
  truncation = rounding,
}: Compared): Pick<Verdict, 'outcome' | 'expected' | 'actual' | 'tolerance'> {
  const off = actual.sub(expected).abs();
  const outcome = off.eq(ZERO) || off.lte(rounding.mul('0.5')) ? 'holds' : off.lte(truncation) ? 'rounding' : 'fails';
  return { outcome, expected, actual, tolerance: truncation };
}

export const toCheck = (v: Verdict, id: string): Check => ({
  id,
  rule: v.rule,
  outcome: v.outcome,
  expected: v.expected && write(v.expected),
  actual: v.actual && write(v.actual),
  difference: v.expected && v.actual && write(v.actual.sub(v.expected)),
  tolerance: v.tolerance && write(v.tolerance.toDecimalPlaces(4, Decimal.ROUND_UP)),
  cells: [...v.cells],
  why: v.why,
});
