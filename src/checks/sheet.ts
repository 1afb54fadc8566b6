/** One table with its amounts read. */
import type { Row, Table, TableKey } from '../document/schema.js';
import type { Figure } from './figures.js';

export interface Entry {
  /** Counts from 0 in table.rows. */
  readonly index: number;
  readonly row: Row;
  /** The label without numbering and white space. */
  readonly name: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface Sheet {
  readonly key: TableKey;
  readonly table: Table;
  readonly entries: readonly Entry[];
}

/** The title of each table, for messages. */
export const TITLES: Readonly<Record<TableKey, string>> = {
  revenue_expenditure_summary: '收入支出决算总表',
  revenue: '收入决算表',
  expenditure: '支出决算表',
  appropriation_summary: '财政拨款收入支出决算总表',
  general_public_budget: '一般公共预算财政拨款支出决算表',
  general_public_budget_basic: '一般公共预算财政拨款基本支出决算表',
  three_public: '财政拨款“三公”经费支出决算表',
  government_fund: '政府性基金预算财政拨款收入支出决算表',
  state_capital: '国有资本经营预算财政拨款支出决算表',
};

export const figureOf = (entry: Entry | null | undefined, column: string): Figure | undefined =>
  entry?.figures.get(column);

/** The figures of one column, rows without such a cell left out. */
export const figuresOf = (entries: readonly Entry[], column: string): readonly Figure[] =>
  entries.flatMap((entry) => entry.figures.get(column) ?? []);

export const hasFigure = (entry: Entry, columns: readonly string[]): boolean =>
  columns.some((column) => (entry.figures.get(column)?.printed ?? null) !== null);

/** The amount columns that a table has: those of its header, or else those of its cells. */
export const columnsOf = ({ table }: Sheet): readonly string[] => {
  const keys = new Set(table.columns.map(({ key }) => key));
  for (const row of table.rows) for (const key of Object.keys(row.cells)) keys.add(key);
  return [...keys];
};

/** Why a table cannot be used at all, or null. An empty table can: it says that there is no such money. */
export function unusable({ key, table }: Sheet): string | null {
  if (table.status === 'absent') return `${TITLES[key]} is not in the document`;
  if (table.status === 'missing') return `${TITLES[key]} is announced but missing`;
  return null;
}

/** Why rows of a table may be lost, or null. */
export const lostRows = ({ key, table }: Sheet): string | null =>
  table.status === 'partial' ? `rows of ${TITLES[key]} are lost` : null;
