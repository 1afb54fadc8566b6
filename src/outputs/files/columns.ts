/** What a column of a file holds; an `amount` is an exact decimal string. */
export type ColumnType = 'text' | 'integer' | 'number' | 'amount';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

export type Line = Readonly<Record<string, string | number | null>>;

/** Lines of one kind, and how they are put into a file. */
export interface Shape {
  readonly columns: readonly Column[];
  /** The column by which a workbook has its sheets, and the name of the sheet for each of its values. */
  readonly sheets: { readonly by: string; readonly names: Readonly<Record<string, string>> };
}

/** A file that grows line by line. Nothing is complete before `finish`. */
export interface LineFile {
  add(lines: Iterable<Line>): Promise<void>;
  finish(): Promise<void>;
}

export const FORMATS = ['csv', 'ndjson', 'parquet', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];
