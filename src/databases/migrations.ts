import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { JuesuanError } from '../errors.js';
import { TABLES } from './tables/index.js';
import type { ColumnSpec, ColumnType, DialectName, TableSpec } from './tables/spec.js';
import { VIEWS } from './views/index.js';

const TYPES: Readonly<Record<DialectName, Readonly<Record<ColumnType, string>>>> = {
  sqlite: {
    id: 'integer',
    integer: 'integer',
    bigint: 'integer',
    text: 'text',
    decimal: 'text',
    real: 'real',
    time: 'text',
  },
  postgres: {
    id: 'bigint generated always as identity',
    integer: 'integer',
    bigint: 'bigint',
    text: 'text',
    decimal: 'numeric',
    real: 'double precision',
    time: 'timestamptz',
  },
};

/**
 * The history of the schema, oldest first. Tables and views are data in `tables/` and `views/`; once a version is published,
 * a change of them is a new migration here and never an edit of an old one.
 */
const migrations = (dialect: DialectName): Record<string, Migration> => ({
  '0001_documents': {
    up: async (db: Kysely<unknown>) => {
      for (const table of TABLES) await createTable(db, dialect, table);
      for (const view of VIEWS) await sql.raw(`create view ${view.name} as ${view.select(dialect)}`).execute(db);
      await createComments(db, dialect);
    },
  },
});

/** Brings the schema to the newest version; several processes may do so at a time. */
export async function migrate(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations(dialect) },
    migrationTableName: 'juesuan_migrations',
    migrationLockTableName: 'juesuan_migrations_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (!error) return;
  const message = (error as Error).message;
  throw /corrupted migrations/.test(message)
    ? new JuesuanError('the database was made by a newer juesuan: use that version or a new database', { cause: error })
    : error;
}

async function createTable(db: Kysely<unknown>, dialect: DialectName, table: TableSpec): Promise<void> {
  let create = db.schema.createTable(table.name);
  for (const column of table.columns) {
    create = create.addColumn(column.name, sql.raw(TYPES[dialect][column.type]), (c) => {
      const always = column.nullable ? c : c.notNull();
      return column.name === 'document_id' ? always.references('documents.id') : always;
    });
  }
  create = create.addPrimaryKeyConstraint(`${table.name}_key`, [...table.primaryKey] as never[]);
  for (const columns of table.unique ?? [])
    create = create.addUniqueConstraint(`${table.name}_${columns.join('_')}`, [...columns] as never[]);
  await create.execute();
  for (const { columns, where } of table.indexes ?? []) {
    const name = `${table.name}_by_${where ? 'disputed' : columns.join('_')}`;
    await sql
      .raw(`create index ${name} on ${table.name} (${columns.join(', ')})${where ? ` where ${where}` : ''}`)
      .execute(db);
  }
}

/** What every table, view and column is, in `column_comments` of both databases and, in Postgres, as comments as well. */
async function createComments(db: Kysely<unknown>, dialect: DialectName): Promise<void> {
  await db.schema
    .createTable('column_comments')
    .addColumn('object', 'text', (c) => c.notNull())
    .addColumn('column_name', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('column_comments_key', ['object', 'column_name'])
    .execute();
  const objects = [
    ...TABLES.map((t) => ({ kind: 'table', name: t.name, comment: t.comment, columns: commentsOf(t.columns) })),
    ...VIEWS.map((v) => ({ kind: 'view', name: v.name, comment: v.comment, columns: Object.entries(v.columns) })),
  ];
  for (const { kind, name, comment, columns } of objects) {
    for (const [column, text] of [['', comment], ...columns] as [string, string][]) {
      await sql`insert into column_comments values (${name}, ${column}, ${text})`.execute(db);
      if (dialect === 'postgres') {
        const what = column === '' ? `${kind} ${name}` : `column ${name}.${column}`;
        await sql.raw(`comment on ${what} is '${text.replaceAll("'", "''")}'`).execute(db);
      }
    }
  }
}

const commentsOf = (columns: readonly ColumnSpec[]): [string, string][] => columns.map((c) => [c.name, c.comment]);
