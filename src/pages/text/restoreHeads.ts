import { sectionsOf } from './heads.js';
import { type Note, type TextCell, type TextRow, type TextTable, widthOf } from './textTable.js';

interface Head {
  readonly row: number;
  readonly top: readonly string[];
  readonly below: readonly string[];
}

const plain = (row: TextRow | undefined, width: number): string[] =>
  Array.from({ length: width }, (_, c) => row?.cells[c]?.text.replace(/\s/g, '') ?? '');

/** The first two rows of each head of a table. */
const headsOf = (table: TextTable): Head[] =>
  sectionsOf(table.rows).flatMap(({ heads }) =>
    heads.length < 2
      ? []
      : [
          {
            row: heads[1]!,
            top: plain(table.rows[heads[0]!], widthOf(table)),
            below: plain(table.rows[heads[1]!], widthOf(table)),
          },
        ],
  );

/** First and last column that each word of the upper row reaches over. */
function groupsOf(top: readonly string[]): { word: string; first: number; last: number }[] {
  const out: { word: string; first: number; last: number }[] = [];
  top.forEach((word, c) => {
    if (word !== '') out.push({ word, first: c, last: c });
    else if (out.length > 0) out.at(-1)!.last = c;
  });
  return out;
}

/** A word of the lower row under a word of the upper row that reaches over no other column is out of place. */
const isScrambled = (head: Head): boolean =>
  groupsOf(head.top).some(({ first, last }) => first === last && head.below[first] !== '') &&
  groupsOf(head.top).some(({ first, last }) => last > first);

/**
 * Puts the words of a lower head row back under their groups where an extractor has moved them. Evidence: the same head printed
 * intact elsewhere in the text, or, without one, as many words as the groups have columns, in their order.
 */
export function restoreHeads(tables: readonly TextTable[]): { readonly tables: TextTable[]; readonly notes: Note[] } {
  const heads = tables.map(headsOf);
  const intact = heads.flat().filter((h) => !isScrambled(h));
  const notes: Note[] = [];
  const out = tables.map((table, t) => {
    const scrambled = heads[t]!.filter(isScrambled);
    if (scrambled.length === 0) return table;
    const rows = [...table.rows];
    for (const head of scrambled) {
      const twin = intact.find((h) => sameWords(h.top, head.top) && sameWords(h.below, head.below));
      const columns = twin ? byTwin(twin, head) : byOrder(head);
      if (!columns) continue;
      const row = rows[head.row]!;
      rows[head.row] = moved(row, columns, widthOf(table));
      const evidence = twin
        ? 'as in the same head elsewhere in the text'
        : 'the groups have as many columns as there are words';
      notes.push({
        rule: 'head-restored',
        severity: 'info',
        message: `the second row of the head in line ${row.line} is out of place: its words are put under their groups, ${evidence}`,
        lines: [row.line, row.line],
      });
    }
    return { ...table, rows };
  });
  return { tables: out, notes };
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.filter((w) => w !== '').join('/') === b.filter((w) => w !== '').join('/');

/** For each word of the lower row, in order, its column. */
function byTwin(twin: Head, head: Head): number[] | undefined {
  const own = groupsOf(head.top);
  const groups = groupsOf(twin.top);
  const columns = twin.below.flatMap((word, c) => {
    if (word === '') return [];
    const group = groups.findIndex((g) => g.first <= c && c <= g.last);
    return group < 0 ? [-1] : [own[group]!.first + (c - groups[group]!.first)];
  });
  const fits = columns.every((c) => {
    const group = own.find((g) => g.first <= c && c <= g.last);
    return group !== undefined;
  });
  return fits && new Set(columns).size === columns.length ? columns : undefined;
}

function byOrder(head: Head): number[] | undefined {
  const columns = groupsOf(head.top)
    .filter((g) => g.last > g.first)
    .flatMap((g) => Array.from({ length: g.last - g.first + 1 }, (_, i) => g.first + i));
  return columns.length === head.below.filter((w) => w !== '').length ? columns : undefined;
}

function moved(row: TextRow, columns: readonly number[], width: number): TextRow {
  const words = row.cells.filter((c) => c.text !== '');
  const end = row.cells.at(-1)?.spot.to ?? 1;
  const cells = Array.from({ length: width }, (_, c): TextCell => {
    const at = columns.indexOf(c);
    return at >= 0 ? words[at]! : { text: '', spot: { line: row.line, from: end, to: end }, doubt: null };
  });
  return { ...row, cells };
}
