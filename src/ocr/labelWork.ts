import type { Row } from '../document/schema.js';

/** What settling the labels of one table gathers. */
export interface Work {
  readonly isPicture: (page: number) => boolean;
  /** The rows of the other tables as they were read. */
  readonly others: readonly Row[];
  readonly changed: Changed[];
  readonly doubtful: Row[];
}

/** A label as it was read, and what it became. */
export interface Changed {
  readonly row: Row;
  readonly read: string;
  readonly taken: string;
}

/** The row under its true name; the change is noted. */
export function renamed(row: Row, name: string, changed: Changed[]): Row {
  changed.push({ row, read: row.name, taken: name });
  return { ...row, name };
}

/** The row with its figures in doubt; it is noted. */
export function inDoubt(row: Row, doubtful: Row[], why: string): Row {
  const filled = Object.entries(row.cells).filter(([, c]) => c.raw !== '');
  if (filled.length === 0) return row;
  doubtful.push(row);
  const cells = filled.map(([key, c]) => [key, { ...c, why: [...c.why, why] }]);
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
}
