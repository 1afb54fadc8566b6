import { finding, roundBox } from '../document/finding.js';
import { FUNDING_FIELDS, HEADER_FIELDS, INDICATOR_FIELDS, TASK_FIELDS } from '../document/keys.js';
import type { Attachment, Field, Finding } from '../document/schema.js';
import { cellAt, type Grid } from '../grids/grid.js';
import type { Box } from '../pages/page.js';
import { fieldOfPath } from './columns.js';
import type { FormDraft, RowDraft } from './draft.js';
import type { IndicatorField } from './form.js';
import { OTHER_WORDS } from './forms/indicators.js';
import type { Attachments } from './gridsToAttachments.js';
import { bareLabel } from './labels.js';
import { lostEnds } from './lostEnds.js';
import { type Piece, textOf, type Value } from './value.js';

/** Puts the forms out in document order, with the parts of every value by the id of its field. */
export function draftsToAttachments(drafts: readonly FormDraft[]): Attachments {
  const findings: Finding[] = [];
  const pieces = new Map<string, readonly Piece[]>();
  const taken = new Set<Grid>();
  const ends = lostEnds(drafts);
  const attachments = drafts.map((draft, i) => {
    const n = i + 1;
    for (const grid of draft.grids) taken.add(grid);
    const field = (id: string, value: Value): Field => {
      pieces.set(`attachment/${n}/${id}`, value.pieces);
      return fieldOf(value, draft.doubt);
    };
    const rows = <F extends string>(group: string, order: readonly F[], list: readonly RowDraft<F>[]) =>
      list.map((row, r) => ({
        page: row.page,
        box: roundBox(rowBox(row)),
        cells: Object.fromEntries(
          order.flatMap((key) => {
            const value = row.cells.get(key);
            return value ? [[key, field(`${group}/${r + 1}/${key}`, value)]] : [];
          }),
        ) as Partial<Record<F, Field>>,
      }));
    const header: Attachment['header'] = {};
    for (const key of HEADER_FIELDS) {
      const value = key === 'title' ? draft.title : draft.header.get(key);
      if (value) header[key] = field(`header/0/${key}`, value);
    }
    const lostEnd = ends.has(draft);
    findings.push(...losses(draft, n, lostEnd));
    return {
      form: draft.form.key,
      title: draft.titleDoubt === null && draft.title ? textOf(draft.title) : null,
      status: draft.startLost || lostEnd ? ('partial' as const) : ('present' as const),
      pages: [...new Set(draft.grids.map((g) => g.page))],
      header,
      tasks: rows('task', TASK_FIELDS, draft.tasks),
      funding: rows('funding', FUNDING_FIELDS, draft.funding),
      indicators: rows('indicator', INDICATOR_FIELDS, draft.indicators.filter(isFilledIn)),
    };
  });
  return { attachments, pieces, taken, findings };
}

/** The blank form has rows called 指标1, 指标2, …… to be filled in; those that nobody filled in are no indicators. */
const isFilledIn = ({ cells }: RowDraft<IndicatorField>): boolean =>
  !/^(?:指标\d*[:：.、]?|[…。.·]+)$/.test(textOf(cells.get('level3'))) ||
  [...cells].some(([field, value]) => !LEVELS.has(field) && textOf(value) !== '');
const LEVELS: ReadonlySet<IndicatorField> = new Set(['level1', 'level2', 'level3']);

function fieldOf(value: Value, doubt: string | null): Field {
  const text = textOf(value);
  const printed = text === '' ? value.pieces : value.pieces.filter((p) => p.text !== '');
  const page = printed[0]!.page;
  const doubts = new Set(printed.flatMap((p) => (p.doubt === null ? [] : [p.doubt])));
  if (doubt !== null) doubts.add(doubt);
  return {
    value: text === '' ? null : text,
    page,
    box: roundBox(union(printed.filter((p) => p.page === page).map((p) => p.box))),
    reader: value.reader,
    standing: doubts.size > 0 ? 'disputed' : 'unconfirmed',
    why: [...doubts],
    checks: [],
    secondReading: null,
  };
}

const union = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((b) => b[0])),
  Math.min(...boxes.map((b) => b[1])),
  Math.max(...boxes.map((b) => b[2])),
  Math.max(...boxes.map((b) => b[3])),
];

const rowBox = <F extends string>({ grid, row }: RowDraft<F>): Box => [
  grid.box[0],
  grid.ys[row]!,
  grid.box[2],
  grid.ys[row + 1]!,
];

function losses(draft: FormDraft, n: number, lostEnd: boolean): Finding[] {
  const out: Finding[] = [];
  const [first, last] = [draft.grids[0]!, draft.grids.at(-1)!];
  if (draft.startLost) {
    out.push(
      finding(
        'attachment-start-lost',
        'warning',
        `form ${n}: its first page is lost, the part on page ${first.page} was read (${draft.indicators.length} indicators)`,
        { page: first.page, box: first.box, attachment: n },
      ),
    );
  }
  if (lostEnd) {
    out.push(
      finding('attachment-end-lost', 'warning', `form ${n}: it breaks off on page ${last.page} before its last row`, {
        page: last.page,
        box: last.box,
        attachment: n,
      }),
    );
  }
  for (const [text, { page, box }] of unreadColumns(draft)) {
    const message = `form ${n}: the column “${text}” is not read: its head is none that is known`;
    out.push(
      finding('attachment-column-not-read', 'warning', message, {
        page,
        box: roundBox(box),
        attachment: n,
      }),
    );
  }
  return out;
}

/** Heads that say nothing known, with something printed beneath them; those known to hold none of the fields are left out. */
function unreadColumns({ columns, indicators, heads, form }: FormDraft): ReadonlyMap<string, Printed> {
  const all = [...(columns ? [{ columns, rows: indicators }] : []), ...heads];
  const out = new Map<string, Printed>();
  for (const { columns: own, rows } of all) {
    const from = own.fields.findIndex((f) => f !== undefined);
    for (const [c, text] of (own.leaves ?? []).entries()) {
      if (c < from || text === '' || text === own.leaves![c - 1] || own.fields[c] !== undefined || out.has(text))
        continue;
      const bare = bareLabel(text);
      if (OTHER_WORDS.test(bare) || fieldOfPath(form, [bare]) !== undefined) continue;
      const printed = rows.find((r) => r.grid.xs === own.xs && cellAt(r.grid, r.row, c).text !== '');
      if (printed) out.set(text, { page: printed.page, box: cellAt(printed.grid, printed.row, c).box });
    }
  }
  return out;
}

interface Printed {
  readonly page: number;
  readonly box: Box;
}
