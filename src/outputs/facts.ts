import type { Cell, FinalAccounts, Row, Table } from '../document/schema.js';
import { accountOf, placeOf } from './place.js';

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

/** What a person corrected, in columns of its own: `value` is always what was read. */
export const CORRECTION_COLUMNS = ['corrected_value', 'corrected_by', 'corrected_at', 'corrected_why'] as const;

/** One amount cell, or a table without rows: then only document, table and status are filled. */
export type Fact = Readonly<
  Record<(typeof FACT_COLUMNS)[number], string | number | null> &
    Partial<Record<(typeof CORRECTION_COLUMNS)[number], string | null>>
>;

export interface FactOptions {
  /** Leaves out every figure that is not confirmed, and blank cells that are not. */
  readonly verifiedOnly?: boolean;
  /** Adds the columns of the corrections. */
  readonly corrected?: boolean;
}

/** One fact for each amount cell of the nine tables, blank ones included, in document order. */
export function* factsOf(document: FinalAccounts, options: FactOptions = {}): Generator<Fact> {
  const base = accountOf(document);
  for (const table of document.tables) {
    let any = false;
    for (const row of table.rows) {
      for (const [column, cell] of Object.entries(row.cells)) {
        any = true;
        if (options.verifiedOnly && cell.standing !== 'confirmed') continue;
        yield { ...base, ...cellFact(table, row, column, cell), ...(options.corrected ? correctionFact(cell) : {}) };
      }
    }
    if (!any && !options.verifiedOnly)
      yield { ...EMPTY, document: base.document, table: table.key, table_status: table.status };
  }
}

const EMPTY = Object.fromEntries(FACT_COLUMNS.map((c) => [c, null])) as unknown as Fact;

const correctionFact = ({ correction }: Cell) => ({
  corrected_value: correction?.value ?? null,
  corrected_by: correction?.who ?? null,
  corrected_at: correction?.when ?? null,
  corrected_why: correction?.why ?? null,
});

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
    ...placeOf(cell),
    raw: cell.raw,
  };
}

/** The facts as one JSON object a line. */
export function factsToNdjson(facts: Iterable<object>): string {
  const lines: string[] = [];
  for (const fact of facts) lines.push(`${JSON.stringify(fact)}\n`);
  return lines.join('');
}
