import { cellAt, type GridCell, rowCount } from '../grids/grid.js';
import { columnsIn } from './columns.js';
import type { FormDraft, RowDraft } from './draft.js';
import type { IndicatorField } from './form.js';

/** A cell of a level, and the indicators that it covers. */
interface Part {
  readonly cell: GridCell;
  readonly rows: RowDraft<IndicatorField>[];
  readonly height: number;
  /** Points over and under its name; undefined where it is blank. */
  readonly room: readonly [over: number, under: number] | undefined;
  /** Whether it begins with the indicators of its page, and ends with the page. */
  readonly atHead: boolean;
  readonly atFoot: boolean;
}

/** Points by which a name may miss the middle of its cell. */
const OFF = 2;
/** Points from the edge of a page's cell at which a line is cut. */
const EDGE = 0.1;

/**
 * Puts right which name blank cells of the levels have where pages part merged cells. A spreadsheet prints the name in the middle of the whole
 * cell, on one of its pages; on the others the cell is blank, and may as well belong to the name before as to the one
 * behind. By where both names stand it is told how far their cells reach; where that fits in no way, or in several, all stays as it is.
 */
export function settleMiddles(draft: FormDraft): void {
  for (const level of ['level1', 'level2'] as const) {
    const parts = partsOf(draft, level);
    if (!inMiddles(parts)) continue;
    /** Height of what belongs to a name over the part in which it stands. */
    const above = new Map<Part, number>();
    for (let i = -1; i < parts.length; i++) {
      const name = parts[i];
      if (name && !name.room) continue;
      let end = i + 1;
      while (parts[end] && !parts[end]!.room && (end === 0 || goesOn(parts, end))) end++;
      const blanks = parts.slice(i + 1, end);
      if (blanks.length === 0) continue;
      const next = parts[end] && goesOn(parts, end) ? parts[end] : undefined;
      // Before the first name all is its own.
      const own = name ? ownOf(name, above.get(name) ?? 0, blanks, next) : 0;
      if (own === undefined) continue;
      if (next) above.set(next, heightOf(blanks.slice(own)));
      const [value, nextValue] = [name, next].map((p) => p?.rows[0]?.cells.get(level));
      if (!value || value === nextValue) continue;
      blanks.forEach((part, k) => {
        for (const row of part.rows) row.cells.set(level, k < own ? value : nextValue!);
      });
    }
  }
}

/** Whether the names that no page cuts stand in the middle of their cells. */
const inMiddles = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ room, atHead, atFoot }, i) => !room || atFoot || (atHead && i > 0) || Math.abs(room[0] - room[1]) < OFF,
  );

/** How many of the blank parts belong to the name before them, the others to the one behind; undefined where that cannot be told. */
function ownOf(name: Part, above: number, blanks: readonly Part[], next: Part | undefined): number | undefined {
  const [over, under] = name.room!;
  const most = name.atFoot ? blanks.findIndex((b) => !b.atHead) : 0;
  const counts = Array.from({ length: (most < 0 ? blanks.length : most) + 1 }, (_, k) => k);
  const fits = (k: number): boolean => Math.abs(above + over - under - heightOf(blanks.slice(0, k))) < OFF;
  const one = (found: readonly number[]): number | undefined => (found.length === 1 ? found[0] : undefined);
  if (!next?.room) return one(counts.filter((k) => k === blanks.length && fits(k)));
  const [nextOver, nextUnder] = next.room;
  const fitsNext = (k: number): boolean => Math.abs(heightOf(blanks.slice(k)) + nextOver - nextUnder) < OFF;
  // What ends on its page has all of its height known.
  if (!next.atFoot) return one(counts.filter(fitsNext));
  return name.atFoot ? one(counts.filter(fits)) : undefined;
}

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0);

/** Whether a part may be the same cell as the one before it: on the next page, or blank under a name that ends over it. */
const goesOn = (parts: readonly Part[], at: number): boolean => {
  const [before, part] = [parts[at - 1]!, parts[at]!];
  if (before.rows[0]!.grid === part.rows[0]!.grid) return !part.room && part.atFoot;
  return before.atFoot && part.atHead && part.rows[0]!.grid.sheet - before.rows[0]!.grid.sheet === 1;
};

function partsOf({ indicators, columns }: FormDraft, level: 'level1' | 'level2'): Part[] {
  const parts: Part[] = [];
  if (!columns) return parts;
  for (const row of indicators) {
    const { grid } = row;
    const at = columnsIn(columns, grid).fields.indexOf(level);
    if (at < 0) return [];
    const cell = cellAt(grid, row.row, at);
    const last = parts.at(-1);
    if (last?.cell === cell) {
      last.rows.push(row);
      continue;
    }
    const [, top, , bottom] = cell.box;
    parts.push({
      cell,
      rows: [row],
      height: bottom - top,
      room:
        cell.text === ''
          ? undefined
          : [
              // Of a line on the edge only a part is seen; it is as high as its print.
              Math.min(...cell.lines.map((l) => (l.y0 - top < EDGE ? l.y1 - l.size : l.y0))) - top,
              bottom - Math.max(...cell.lines.map((l) => (bottom - l.y1 < EDGE ? l.y0 + l.size : l.y1))),
            ],
      atHead: last?.rows[0]?.grid !== grid && cell.row0 === row.row,
      atFoot: cell.row1 === rowCount(grid) - 1,
    });
  }
  return parts;
}
