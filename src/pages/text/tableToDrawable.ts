import { alignRows } from './alignRows.js';
import type { Drawable } from './draw.js';
import { headMerges, type Section, sectionsOf } from './heads.js';
import type { Joined } from './joinTables.js';
import { labelMerges, sideMerges } from './labelMerges.js';
import { hasMarkup, withoutMarkup } from './markup.js';
import { closeSpaces } from './numbers.js';
import type { Profiles } from './profile.js';
import { blankCell, type Merge, type Note, type TextCell, type TextRow } from './textTable.js';

/** Rows as they are to be drawn: each with as many cells as the table has columns, merged where they are one. */
export function tableToDrawable(
  { table, starts, labels }: Joined,
  profiles: Profiles,
  stripped: boolean,
): { readonly drawable: Drawable; readonly notes: Note[] } {
  const width = usualWidth(table.rows);
  const closed = closeSpaces(table.rows);
  const notes: Note[] = [...closed.notes];
  const keepsBlanks = closed.rows.some((row) => row.cells.length === width && row.cells.at(-1)!.text === '');
  let rows: readonly TextRow[] = closed.rows.map((row) => cutRow(row, width, keepsBlanks, notes));
  const sections = sectionsOf(rows);
  if (table.syntax !== 'html') {
    for (const section of sections) {
      const done = alignRows(rows, section, width, profiles, stripped);
      rows = done.rows;
      notes.push(...done.notes);
    }
  }
  rows = rows.map((row, r) => withLabel(padded(row, width), labels.get(r), notes));
  const headless = sections.every((s) => s.heads.length === 0);
  const merges =
    table.syntax === 'html'
      ? table.merges
      : sections.flatMap((s) => (headless ? [] : mergesOf(rows, s, width, starts)));
  return { drawable: { rows, width, starts, merges }, notes };
}

function mergesOf(rows: readonly TextRow[], section: Section, width: number, starts: readonly number[]): Merge[] {
  const sides = sideMerges(rows, section, starts);
  const taken = new Set(sides.flatMap((m) => (section.heads.includes(m.row0) ? [m.row0] : [])));
  const heads = headMerges(rows, section.heads, width).filter(
    (m) => !(taken.has(m.row0) && m.col0 === 0 && m.col1 === 0),
  );
  return [...heads, ...sides, ...labelMerges(rows, section, width)];
}

/** Tags of a web page inside cells are left out, once a table said. */
export function withoutTags(joined: Joined): { readonly joined: Joined; readonly notes: Note[] } {
  const lines: number[] = [];
  const rows = joined.table.rows.map((row) => {
    if (!row.cells.some((c) => hasMarkup(c.text))) return row;
    lines.push(row.line);
    return { ...row, cells: row.cells.map((c) => ({ ...c, text: withoutMarkup(c.text) })) };
  });
  const notes = lines.map(
    (line): Note => ({
      rule: 'markup-removed',
      severity: 'info',
      message: `line ${line}: tags of a web page inside cells are left out`,
      lines: [line, line],
    }),
  );
  return { joined: { ...joined, table: { ...joined.table, rows } }, notes };
}

/** The number of cells that most rows have; of two that are as frequent, the larger. */
function usualWidth(rows: readonly TextRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0];
}

/**
 * A row with more cells than its table has columns: blank ones at its end go, where other rows do not end with blank cells (there, one
 * too many may stand anywhere); else the last keeps all, in doubt.
 */
function cutRow(row: TextRow, width: number, keepsBlanks: boolean, notes: Note[]): TextRow {
  const rest = row.cells.slice(width);
  if (rest.length === 0) return row;
  const cells = row.cells.slice(0, width);
  if (rest.every((c) => c.text === '') && !keepsBlanks) return { ...row, cells };
  notes.push({
    rule: 'row-not-aligned',
    severity: 'warning',
    message: `line ${row.line} has ${row.cells.length} cells and its table ${width} columns: nothing says for certain where each belongs`,
    lines: [row.line, row.line],
  });
  const doubt = 'its row has more cells than its table has columns';
  const last: TextCell = {
    ...cells.at(-1)!,
    text: [cells.at(-1)!, ...rest]
      .map((c) => c.text)
      .join(' ')
      .trim(),
  };
  return { ...row, cells: [...cells.slice(0, -1), last].map((c) => ({ ...c, doubt })) };
}

const padded = (row: TextRow, width: number): TextRow =>
  row.cells.length >= width
    ? row
    : {
        ...row,
        cells: [
          ...row.cells,
          ...Array.from({ length: width - row.cells.length }, () =>
            blankCell(row.line, row.cells.at(-1)?.spot.to ?? 1),
          ),
        ],
      };

/** The text of a merged cell that stood on a line of its own goes into the first cell of the row after it. */
function withLabel(row: TextRow, label: TextCell | undefined, notes: Note[]): TextRow {
  if (!label) return row;
  if (row.cells[0]!.text === '') return { ...row, cells: [label, ...row.cells.slice(1)] };
  notes.push({
    rule: 'label-without-place',
    severity: 'warning',
    message: `line ${label.spot.line}: ${label.text} stands alone, and the cell that it may belong to is filled`,
    lines: [label.spot.line, label.spot.line],
  });
  return row;
}
