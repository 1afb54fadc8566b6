/** What is found in a text before it is drawn: lines of prose, and tables as rows of cells. */

/** A line of the file. `number` counts from 1 through the whole file; `column` is the column of its first character, from 1. */
export interface SourceLine {
  readonly number: number;
  readonly column: number;
  readonly text: string;
  /** Lines with which its sentence goes on. */
  readonly rest?: readonly SourceLine[];
}

/** Where something stands in the file: see `Place` of the page model. */
export interface Spot {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export interface TextCell {
  readonly text: string;
  readonly spot: Spot;
  /** Why its place in the table is not certain; null where it is. */
  readonly doubt: string | null;
  /** True where the text does not hold the value here and other evidence gave it. */
  readonly restored?: boolean;
}

export interface TextRow {
  readonly line: number;
  readonly cells: readonly TextCell[];
}

/** Cells that the text itself or its head says are one: rows and columns from 0, inclusive. */
export interface Merge {
  readonly row0: number;
  readonly row1: number;
  readonly col0: number;
  readonly col1: number;
}

export interface TextTable {
  readonly syntax: 'tabs' | 'markdown' | 'html' | 'csv';
  readonly rows: readonly TextRow[];
  readonly merges: readonly Merge[];
}

export type Block =
  | { readonly kind: 'line'; readonly line: SourceLine }
  | { readonly kind: 'gap' }
  | { readonly kind: 'table'; readonly table: TextTable };

/** What was mended or lost, before it has a place on a page: the lines it is about. */
export interface Note {
  readonly rule: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly lines: readonly [first: number, last: number];
  readonly expected?: string;
  readonly actual?: string;
}

export const widthOf = (table: TextTable): number => table.rows.reduce((w, r) => Math.max(w, r.cells.length), 0);

export const blankCell = (line: number, column: number): TextCell => ({
  text: '',
  spot: { line, from: column, to: column },
  doubt: null,
});

/** `lines 308-326`, `line 4`. */
export const linesOf = ([first, last]: readonly [number, number]): string =>
  first === last ? `line ${first}` : `lines ${first}-${last}`;
