import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, isAbsolute, relative } from 'node:path';
import { UsageError } from '../errors.js';
import { isRemote } from './addresses/fetchBytes.js';
import { type AllowedHosts, requireAllowed } from './addresses/hosts.js';
import { S3 } from './addresses/s3.js';
import { type Payload, TASK } from './job.js';
import type { Queue } from './openQueue.js';

/** Jobs in one statement. */
const AT_ONCE = 500;

export interface EnqueueOptions {
  readonly root: string;
  readonly allowHosts: AllowedHosts;
  readonly maxAttempts: number;
}

interface Entry {
  readonly key: string;
  readonly payload: Payload;
}

export interface Enqueued {
  readonly added: number;
  /** Waiting, running or parked already, or named twice. */
  readonly known: number;
}

/** Puts documents in the queue, each once. Errors: usage. */
export async function enqueue(queue: Queue, inputs: readonly string[], options: EnqueueOptions): Promise<Enqueued> {
  const counts = { added: 0, known: 0 };
  let waiting: Entry[] = [];
  const flush = async (): Promise<void> => {
    const added = await addJobs(queue, waiting, options.maxAttempts);
    counts.added += added;
    counts.known += waiting.length - added;
    waiting = [];
  };
  for await (const entry of entriesOf(inputs, options)) {
    waiting.push(entry);
    if (waiting.length === AT_ONCE) await flush();
  }
  await flush();
  return counts;
}

async function* entriesOf(inputs: readonly string[], options: EnqueueOptions): AsyncGenerator<Entry> {
  const root = await realpath(options.root);
  let s3: S3 | undefined;
  for (const input of inputs) {
    if (input.startsWith('s3://')) {
      s3 ??= await S3.open(options.allowHosts);
      if (!input.endsWith('/')) yield remote(input, '');
      else for await (const object of s3.list(input)) yield remote(object.address, object.etag);
    } else if (isRemote(input)) {
      requireAllowed(new URL(input), options.allowHosts);
      yield remote(input, '');
    } else {
      const path = await realpath(input);
      const address = relative(root, path);
      if (address.startsWith('..') || isAbsolute(address))
        throw new UsageError(`${input}: expected a file below ${root} (--root)`);
      const sha256 = hashOf(await readFile(path));
      yield { key: sha256, payload: { address, fileName: basename(path), sha256 } };
    }
  }
}

const remote = (address: string, etag: string): Entry => ({
  key: hashOf(`${address}\n${etag}`),
  payload: { address, fileName: decodeURIComponent(basename(address.replace(/[?#].*$/s, ''))), sha256: null },
});

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');

/** Adds the jobs whose keys are not there yet and gives how many that were. */
async function addJobs({ pool }: Queue, entries: readonly Entry[], maxAttempts: number): Promise<number> {
  if (entries.length === 0) return 0;
  const { rows } = await pool.query<{ added: number }>(
    `select count(*)::integer as added
     from json_to_recordset($1::json) as e(key text, payload json)
     cross join lateral graphile_worker.add_job($2, e.payload, max_attempts := $3, job_key := e.key, job_key_mode := 'unsafe_dedupe') as j
     where j.revision = 0`,
    [JSON.stringify(entries), TASK, maxAttempts],
  );
  return rows[0]!.added;
}
