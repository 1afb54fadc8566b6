import type { Kysely } from 'kysely';
import type { FinalAccounts } from '../document/schema.js';
import { figuresOf } from '../document/sheets.js';
import type { LoadTables } from './load.js';

/** A row of the table, but for its number and that of its document. */
export interface CorrectionRow {
  readonly cell: string;
  readonly old_value: string | null;
  readonly new_value: string | null;
  readonly corrected_by: string;
  readonly corrected_at: string;
  readonly reason: string;
}

/** The corrections that a document carries, in document order. */
export function correctionsOf(document: FinalAccounts): CorrectionRow[] {
  const rows: CorrectionRow[] = [];
  for (const { figure } of figuresOf(document)) {
    const { correction } = figure.of;
    if (correction === undefined) continue;
    rows.push({
      cell: figure.id,
      old_value: correction.printed,
      new_value: correction.value,
      corrected_by: correction.who,
      corrected_at: new Date(correction.when).toISOString(),
      reason: correction.why,
    });
  }
  return rows;
}

/** Makes the rows of a document those that it carries. Gives whether anything changed. */
export async function putCorrections(
  trx: Kysely<LoadTables>,
  id: number,
  rows: readonly CorrectionRow[],
): Promise<boolean> {
  const stand = await trx
    .selectFrom('corrections')
    .select(['cell', 'old_value', 'new_value', 'corrected_by', 'corrected_at', 'reason'])
    .where('document_id', '=', id)
    .orderBy('id')
    .execute();
  const same = (row: CorrectionRow, i: number): boolean => keyOf(row) === keyOf(stand[i]!);
  if (rows.length === stand.length && rows.every(same)) return false;
  await trx.deleteFrom('corrections').where('document_id', '=', id).execute();
  if (rows.length > 0)
    await trx
      .insertInto('corrections')
      .values(rows.map((row) => ({ document_id: id, ...row })) as never)
      .execute();
  return true;
}

/** Postgres gives times as dates, SQLite as the text that was written. */
const keyOf = (row: Omit<CorrectionRow, 'corrected_at'> & { readonly corrected_at: string | Date }): string =>
  JSON.stringify([
    row.cell,
    row.old_value,
    row.new_value,
    row.corrected_by,
    new Date(row.corrected_at).toISOString(),
    row.reason,
  ]);
