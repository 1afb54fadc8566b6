import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely';
import { UsageError } from '../../errors.js';

/** How long a writer waits for another process that writes, in milliseconds. */
const BUSY = 60_000;

/** A transaction takes the write lock at its start: two loaders queue up instead of failing in the middle. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite makes tables within a transaction, so a migration that ends half-way leaves nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class FileDialect extends SqliteDialect {
  constructor(private readonly config: SqliteDialectConfig) {
    super(config);
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.config);
  }
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter();
  }
}

type Engine = SqliteDialectConfig['database'] & Extract<SqliteDialectConfig['database'], { prepare: unknown }>;

/** Statements that are kept: there are a few dozen, and none holds a value in its text. */
const MOST = 200;

/**
 * The engine frees a statement, and what was bound to it (the rows of whole documents), when V8 comes to collect it, which knows
 * nothing of their size: a long load would swell. Each statement is prepared once.
 */
function withStatements(engine: Engine): Engine {
  const prepared = new Map<string, ReturnType<Engine['prepare']>>();
  return {
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      if (prepared.size >= MOST) prepared.clear();
      const made = engine.prepare(sql);
      prepared.set(sql, made);
      return made;
    },
    close: () => {
      prepared.clear();
      engine.close();
    },
  };
}

/**
 * A plain SQLite file with a rollback journal: one file that any SQLite reads, whole after a crash. Errors: usage where the
 * engine is not installed or the file is none.
 */
export async function sqliteDialect(file: string): Promise<SqliteDialect> {
  const { default: Database } = await import('libsql').catch((cause: unknown) => {
    throw new UsageError('sqlite: needs the package libsql, which is not installed here: npm install libsql@0.5.29', {
      cause,
    });
  });
  try {
    const database = new Database(file, { timeout: BUSY });
    database.exec('pragma foreign_keys = on; pragma synchronous = full');
    database.prepare('select count(*) from sqlite_master').all([]);
    return new FileDialect({ database: withStatements(database as unknown as Engine) });
  } catch (cause) {
    throw new UsageError(
      `sqlite:${file}: expected a SQLite file that can be opened, found: ${(cause as Error).message}`,
      {
        cause,
      },
    );
  }
}
