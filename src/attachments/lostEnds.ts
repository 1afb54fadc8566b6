import { sameLines } from './columns.js';
import type { FormDraft } from './draft.js';
import { textOf } from './value.js';

/**
 * Forms whose last page is lost: they have scores and no total, though another form of the same kind and columns has one, or
 * their weights do not come to 100.
 */
export function lostEnds(drafts: readonly FormDraft[]): Set<FormDraft> {
  const out = new Set<FormDraft>();
  for (const draft of drafts) {
    const { columns } = draft;
    if (!columns) {
      // The head of a form and nothing of its indicators, where others of the kind have them; a list of projects has neither.
      const isList = draft.header.size === 0 && draft.funding.length > 0;
      if (!isList && !draft.ended && drafts.some((d) => d !== draft && d.form === draft.form && d.columns))
        out.add(draft);
      continue;
    }
    if (draft.ended || draft.header.has('total_score') || !columns.fields.includes('score')) continue;
    const alike = drafts.some((d) => d !== draft && d.ended && d.columns && sameLines(d.columns.xs, columns.xs));
    if (alike || !isWhole(draft)) out.add(draft);
  }
  return out;
}

/** The weights of the rows that are there come to 100, or to 90 with 10 for the execution rate. */
function isWhole(draft: FormDraft): boolean {
  const values = [
    ...draft.indicators.map((r) => r.cells.get('weight')),
    ...draft.tasks.map((r) => r.cells.get('weight')),
    ...draft.funding.map((r) => r.cells.get('weight')),
  ];
  const weights = values.map((v) => Number(textOf(v).replace(/[分%]/g, '') || 'none'));
  const known = weights.filter((w) => Number.isFinite(w));
  if (known.length === 0) return true;
  const sum = known.reduce((a, b) => a + b, 0);
  return [100, 90, 1].some((whole) => Math.abs(sum - whole) < 0.01 * known.length);
}
