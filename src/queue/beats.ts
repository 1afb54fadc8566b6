import { hostname } from 'node:os';
import type { Queue } from './openQueue.js';

export interface Beating {
  readonly version: string;
  readonly concurrency: number;
  /** A worker that was not seen for so many seconds is taken for dead. */
  readonly deadAfter: number;
}

/** What a worker says of itself while it is alive; it also looks after the jobs of those that are not. */
export class Beats {
  done = 0;
  failed = 0;
  /** Since when every beat has arrived, in milliseconds: after an outage all workers look dead for a while. */
  private steady: number | null = null;

  constructor(
    private readonly queue: Queue,
    private readonly options: Beating,
  ) {}

  /** Says that the pool of this id is alive, and frees the jobs of the dead. Never throws: the next beat tries again. */
  async beat(poolId: string | null): Promise<void> {
    try {
      if (poolId !== null) await this.say(poolId);
      const now = performance.now();
      this.steady ??= now;
      if (now - this.steady >= this.options.deadAfter * 1000) await this.freeJobsOfTheDead();
    } catch {
      this.steady = null;
    }
  }

  /** Gives up the jobs of a pool that ended, and its place among the workers. */
  async end(poolId: string): Promise<void> {
    await this.queue.utils.forceUnlockWorkers([poolId]);
    await this.queue.pool.query('delete from juesuan_workers where pool_id = $1', [poolId]);
  }

  private async say(poolId: string): Promise<void> {
    await this.queue.pool.query(
      `insert into juesuan_workers (pool_id, host, pid, version, concurrency, done, failed)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (pool_id) do update set seen_at = now(), done = excluded.done, failed = excluded.failed`,
      [poolId, hostname(), process.pid, this.options.version, this.options.concurrency, this.done, this.failed],
    );
  }

  /** The clock is the database's: the machines need not agree. */
  private async freeJobsOfTheDead(): Promise<void> {
    const { pool, utils } = this.queue;
    const dead = await pool.query<{ id: string; locked_by: string; last: boolean }>(
      `select j.id, j.locked_by, j.attempts >= j.max_attempts as last
       from graphile_worker.jobs j left join juesuan_workers w on w.pool_id = j.locked_by
       where j.locked_at is not null
         and greatest(j.locked_at, coalesce(w.seen_at, j.locked_at)) < now() - $1 * interval '1 second'`,
      [this.options.deadAfter],
    );
    if (dead.rows.length > 0) {
      await utils.forceUnlockWorkers([...new Set(dead.rows.map((r) => r.locked_by))]);
      const spent = dead.rows.filter((r) => r.last).map((r) => r.id);
      if (spent.length > 0)
        await utils.permanentlyFailJobs(
          spent,
          'every worker that took it died: expected one that finishes, found none',
        );
    }
    await pool.query(`delete from juesuan_workers where seen_at < now() - $1 * interval '20 seconds'`, [
      this.options.deadAfter,
    ]);
  }
}
