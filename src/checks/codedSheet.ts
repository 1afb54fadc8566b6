/**
 * A table of coded rows as a tree: 类 has three digits, 款 five, 项 seven (economic classification: 类 three, 款 five).
 * The children of a row are its nearest printed descendants, so a level that is not printed breaks nothing.
 */
import { isTotalName } from './labels.js';
import { type Entry, hasFigure, type Sheet } from './sheet.js';

export interface CodedSheet extends Sheet {
  /** The 合计 row: no code, first or last. */
  readonly total: Entry | null;
  /** Coded rows without a printed ancestor. */
  readonly tops: readonly Entry[];
  /** Coded rows in print order. */
  readonly coded: readonly Entry[];
  /** Rows by code; a code that is printed twice names no single row and is left out. */
  readonly byCode: ReadonlyMap<string, Entry>;
  children(entry: Entry): readonly Entry[];
  /** Descendants without children; the row itself if it has none. */
  leaves(entry: Entry): readonly Entry[];
}

const findTotal = (entries: readonly Entry[]): Entry | null => {
  const totals = entries.filter(({ row, name }) => row.code === '' && isTotalName(name));
  return totals.find((entry) => hasFigure(entry, [...entry.figures.keys()])) ?? totals[0] ?? null;
};

export function codedSheet(sheet: Sheet): CodedSheet {
  const coded = sheet.entries.filter(({ row }) => row.code !== '');
  const first = new Map<string, Entry>();
  const byCode = new Map<string, Entry>();
  for (const entry of coded) {
    const { code } = entry.row;
    if (first.has(code)) byCode.delete(code);
    else {
      first.set(code, entry);
      byCode.set(code, entry);
    }
  }

  const below = new Map<Entry, Entry[]>();
  const tops: Entry[] = [];
  for (const entry of coded) {
    const { code } = entry.row;
    let parent: Entry | undefined;
    for (let length = code.length - 1; length >= 3 && parent === undefined; length -= 1) {
      parent = first.get(code.slice(0, length));
    }
    if (parent === undefined) tops.push(entry);
    else below.set(parent, [...(below.get(parent) ?? []), entry]);
  }

  const children = (entry: Entry): readonly Entry[] => below.get(entry) ?? [];
  const leaves = (entry: Entry): readonly Entry[] => {
    const own = children(entry);
    return own.length === 0 ? [entry] : own.flatMap(leaves);
  };
  return { ...sheet, total: findTotal(sheet.entries), tops, coded, byCode, children, leaves };
}

/** Why nothing can be looked up by code, or null: some publishers print the names of the classes alone. */
export const uncoded = ({ coded, entries, total }: CodedSheet): string | null =>
  coded.length === 0 && entries.some((entry) => entry !== total && entry.figures.size > 0)
    ? 'the table prints no codes'
    : null;

/** The row of a code, or its nearest printed descendants where the row itself is not printed. */
export function rowsOfCode(sheet: CodedSheet, code: string): readonly Entry[] {
  const own = sheet.byCode.get(code);
  return own === undefined ? sheet.tops.filter((entry) => entry.row.code.startsWith(code)) : [own];
}

/** How many items beneath the rows print an amount other than nought in the column. */
export const countLeaves = (sheet: CodedSheet, entries: readonly Entry[], column: string): number =>
  entries.flatMap((entry) => sheet.leaves(entry)).filter((leaf) => (leaf.figures.get(column)?.amount ?? 0n) !== 0n)
    .length;

/**
 * How many rounded figures the rows were added up from, if each is printed as the exact total of its items; a row that
 * is not counts as one. This is the evidence that a publisher adds up rounded items (Shanghai does, below 合计).
 */
export function roundedParts(sheet: CodedSheet, entries: readonly Entry[], column: string): number {
  let parts = 0;
  for (const entry of entries) {
    const amount = entry.figures.get(column)?.amount ?? 0n;
    if (amount === 0n) continue;
    const leaves = entry === sheet.total ? sheet.tops.flatMap((top) => sheet.leaves(top)) : sheet.leaves(entry);
    const items = leaves.map((leaf) => leaf.figures.get(column)?.amount ?? 0n);
    const added = items.reduce((total, item) => total + item, 0n);
    parts += added === amount ? Math.max(1, items.filter((item) => item !== 0n).length) : 1;
  }
  return parts;
}
