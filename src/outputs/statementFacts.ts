import type { FinalAccounts } from '../document/schema.js';
import { accountOf, placeOf } from './place.js';

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
  const base = accountOf(document);
  for (const s of document.narrative) {
    if (options.verifiedOnly && s.standing !== 'confirmed') continue;
    yield {
      ...base,
      statement: s.statement,
      subject: s.subject,
      measure: s.measure,
      value: s.value,
      unit: s.unit,
      standing: s.standing,
      ...placeOf(s),
      sentence: s.sentence,
    };
  }
}
