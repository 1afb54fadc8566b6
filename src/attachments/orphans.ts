import { sameLines } from './columns.js';
import { cuesOf } from './cues.js';
import { type FormDraft, newDraft } from './draft.js';
import { readGrid } from './readGrid.js';
import type { GridRows } from './rows.js';
import { textOf } from './value.js';

/**
 * Pages of forms whose first page is lost: grids without head whose lines are those of another form of the document, with
 * words that only such forms have. All forms in document order come back.
 */
export function readOrphans(drafts: readonly FormDraft[], leftover: readonly GridRows[]): FormDraft[] {
  const out = [...drafts];
  let open: FormDraft | undefined;
  for (const rows of leftover) {
    const { grid } = rows;
    if (open && !open.ended && open.grids.at(-1)!.sheet === grid.sheet - 1 && sameLines(open.columns!.xs, grid.xs)) {
      readGrid(open, rows);
      continue;
    }
    open = undefined;
    if (cuesOf(rows).words === 0) continue;
    const alike = drafts.filter((d) => d.columns && sameLines(d.columns.xs, grid.xs));
    const model = alike[0];
    if (!model?.columns) continue;
    const titles = new Set(alike.map((d) => textOf(d.title)));
    const draft = newDraft(model.form, undefined);
    if (titles.size === 1 && model.title) {
      const doubt = `the page with its title is lost; its columns are those of the form on page ${model.grids[0]!.page}`;
      const text = textOf(model.title);
      draft.title = { reader: grid.reader, pieces: [{ page: grid.page, box: grid.box, text, raw: null, doubt }] };
      draft.titleDoubt = doubt;
    }
    draft.startLost = true;
    draft.columns = model.columns;
    draft.block = { kind: 'indicators', columns: model.columns };
    readGrid(draft, rows);
    out.push(draft);
    open = draft;
  }
  return out.sort((a, b) => a.grids[0]!.page - b.grids[0]!.page || a.grids[0]!.box[1] - b.grids[0]!.box[1]);
}
