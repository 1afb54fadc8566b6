/** A column as data: both databases, the comments and the docs are made from it. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  /** Blank cells and fields that a form does not print are null; everything else is never null. */
  readonly nullable?: true;
  readonly comment: string;
}

/** `decimal` is exact: NUMERIC in Postgres, the same digits as TEXT in SQLite, which has no decimal type. */
export type ColumnType = 'id' | 'integer' | 'bigint' | 'text' | 'decimal' | 'real' | 'time';

export interface TableSpec {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly ColumnSpec[];
  readonly primaryKey: readonly string[];
  readonly unique?: readonly (readonly string[])[];
  readonly indexes?: readonly { readonly columns: readonly string[]; readonly where?: string }[];
}

export interface ViewSpec {
  readonly name: string;
  readonly comment: string;
  /** In the order of its columns. */
  readonly columns: Readonly<Record<string, string>>;
  readonly select: (dialect: DialectName) => string;
}

export type DialectName = 'sqlite' | 'postgres';

const column = (name: string, type: ColumnType, comment: string, nullable?: true): ColumnSpec =>
  nullable ? { name, type, comment, nullable } : { name, type, comment };

export const text = (name: string, comment: string): ColumnSpec => column(name, 'text', comment);
export const integer = (name: string, comment: string): ColumnSpec => column(name, 'integer', comment);
export const maybe = (spec: ColumnSpec): ColumnSpec => ({ ...spec, nullable: true });
export const typed = (name: string, type: ColumnType, comment: string): ColumnSpec => column(name, type, comment);

/** Every table but `documents` starts with it. */
export const documentId = typed('document_id', 'bigint', 'documents.id');

/** Where it is printed: page from 1, box in points from the top left of the page as displayed. */
export const place = (of: string): ColumnSpec[] => [
  integer('page', `The page of ${of}, from 1`),
  typed('x0', 'real', 'Left edge in points, from the left of the page as displayed'),
  typed('y0', 'real', 'Top edge in points, from the top of the page as displayed'),
  typed('x1', 'real', 'Right edge in points'),
  typed('y1', 'real', 'Bottom edge in points'),
];

export const standing = text('standing', 'confirmed, unconfirmed or disputed');
export const reader = text('reader', 'Who read it: pdfium, pdfjs, ppocr, tesseract, text, or two that were compared');
export const why = text('why', 'The reasons for the standing: a JSON list of sentences');
