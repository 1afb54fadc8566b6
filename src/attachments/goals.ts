import { cellAt } from '../grids/grid.js';
import type { Columns } from './columns.js';
import type { FormDraft } from './draft.js';
import type { AttachmentForm } from './form.js';
import { fieldOfLabel } from './labels.js';
import { type GridRows, printedIn } from './rows.js';
import { append, textOf, valueIn } from './value.js';

export type Goal = 'goal_planned' | 'goal_actual';

/** The head over the two goals: 年初设定目标 and 全年实际完成情况 side by side. Undefined where the row is none. */
export function goalsHead(rows: GridRows, row: number, form: AttachmentForm): Columns<Goal> | undefined {
  const own = printedIn(rows, row);
  for (let i = own.length - 1; i > 0; i--) {
    const [planned, actual] = [own[i - 1]!, own[i]!];
    if (fieldOfLabel(form.labels, planned.text) !== 'goal_planned') continue;
    if (fieldOfLabel(form.labels, actual.text) !== 'goal_actual' || actual.col0 !== planned.col1 + 1) continue;
    // 总体完成率 may stand behind it.
    const end = own[i + 1] ? actual.col1 : Number.POSITIVE_INFINITY;
    const fields = rows.grid.xs.slice(1).map((_, c): Goal | undefined => {
      if (c >= planned.col0 && c <= planned.col1) return 'goal_planned';
      return c >= actual.col0 && c <= end ? 'goal_actual' : undefined;
    });
    return { xs: rows.grid.xs, fields };
  }
  return undefined;
}

/** Reads a row under that head; further rows, on the next page too, go on with the same text. */
export function readGoals(draft: FormDraft, rows: GridRows, row: number, columns: Columns<Goal>): void {
  for (const goal of ['goal_planned', 'goal_actual'] as const) {
    const cells = new Set(columns.fields.flatMap((f, c) => (f === goal ? [cellAt(rows.grid, row, c)] : [])));
    const own = [...cells].filter((c) => c.row0 === row && columns.fields[c.col0] === goal);
    if (own.length === 0) continue;
    const value = valueIn(rows.grid, own);
    const before = draft.header.get(goal);
    // The same again is the head of the form, repeated on its next page.
    if (before && textOf(before) !== textOf(value)) append(before, value);
    else if (!before) draft.header.set(goal, value);
  }
}
