import { leafHeads, type Section } from './heads.js';
import { isLabelRow, type Profiles } from './profile.js';
import { blankCell, linesOf, type Note, type TextCell, type TextRow } from './textTable.js';

const REACH = 3;

export interface Aligned {
  readonly rows: readonly TextRow[];
  readonly notes: readonly Note[];
}

/**
 * Gives every row as many cells as its table has columns. A row whose cells contradict their columns (words under 得分, no name)
 * is moved where one way only sets it right; a row that lost a cell is opened at the one place that fits. Where no way or more
 * than one is left the row stays as it is and all its cells are in doubt.
 * `stripped`: the text never ends a line with a blank cell, so what is short lacks its last cells.
 */
export function alignRows(
  rows: readonly TextRow[],
  { heads, body }: Section,
  width: number,
  profiles: Profiles,
  stripped: boolean,
): Aligned {
  const words = leafHeads(rows, heads, width);
  const out = [...rows];
  const notes: Note[] = [];
  const known = profiles.known(words);
  for (let i = 0; i < body.length; ) {
    const first = rows[body[i]!]!;
    let end = i + 1;
    if (first.cells.length < width)
      while (end < body.length && rows[body[end]!]!.cells.length === first.cells.length) end++;
    const group = body.slice(i, end).map((r) => rows[r]!);
    const done =
      first.cells.length === width
        ? whole(group[0]!, words, profiles, known)
        : short(group, words, profiles, known && !stripped, width, stripped);
    done.rows.forEach((row, k) => {
      out[body[i + k]!] = row;
    });
    notes.push(...done.notes);
    i = end;
  }
  return { rows: out, notes };
}

const asIs = (row: TextRow): Aligned => ({ rows: [row], notes: [] });

/** A row with all its cells that may stand in wrong columns. */
function whole(row: TextRow, words: readonly string[], profiles: Profiles, known: boolean): Aligned {
  const texts = textsOf(row);
  if (!known || isLabelRow(row)) return asIs(row);
  const { strange } = profiles.misfits(texts, words);
  // Blank cells alone say nothing: half of the cells of an account are blank.
  if (strange === 0) return asIs(row);
  const filled = row.cells.flatMap((c, i) => (c.text === '' ? [] : [i]));
  const best = cheapest(
    filled,
    words.length,
    (columns) =>
      columns.every((c, i) => c === filled[i] || words[c] !== '') &&
      fits(profiles, place(texts, filled, columns, words.length), words),
  );
  if (best === undefined) return strange > 1 ? doubtful([row]) : asIs(row);
  const cells = words.map((_, c): TextCell => {
    const at = best.indexOf(c);
    return at >= 0 ? row.cells[filled[at]!]! : blankBeside(row, c);
  });
  return { rows: [{ ...row, cells }], notes: [shifted([row], 'what its cells hold fits their columns only so')] };
}

const textsOf = (row: TextRow): string[] => row.cells.map((c) => c.text);

const isStrange = (profiles: Profiles, row: TextRow, words: readonly string[]): boolean =>
  profiles.misfits(textsOf(row), words).strange > 0;

function fits(profiles: Profiles, texts: readonly string[], words: readonly string[]): boolean {
  const { strange, lacking } = profiles.misfits(texts, words);
  return strange + lacking === 0;
}

/** The one cheapest way to move the left part of the filled cells by one distance and the rest by another. */
function cheapest(
  filled: readonly number[],
  width: number,
  suits: (columns: readonly number[]) => boolean,
): number[] | undefined {
  const found = new Map<string, { columns: number[]; cost: number }>();
  for (let a = -REACH; a <= REACH; a++) {
    for (let b = -REACH; b <= REACH; b++) {
      for (let k = a === b ? filled.length : 1; k <= (a === b ? filled.length : filled.length - 1); k++) {
        const columns = filled.map((c, i) => c + (i < k ? a : b));
        if (columns.some((c, i) => c < 0 || c >= width || (i > 0 && c <= columns[i - 1]!)) || !suits(columns)) continue;
        const cost = Number(a !== 0) + Number(b !== 0 && b !== a) + Number(a !== b);
        found.set(columns.join(), { columns, cost });
      }
    }
  }
  const ways = [...found.values()].sort((x, y) => x.cost - y.cost);
  return ways.length > 0 && (ways.length === 1 || ways[0]!.cost < ways[1]!.cost) ? ways[0]!.columns : undefined;
}

