import { TASK } from './job.js';
import { makeReady, type Queue } from './openQueue.js';

export interface QueueStatus {
  readonly waiting: number;
  readonly running: number;
  /** Failed before and waiting to be tried again. */
  readonly retrying: number;
  readonly parked: number;
  readonly workers: readonly {
    readonly host: string;
    readonly pid: number;
    readonly concurrency: number;
    readonly done: number;
    readonly failed: number;
    /** Seconds since it was seen. */
    readonly silent: number;
  }[];
  /** The jobs that are parked, the last ones first, at most a hundred. */
  readonly errors: readonly { readonly key: string; readonly address: string; readonly error: string }[];
}

export async function queueStatus({ pool }: Queue): Promise<QueueStatus> {
  const { rows } = await pool.query(
    `select
       count(*) filter (where locked_at is null and attempts = 0)::integer as waiting,
       count(*) filter (where locked_at is not null)::integer as running,
       count(*) filter (where locked_at is null and attempts > 0 and attempts < max_attempts)::integer as retrying,
       count(*) filter (where locked_at is null and attempts >= max_attempts)::integer as parked
     from graphile_worker.jobs where task_identifier = $1`,
    [TASK],
  );
  const workers = await pool.query(
    `select host, pid, concurrency, done, failed, extract(epoch from now() - seen_at)::integer as silent
     from juesuan_workers order by host, pid`,
  );
  const errors = await pool.query(
    `select coalesce(j.key, '') as key, p.payload->>'address' as address, coalesce(j.last_error, '') as error
     from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
     where j.task_identifier = $1 and j.locked_at is null and j.attempts >= j.max_attempts
     order by j.updated_at desc, j.id desc limit 100`,
    [TASK],
  );
  return { ...rows[0], workers: workers.rows, errors: errors.rows };
}

/** Takes the parked jobs up again, from their first attempt. Gives how many. */
export async function retryParked(queue: Queue): Promise<number> {
  const { rows } = await queue.pool.query<{ id: string }>(
    `select id from graphile_worker.jobs
     where task_identifier = $1 and locked_at is null and attempts >= max_attempts`,
    [TASK],
  );
  return makeReady(
    queue,
    rows.map((r) => r.id),
    0,
  );
}

/** Whether nothing is left that a worker could do, now or later. */
export async function isDrained({ pool }: Queue): Promise<boolean> {
  const { rows } = await pool.query(
    `select 1 from graphile_worker.jobs
     where task_identifier = $1 and (locked_at is not null or attempts < max_attempts) limit 1`,
    [TASK],
  );
  return rows.length === 0;
}
