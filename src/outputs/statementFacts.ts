import type { FinalAccounts } from '../document/schema.js';
import { csvLine } from './csv.js';

/** The columns of the statements of the text, in their order. */
export const STATEMENT_COLUMNS = [
  'document',
  'department',
  'fiscal_year',
  'statement',
  'subject',
  'measure',
  'value',
  'unit',
  'standing',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'reader',
  'sentence',
] as const;

/** One figure of the text with its sentence. */
export type StatementFact = Readonly<Record<(typeof STATEMENT_COLUMNS)[number], string | number | null>>;

/** One fact for each figure of the text, in the order of the text. */
export function* statementFacts(
  document: FinalAccounts,
  options: { readonly verifiedOnly?: boolean } = {},
): Generator<StatementFact> {
  for (const s of document.narrative) {
    if (options.verifiedOnly && s.standing !== 'confirmed') continue;
    yield {
      document: document.source.fileName,
      department: document.document.department,
      fiscal_year: document.document.fiscalYear,
      statement: s.statement,
      subject: s.subject,
      measure: s.measure,
      value: s.value,
      unit: s.unit,
      standing: s.standing,
      page: s.page,
      x0: s.box[0],
      y0: s.box[1],
      x1: s.box[2],
      y1: s.box[3],
      reader: s.reader,
      sentence: s.sentence,
    };
  }
}

/** The statements as CSV (RFC 4180, \n, UTF-8) with a head line. */
export function statementsToCsv(facts: Iterable<StatementFact>): string {
  let out = csvLine(STATEMENT_COLUMNS);
  for (const fact of facts) out += csvLine(STATEMENT_COLUMNS.map((c) => fact[c]));
  return out;
}
