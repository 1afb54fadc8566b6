import type { Attachment, Check } from '../../document/schema.js';
import { notCheckable } from '../untried.js';
import type { NumberedForm } from './figures.js';
import { NO_BUDGETS, type TextBudgets, type TriedForm, tryForm } from './rule.js';
import { FORM_RULES } from './rules.js';

/** What the identities say of one field. */
export interface FieldBinding {
  readonly checks: string[];
  /** An identity with figures of other rows holds. */
  supported: boolean;
  /** One that binds it fails: as the result of the others, or as one of them. */
  contradicted: 'result' | 'term' | null;
}

export interface FormChecks {
  readonly checks: readonly Check[];
  readonly bindings: ReadonlyMap<string, FieldBinding>;
  readonly failing: readonly TriedForm[];
}

/** Tries P1 to P11 on every form. */
export function checkForms(attachments: readonly Attachment[], text: TextBudgets = NO_BUDGETS): FormChecks {
  const forms: NumberedForm[] = attachments.map((form, i) => ({ n: i + 1, form }));
  const checks: Check[] = [];
  const tried: TriedForm[] = [];
  for (const rule of FORM_RULES) {
    for (const one of rule.evaluate(forms, text)) {
      if ('why' in one) checks.push(notCheckable(rule, one));
      else {
        const done = tryForm(rule, one);
        tried.push(done);
        checks.push(done.check);
      }
    }
  }
  const bindings = new Map<string, FieldBinding>();
  const at = (cell: string): FieldBinding => {
    let own = bindings.get(cell);
    if (!own) {
      own = { checks: [], supported: false, contradicted: null };
      bindings.set(cell, own);
    }
    return own;
  };
  for (const { identity, check } of tried) {
    const good = check.outcome === 'holds' || check.outcome === 'rounding';
    for (const cell of new Set(check.cells)) {
      const own = at(cell);
      own.checks.push(check.id);
      if (good && !identity.withinRow && !identity.result.value.isZero()) own.supported = true;
    }
  }
  const failing = tried.filter((t) => t.check.outcome === 'fails');
  for (const { check, identity } of failing) {
    check.cells.forEach((cell) => {
      const own = at(cell);
      // The rules of the forms have lawful exceptions: they weigh less than a sum that holds.
      if (own.supported || own.contradicted === 'result') return;
      own.contradicted = cell === identity.result.cell ? 'result' : 'term';
    });
  }
  return { checks, bindings, failing };
}
