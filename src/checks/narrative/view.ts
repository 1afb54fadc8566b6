/** The statements of the text with ways to find one by another. */
import type { Narrative, Said } from '../../narrative/statement.js';
import type { Ledger } from '../ledger.js';
import { isMoney, type Num, numberOf } from './numbers.js';

export interface View {
  readonly said: readonly Said[];
  readonly comparisons: Narrative['comparisons'];
  readonly ledger: Ledger;
  num(index: number): Num;
  /** The last statement before `index` that fits, in its own paragraph, or else in its section. */
  before(index: number, fits: (said: Said) => boolean): number | null;
}

export function viewOf(narrative: Narrative, ledger: Ledger): View {
  const said = narrative.statements;
  const nums = said.map((s, i) => numberOf(s, i));
  return {
    said,
    comparisons: narrative.comparisons,
    ledger,
    num: (index) => nums[index]!,
    before(index, fits) {
      const own = said[index]!;
      for (let i = index - 1; i >= 0 && said[i]!.section === own.section; i--) if (fits(said[i]!)) return i;
      return null;
    },
  };
}

/** An amount (not a budget, a change or a former year) of a subject. */
export const isAmountOf =
  (subject: string) =>
  (s: Said): boolean =>
    s.measure === 'amount' && s.subject === subject && isMoney(s);

/** A budget of a subject. */
export const isBudgetOf =
  (subject: string) =>
  (s: Said): boolean =>
    s.measure === 'budget' && s.subject === subject && isMoney(s);
