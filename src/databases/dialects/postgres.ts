import { PostgresDialect } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import { UsageError } from '../../errors.js';
import { withoutPassword } from '../address.js';

const INT8 = 20;

/** Whole numbers as numbers while they are exact, beyond that as bigint; NUMERIC stays text. */
export const wholeNumber = (text: string): number | bigint =>
  Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text);

/** A pool of connections that has reached its server once. Errors: usage. */
export async function openPool(url: string, options: PoolConfig = {}): Promise<Pool> {
  const { default: pg } = await import('pg').catch((cause: unknown) => {
    throw new UsageError('postgres:// needs the package pg, which is not installed here: npm install pg@8.23.1', {
      cause,
    });
  });
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'juesuan',
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: ((oid: number, format?: 'text') =>
        oid === INT8 ? wholeNumber : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
    ...options,
  });
  // A server that stops ends its connections, idle or not: the query in hand, or the next one, says what is wrong.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await pool.query('select 1');
    return pool;
  } catch (cause) {
    await pool.end();
    throw new UsageError(
      `${withoutPassword(url)}: expected a Postgres that can be reached, found: ${messageOf(cause)}`,
      { cause },
    );
  }
}

/** Node gives an error without words where it tried several addresses of a host. */
const messageOf = (error: unknown): string => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
};

export async function postgresDialect(url: string): Promise<PostgresDialect> {
  return new PostgresDialect({ pool: await openPool(url) });
}