/** Rows that are all short of the same number of cells: what was lost was lost at the same place. */
function short(
  group: readonly TextRow[],
  words: readonly string[],
  profiles: Profiles,
  known: boolean,
  width: number,
  stripped: boolean,
): Aligned {
  const size = group[0]!.cells.length;
  const lost = width - size;
  const padded = group.map((row) => ({
    ...row,
    cells: [...row.cells, ...Array.from({ length: lost }, () => blankBeside(row, size))],
  }));
  if (stripped || group.every((row) => row.cells.filter((c) => c.text !== '').length <= 1))
    return { rows: padded, notes: [] };
  const fitting = (row: TextRow): boolean => isLabelRow(row) || fits(profiles, textsOf(row), words);
  const byWord = words.filter((w) => w !== '').length === size ? group.map((row) => underWords(row, words)) : undefined;
  if (byWord?.every((row) => isLabelRow(row) || !isStrange(profiles, row, words)))
    return { rows: byWord, notes: [matched(group)] };
  if (known && lost <= 2) {
    const ways = new Map<string, TextRow[]>();
    for (const places of insertions(size, lost)) {
      const rows = group.map((row) => opened(row, places));
      if (rows.every(fitting)) ways.set(rows.map((r) => textsOf(r).join('\t')).join('\n'), rows);
    }
    const [only] = ways.values();
    if (ways.size === 1 && only)
      return {
        rows: only,
        notes: [
          shifted(
            group,
            `${lost === 1 ? 'a cell is' : `${lost} cells are`} lost, and what is left fits its columns only so`,
          ),
        ],
      };
  }
  return doubtful(padded);
}

/** Where lost cells may have stood: before which of the `size` cells that are left (`size`: behind the last). */
function insertions(size: number, lost: number): number[][] {
  const places = Array.from({ length: size + 1 }, (_, i) => i);
  return lost === 1 ? places.map((p) => [p]) : places.flatMap((p) => places.slice(p).map((q) => [p, q]));
}

/** A piece after a page break does not show the columns over which only the head's cells are merged. */
function underWords(row: TextRow, words: readonly string[]): TextRow {
  let next = 0;
  return { ...row, cells: words.map((w) => (w === '' ? blankBeside(row, next) : row.cells[next++]!)) };
}

function opened(row: TextRow, places: readonly number[]): TextRow {
  const cells: TextCell[] = [];
  for (let i = 0; i <= row.cells.length; i++) {
    for (const p of places) if (p === i) cells.push(blankBeside(row, i));
    const cell = row.cells[i];
    if (cell) cells.push(cell);
  }
  return { ...row, cells };
}

const place = (
  texts: readonly string[],
  filled: readonly number[],
  columns: readonly number[],
  width: number,
): string[] => {
  const out = new Array<string>(width).fill('');
  columns.forEach((c, i) => {
    out[c] = texts[filled[i]!]!;
  });
  return out;
};

const blankBeside = (row: TextRow, index: number): TextCell =>
  blankCell(row.line, (row.cells[index] ?? row.cells.at(-1))?.spot.from ?? 1);

const DOUBT = 'its row does not fit the columns of its table, and more than one way would set it right';

function doubtful(rows: readonly TextRow[]): Aligned {
  const lines = [rows[0]!.line, rows.at(-1)!.line] as const;
  return {
    rows: rows.map((row) => ({ ...row, cells: row.cells.map((c) => ({ ...c, doubt: c.doubt ?? DOUBT })) })),
    notes: [
      {
        rule: 'row-not-aligned',
        severity: 'warning',
        message: `${linesOf(lines)}: the cells do not fit the columns, and nothing says for certain where each belongs`,
        lines,
      },
    ],
  };
}

function shifted(rows: readonly TextRow[], why: string): Note {
  const lines = [rows[0]!.line, rows.at(-1)!.line] as const;
  return {
    rule: 'columns-shifted',
    severity: 'warning',
    message: `${linesOf(lines)}: the cells stood in wrong columns and are put back: ${why}`,
    lines,
  };
}

function matched(rows: readonly TextRow[]): Note {
  const lines = [rows[0]!.line, rows.at(-1)!.line] as const;
  return {
    rule: 'columns-matched',
    severity: 'info',
    message: `${linesOf(lines)}: fewer cells than the table has columns, and as many as its head has words: each stands under its word`,
    lines,
  };
}
