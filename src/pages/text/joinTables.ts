import { comparable, isPageNumber } from '../../normalise/text.js';
import { isSeparator } from './delimited.js';
import { sectionsOf } from './heads.js';
import { kindOf } from './profile.js';
import {
  type Block,
  linesOf,
  type Note,
  type SourceLine,
  type TextCell,
  type TextTable,
  widthOf,
} from './textTable.js';

/** A table with all its pieces: a page break or a blank line in the text may have cut it. */
export interface Joined {
  readonly table: TextTable;
  /** Rows with which a piece begins, the first piece aside. */
  readonly starts: readonly number[];
  /** The text of a merged cell that stood alone on a line before a piece, by the row with which the piece begins. */
  readonly labels: ReadonlyMap<number, TextCell>;
}

export type Item =
  | { readonly kind: 'line'; readonly line: SourceLine }
  | { readonly kind: 'gap' }
  | { readonly kind: 'table'; readonly joined: Joined };

/** Joins the pieces of tables that only blank lines separate, and leaves out rows of dashes. */
export function joinTables(blocks: readonly Block[]): { readonly items: Item[]; readonly notes: Note[] } {
  const items: Item[] = [];
  const notes: Note[] = [];
  /** What stands between the last table and here, while it may still go on. */
  let between: Item[] = [];
  let open: Joined | undefined;
  for (const block of blocks) {
    if (block.kind !== 'table') {
      between.push(block);
      continue;
    }
    const table = withoutSeparators(block.table, notes);
    if (table.rows.length === 0) continue;
    const label = open && loneLabel(between, open);
    if (open && (label || !between.some(isText)) && goesOn(open.table, table)) {
      const start: number = open.table.rows.length;
      open = {
        table: { ...open.table, rows: [...open.table.rows, ...table.rows] },
        starts: [...open.starts, start],
        labels: label ? new Map([...open.labels, [start, label]]) : open.labels,
      };
      items[items.length - 1] = { kind: 'table', joined: open };
      notes.push(
        goesOnNote(
          table.rows[0]!.line,
          label,
          between.some((b) => b.kind === 'line'),
        ),
      );
    } else {
      items.push(...between);
      open = { table, starts: [], labels: new Map() };
      items.push({ kind: 'table', joined: open });
    }
    between = [];
  }
  items.push(...between);
  return { items, notes };
}

function goesOnNote(line: number, label: TextCell | undefined, numbered: boolean): Note {
  return {
    rule: 'table-goes-on',
    severity: 'info',
    message: label
      ? `line ${line}: the table goes on; ${label.text}, which stands alone in line ${label.spot.line}, is its merged cell`
      : `line ${line}: the table goes on after ${numbered ? 'the number of a page' : 'a blank line'}`,
    lines: [label?.spot.line ?? line, line],
  };
}

function withoutSeparators(table: TextTable, notes: Note[]): TextTable {
  const dashes = table.rows.filter(isSeparator);
  if (dashes.length === 0) return table;
  // In Markdown the row of dashes is part of the notation.
  const strays = table.syntax === 'markdown' ? dashes.filter((r) => r !== table.rows[1]) : dashes;
  for (const row of strays) {
    notes.push({
      rule: 'separator-row',
      severity: 'info',
      message: `${linesOf([row.line, row.line])} holds dashes only: it is a drawn rule, no row of the table`,
      lines: [row.line, row.line],
    });
  }
  return { ...table, rows: table.rows.filter((r) => !isSeparator(r)) };
}

/** A piece goes on with a table if it is as wide (or lost cells) and begins with data, not with a head or a title. */
function goesOn(table: TextTable, piece: TextTable): boolean {
  if (table.syntax !== piece.syntax || table.syntax === 'html') return false;
  if (Math.abs(widthOf(table) - widthOf(piece)) > (widthOf(table) > 8 ? 2 : 0)) return false;
  const first = piece.rows[0]!;
  return sectionsOf([first])[0]!.heads.length === 0 && first.cells.some((c) => kindOf(c.text) === 'number');
}

/** The number of a page stands where one ended. */
const isText = (item: Item): boolean => item.kind === 'line' && !isPageNumber(comparable(item.line.text));

/** One short line that repeats a word of the table's heads: the text of a cell that was merged over the break. */
function loneLabel(between: readonly Item[], { table }: Joined): TextCell | undefined {
  const lines = between.flatMap((b) => (isText(b) && b.kind === 'line' ? [b.line] : []));
  const [line] = lines;
  if (!line || lines.length > 1) return undefined;
  const text = line.text.trim();
  if (text.length > 12) return undefined;
  const heads = sectionsOf(table.rows).flatMap((s) => s.heads);
  if (!heads.some((h) => table.rows[h]!.cells.some((c) => c.text === text))) return undefined;
  const from = line.column + line.text.indexOf(text);
  return { text, spot: { line: line.number, from, to: from + text.length - 1 }, doubt: null };
}
