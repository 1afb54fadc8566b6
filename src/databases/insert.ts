import { type Kysely, sql } from 'kysely';
import type { RowValues } from './rows.js';
import type { ColumnType, DialectName, TableSpec } from './tables/spec.js';

/** Rows in one statement. */
const AT_ONCE = 5_000;
const CASTS: Readonly<Record<ColumnType, string>> = {
  id: 'bigint',
  integer: 'integer',
  bigint: 'bigint',
  text: 'text',
  decimal: 'numeric',
  real: 'double precision',
  time: 'timestamptz',
};

/** Rows as the JSON lists that both databases take apart, at most so many a list. */
export function rowsToJson(rows: readonly RowValues[]): string[] {
  const lists: string[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    lists.push(storable(JSON.stringify(rows.slice(from, from + AT_ONCE))));
  return lists;
}

/** Writes the rows of a document into a table. One statement takes thousands: the database takes the list apart. */
export async function insertRows(
  db: Kysely<unknown>,
  dialect: DialectName,
  table: TableSpec,
  documentId: number,
  list: string,
): Promise<void> {
  const columns = table.columns.slice(1);
  const names = columns.map((c) => c.name).join(', ');
  const values = columns
    .map((c, i) => (dialect === 'postgres' ? `(v->>${i})::${CASTS[c.type]}` : `v->>${i}`))
    .join(', ');
  const from =
    dialect === 'postgres'
      ? sql`jsonb_array_elements(${list}::jsonb) as rows(v)`
      : sql`(select value as v from json_each(${list}))`;
  await sql`insert into ${sql.raw(table.name)} (document_id, ${sql.raw(names)})
    select ${documentId}${sql.raw(dialect === 'postgres' ? '::bigint' : '')}, ${sql.raw(values)} from ${from}`.execute(
    db,
  );
}

/** U+0000 and halves of surrogate pairs, which Postgres cannot hold, become U+FFFD in both databases. */
const storable = (json: string): string =>
  json.replace(/\\u(0000|d[89a-f][0-9a-f]{2})/g, (found, _hex, at: number) => {
    let slashes = 0;
    while (json[at - 1 - slashes] === '\\') slashes++;
    return slashes % 2 === 0 ? '\ufffd' : found;
  });
