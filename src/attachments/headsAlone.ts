import { isRepeated } from './amountRows.js';
import { sameLines } from './columns.js';
import type { FormDraft } from './draft.js';
import { textOf } from './value.js';

/**
 * Forms without the heads that are printed again where nothing but remarks is left for their last page: such a piece has no indicators,
 * and what it has is the form's before it. What it says besides becomes that form's.
 */
export function withoutHeadsAlone(drafts: readonly FormDraft[]): FormDraft[] {
  const out: FormDraft[] = [];
  for (const draft of drafts) {
    const before = out.at(-1);
    if (!before || !isHeadAlone(before, draft)) {
      out.push(draft);
      continue;
    }
    before.grids.push(...draft.grids);
    for (const [field, value] of draft.header) if (!before.header.has(field)) before.header.set(field, value);
  }
  return out;
}

function isHeadAlone(form: FormDraft, piece: FormDraft): boolean {
  const [last, first] = [form.grids.at(-1), piece.grids[0]];
  if (!last || !first || first.sheet - last.sheet !== 1 || !sameLines(form.grids[0]!.xs, first.xs)) return false;
  if (piece.indicators.length > 0 || piece.header.size + piece.funding.length < 2) return false;
  const shared = [...piece.header].filter(([field]) => form.header.has(field));
  return (
    piece.header.has('subject') &&
    shared.every(([field, value]) => textOf(form.header.get(field)) === textOf(value)) &&
    piece.funding.every((row) => isRepeated(form.funding, row)) &&
    piece.tasks.every((row) => isRepeated(form.tasks, row))
  );
}
