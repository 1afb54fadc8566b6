import { sql } from 'kysely';
import type { Store } from '../../src/databases/openStore.js';
import { TABLES } from '../../src/databases/tables/index.js';
import { VIEWS } from '../../src/databases/views/index.js';

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? value.toString() : value;
};

export async function rowsOf(store: Store, query: string): Promise<Record<string, unknown>[]> {
  const { rows } = await sql.raw<Record<string, unknown>>(query).execute(store.db);
  return rows.map((r) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, plain(v)])));
}

/** Everything that a database says, in an order that does not depend on it. */
export async function dump(store: Store): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const { name } of [...TABLES, ...VIEWS, { name: 'column_comments' }]) {
    const lines = (await rowsOf(store, `select * from ${name}`)).map((r) => JSON.stringify(r));
    all[name] = lines.sort();
  }
  return all;
}

/** Without the numbers of documents and the times, which depend on the order of loading. */
export async function content(store: Store): Promise<string[]> {
  const all: string[] = [];
  for (const { name, columns } of TABLES) {
    const kept = columns.map((c) => c.name).filter((c) => !['id', 'document_id', 'loaded_at', 'revision'].includes(c));
    const from = columns.some((c) => c.name === 'document_id')
      ? `${name} t join documents d on d.id = t.document_id`
      : `${name} t`;
    const list = kept.map((c) => `t.${c}`).join(', ');
    const sha = from.includes('join') ? 'd.sha256' : 't.sha256';
    for (const row of await rowsOf(store, `select ${sha} as whose, ${list} from ${from}`))
      all.push(`${name} ${JSON.stringify(row)}`);
  }
  return all.sort();
}
