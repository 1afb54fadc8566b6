import { Kysely } from 'kysely';
import type { FinalAccounts } from '../document/schema.js';
import { type DatabaseAddress, parseAddress } from './address.js';
import { compareVersions, type LoadOutcome, type LoadTables, loadDocument } from './load.js';
import { migrate } from './migrations.js';
import { withReconnect } from './reconnect.js';

/** A database that documents are loaded into. */
export interface Store {
  readonly dialect: DatabaseAddress['dialect'];
  /** For queries of one's own. */
  readonly db: Kysely<LoadTables>;
  /**
   * Writes a document whole or not at all; waits for a server that is restarted. `reviewed`: the corrections in the database become
   * those that the document carries, none where it carries none; otherwise a document without any leaves them.
   */
  load(document: FinalAccounts, options?: { readonly reviewed?: boolean }): Promise<LoadOutcome>;
  /** Whether these bytes are loaded as a newer juesuan reads them, or as this one does with the same second reading. */
  has(sha256: string, version: string, secondReading: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Says when rows are written; the present unless a test says otherwise. */
  readonly clock?: () => Date;
}

/** Opens `sqlite:FILE` or `postgres://…` and brings its schema to the newest version. Errors: usage. */
export async function openStore(address: string, { clock = () => new Date() }: StoreOptions = {}): Promise<Store> {
  const { dialect, target } = parseAddress(address);
  const db = new Kysely<LoadTables>({
    dialect:
      dialect === 'sqlite'
        ? await (await import('./dialects/sqlite.js')).sqliteDialect(target)
        : await (await import('./dialects/postgres.js')).postgresDialect(target),
  });
  try {
    await withReconnect(() => migrate(db as unknown as Kysely<unknown>, dialect));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    dialect,
    db,
    load: (document, { reviewed = false } = {}) =>
      withReconnect(() => loadDocument(db, dialect, document, clock(), reviewed)),
    has: async (sha256, version, secondReading) => {
      const found = await withReconnect(() =>
        db
          .selectFrom('documents')
          .select(['extractor_version', 'second_reading'])
          .where('sha256', '=', sha256)
          .executeTakeFirst(),
      );
      if (!found) return false;
      const order = compareVersions(found.extractor_version, version);
      return order > 0 || (order === 0 && found.second_reading === secondReading);
    },
    close: () => db.destroy(),
  };
}
