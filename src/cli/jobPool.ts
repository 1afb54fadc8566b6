import type { ConvertOptions } from '../convert.js';
import { DEFAULT_LIMITS } from '../source/limits.js';
import { collectAlone } from '../workers/collector.js';
import { Pool } from '../workers/pool.js';
import type { Job, JobResult } from './job.js';
import { pictureProgress } from './progress.js';

/**
 * What the heap of a thread may take of the memory of a document. One that reads a single document: all. One of many: less, since V8 lets garbage
 * lie by what a heap may become. And where a document that does not fit is tried again by itself, as little as nearly all are content with.
 */
const HEAP = { single: 1, many: 0.75, retried: 0.25 };

/**
 * Threads that run jobs within the bounds of the options; a job that ended its thread is tried again if `retry`. `lasting`: each of them is to
 * read many documents.
 */
export function openPool(options: ConvertOptions, size: number, retry: boolean, lasting = true): Pool<Job, JobResult> {
  const bounds = { ...DEFAULT_LIMITS, ...options.limits };
  collectAlone(size);
  // A file that may be read a second time stays here.
  const given = ({ bytes }: Job): ArrayBuffer[] =>
    !retry && bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
  return new Pool<Job, JobResult>({
    entry: new URL('./jobWorker.js', import.meta.url),
    size,
    bounds,
    retry,
    given,
    heap: lasting ? HEAP[retry ? 'retried' : 'many'] : HEAP.single,
  });
}

/** Runs one job in a thread of its own, once. Errors: `ExtractError`. */
export async function runOne(job: Job): Promise<JobResult> {
  const pool = openPool(job.options, 1, false, false);
  try {
    return await pool.run(async () => job, pictureProgress());
  } finally {
    await pool.close();
  }
}
