/** The original budgets (年初预算) of which the text speaks, for the forms of the units. */
import type { Narrative, Said } from '../../narrative/statement.js';
import type { TextBudgets } from '../attachments/rule.js';
import type { Ledger } from '../ledger.js';
import { impliedBy } from './impliedBudgets.js';
import { isMoney } from './numbers.js';
import { type View, viewOf } from './view.js';

const WHOLE = ['appropriation_expenditure', 'general_expenditure', 'expenditure_total'];

/** As printed, or else as amount and rate imply them. `units`: of how many units the text says that forms are attached. */
export function originalBudgets(narrative: Narrative, ledger: Ledger): TextBudgets {
  const view = viewOf(narrative, ledger);
  const units = narrative.statements.find((s) => s.subject === 'overall' && s.measure === 'units');
  return {
    basic: budgetOf(view, ['basic']),
    whole: budgetOf(view, WHOLE),
    units: units ? Number(units.value) : null,
  };
}

function budgetOf(view: View, subjects: readonly string[]): TextBudgets['basic'] {
  const isOf = (s: Said): boolean => s.statement === 'N6' && subjects.includes(s.subject);
  const printed = view.said.findIndex((s) => isOf(s) && s.measure === 'budget' && isMoney(s));
  if (printed >= 0) {
    const { value, half } = view.num(printed);
    return { cell: `narrative/${printed}`, value, error: half };
  }
  const rate = view.said.findIndex((s) => isOf(s) && s.measure === 'completion');
  const implied = rate < 0 ? null : impliedBy(view, rate);
  return implied && { cell: `narrative/${rate}`, value: implied.value, error: implied.error };
}
