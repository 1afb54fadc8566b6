import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import { openPool } from '../databases/dialects/postgres.js';
import { UsageError } from '../errors.js';

export interface Queue {
  readonly pool: Pool;
  readonly utils: WorkerUtils;
  close(): Promise<void>;
}

/** graphile-worker says a lot; what matters comes as events. */
export const silent = new Logger(() => () => {});

/** Opens the queue in a Postgres and brings its tables to the newest version. Errors: usage. */
export async function openQueue(url: string, connections = 4): Promise<Queue> {
  if (!/^postgres(ql)?:\/\//.test(url)) throw new UsageError('--queue: expected postgres://…');
  const pool = await openPool(url, { max: connections, types: undefined });
  const utils = await makeWorkerUtils({ pgPool: pool, logger: silent, events: new EventEmitter() });
  await utils.migrate();
  await createWorkers(pool);
  return {
    pool,
    utils,
    close: async () => {
      await utils.release();
      await pool.end();
    },
  };
}

/** The workers that are alive, in the same database as the jobs: several may create the table at a time. */
async function createWorkers(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`
      begin;
      select pg_advisory_xact_lock(hashtext('juesuan_workers'));
      create table if not exists juesuan_workers (
        pool_id text primary key,
        host text not null,
        pid integer not null,
        version text not null,
        concurrency integer not null,
        started_at timestamptz not null default now(),
        seen_at timestamptz not null default now(),
        done integer not null default 0,
        failed integer not null default 0
      );
      comment on table juesuan_workers is 'Workers and when they were last seen: the jobs of one that is not seen any more go to others';
      commit`);
  } finally {
    client.release();
  }
}

/** Makes jobs that nobody has in hand ready now, as if they had been tried so many times. Gives how many. */
export async function makeReady({ pool }: Queue, ids: readonly string[], attempts: number): Promise<number> {
  const { rowCount } = await pool.query(
    'select from graphile_worker.reschedule_jobs($1::bigint[], run_at := now(), attempts := $2::integer)',
    [ids, attempts],
  );
  return rowCount ?? 0;
}
