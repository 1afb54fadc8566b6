import type { Cell, FinalAccounts, Row, Table } from '../document/schema.js';
import { csvLine } from './csv.js';

/** The columns of the facts, in their order. */
export const FACT_COLUMNS = [
  'document',
  'department',
  'fiscal_year',
  'table',
  'table_status',
  'section',
  'line_no',
  'code',
  'printed_code',
  'name',
  'column',
  'value',
  'unit',
  'standing',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'reader',
  'raw',
] as const;

/** One amount cell, or a table without rows: then only document, table and status are filled. */
export type Fact = Readonly<Record<(typeof FACT_COLUMNS)[number], string | number | null>>;

export interface FactOptions {
  /** Leaves out every figure that is not confirmed, and blank cells that are not. */
  readonly verifiedOnly?: boolean;
}

/** One fact for each amount cell of the nine tables, blank ones included, in document order. */
export function* factsOf(document: FinalAccounts, options: FactOptions = {}): Generator<Fact> {
  const base = {
    document: document.source.fileName,
    department: document.document.department,
    fiscal_year: document.document.fiscalYear,
  };
  for (const table of document.tables) {
    let any = false;
    for (const row of table.rows) {
      for (const [column, cell] of Object.entries(row.cells)) {
        any = true;
        if (options.verifiedOnly && cell.standing !== 'confirmed') continue;
        yield { ...base, ...cellFact(table, row, column, cell) };
      }
    }
    if (!any && !options.verifiedOnly)
      yield { ...EMPTY, document: base.document, table: table.key, table_status: table.status };
  }
}

const EMPTY = Object.fromEntries(FACT_COLUMNS.map((c) => [c, null])) as unknown as Fact;

function cellFact(
  table: Table,
  row: Row,
  column: string,
  cell: Cell,
): Omit<Fact, 'document' | 'department' | 'fiscal_year'> {
  return {
    table: table.key,
    table_status: table.status,
    section: row.section,
    line_no: row.lineNo,
    code: row.code,
    printed_code: row.printedCode,
    name: row.name,
    column,
    value: cell.value,
    unit: table.unit,
    standing: cell.standing,
    page: cell.page,
    x0: cell.box[0],
    y0: cell.box[1],
    x1: cell.box[2],
    y1: cell.box[3],
    reader: cell.reader,
    raw: cell.raw,
  };
}

/** The facts as CSV with a head line. */
export function factsToCsv(facts: Iterable<Fact>): string {
  const lines = [csvLine(FACT_COLUMNS)];
  for (const fact of facts) lines.push(csvLine(FACT_COLUMNS.map((c) => fact[c])));
  return lines.join('');
}

/** The facts as one JSON object a line. */
export function factsToNdjson(facts: Iterable<object>): string {
  const lines: string[] = [];
  for (const fact of facts) lines.push(`${JSON.stringify(fact)}\n`);
  return lines.join('');
}
