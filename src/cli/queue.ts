import type { QueueStatus } from '../queue/status.js';
import { DEFAULT_LIMITS } from '../source/limits.js';
import { VERSION } from '../version.js';
import { convertOptions, type ReadingFlags } from './commands.js';
import { EXIT } from './exit.js';
import { inputFiles } from './inputFiles.js';
import { openPool } from './jobPool.js';
import { needs } from './optional.js';

export interface QueueFlags {
  readonly queue: string;
}

export interface ReachFlags extends QueueFlags {
  readonly root: string;
  readonly allowHost?: readonly string[];
}

export interface WorkerFlags extends ReachFlags, ReadingFlags {
  readonly db?: string;
  readonly out?: string;
  readonly concurrency: number;
  readonly grace: number;
  readonly deadAfter: number;
  readonly drain?: boolean;
}

const missing = needs('--queue', 'graphile-worker@0.17.3', 'kysely@0.28.18', 'pg@8.23.1');

const withQueue = async <T>(
  url: string,
  use: (queue: import('../queue/openQueue.js').Queue) => Promise<T>,
): Promise<T> => {
  const { openQueue } = await import('../queue/openQueue.js').catch(missing);
  const queue = await openQueue(url);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
};

/** `juesuan enqueue` */
export async function enqueue(
  inputs: readonly string[],
  flags: ReachFlags & { readonly maxAttempts: number },
): Promise<number> {
  const { isRemote } = await import('../queue/addresses/fetchBytes.js');
  const files = await inputFiles(
    inputs.filter((input) => !isRemote(input)),
    ['.pdf'],
  );
  const all = [...files, ...inputs.filter(isRemote)];
  const counts = await withQueue(flags.queue, async (queue) =>
    (await import('../queue/enqueue.js')).enqueue(queue, all, {
      root: flags.root,
      allowHosts: flags.allowHost ?? [],
      maxAttempts: flags.maxAttempts,
    }),
  );
  process.stderr.write(`enqueued: ${counts.added} added, ${counts.known} in the queue already\n`);
  return EXIT.done;
}

/** `juesuan worker`: until SIGTERM or SIGINT, or with --drain until nothing is left. */
export async function worker(flags: WorkerFlags): Promise<number> {
  const allowHosts = flags.allowHost ?? [];
  const { startWorker } = await import('../queue/runWorker.js').catch(missing);
  const { openStore } = await import('../databases/openStore.js');
  const { openSink } = await import('../queue/sink.js');
  const sink = flags.out === undefined ? null : await openSink(flags.out, allowHosts);
  const store = await openStore(flags.db ?? flags.queue);
  const options = convertOptions(flags);
  const pool = openPool(options, flags.concurrency, false);
  const running = await startWorker({
    url: flags.queue,
    concurrency: flags.concurrency,
    deadAfter: flags.deadAfter,
    grace: flags.grace,
    drain: flags.drain === true,
    version: VERSION,
    say: (line) => process.stderr.write(`juesuan: ${line}\n`),
    work: {
      store,
      sink,
      reach: { root: flags.root, allowHosts, maxBytes: options.limits?.maxBytes ?? DEFAULT_LIMITS.maxBytes },
      extract: async (bytes, fileName) => {
        const job = { bytes, fileName, options, output: { as: 'json' } } as const;
        return new TextDecoder().decode((await pool.run(async () => job)).text);
      },
      version: VERSION,
      secondReading: flags.secondReading,
    },
  });
  const stop = (): void => running.stop();
  process.once('SIGTERM', stop).once('SIGINT', stop);
  const { handedBack } = await running.ended;
  await pool.close();
  await store.close();
  // The thread of a job that was handed back would keep the process alive for nothing.
  if (handedBack) process.exit(EXIT.done);
  return EXIT.done;
}

/** `juesuan queue status` */
export async function status(flags: QueueFlags & { readonly json?: boolean }): Promise<number> {
  const found = await withQueue(flags.queue, async (queue) => (await import('../queue/status.js')).queueStatus(queue));
  process.stdout.write(flags.json ? `${JSON.stringify(found, null, 2)}\n` : statusText(found));
  return EXIT.done;
}

/** `juesuan queue retry` */
export async function retry(flags: QueueFlags): Promise<number> {
  const taken = await withQueue(flags.queue, async (queue) => (await import('../queue/status.js')).retryParked(queue));
  process.stderr.write(`taken up again: ${taken}\n`);
  return EXIT.done;
}

function statusText(status: QueueStatus): string {
  const lines = [
    `jobs: ${status.waiting} waiting, ${status.running} running, ${status.retrying} to be tried again, ${status.parked} parked`,
    `workers: ${status.workers.length}`,
    ...status.workers.map(
      (w) =>
        `  ${w.host} ${w.pid}  ${w.concurrency} at a time, ${w.done} done, ${w.failed} failed, seen ${w.silent} s ago`,
    ),
    ...(status.errors.length > 0 ? ['parked:'] : []),
    ...status.errors.map((e) => `  ${e.address}  ${e.error}`),
  ];
  return `${lines.join('\n')}\n`;
}
