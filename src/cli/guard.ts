import { Worker } from 'node:worker_threads';
import { type ErrorCode, ExtractError } from '../errors.js';
import { DEFAULT_LIMITS } from '../source/limits.js';
import type { Job, JobResult } from './job.js';

export type GuardAnswer =
  | { readonly pictures: { readonly done: number; readonly of: number } }
  | { readonly result: JobResult }
  | { readonly error: { readonly code: ErrorCode; readonly expected: string; readonly found: string } }
  | { readonly crash: string };

/** How often the memory of the process is looked at, in milliseconds. */
const WATCH = 100;

/** Told of every page that is read from its picture. */
export type OnPicture = (done: number, of: number) => void;

/**
 * Runs a job in a thread of its own, so that a file that loops or swells is ended: after `maxSeconds`, or when the process
 * holds more than `maxMemory` MiB, the thread is stopped and the file refused with LIMIT. Pages that are read from their pictures
 * take longer and add to the time. Errors: `ExtractError`.
 */
export async function runGuarded(job: Job, onPicture?: OnPicture): Promise<JobResult> {
  const limits = { ...DEFAULT_LIMITS, ...job.options.limits };
  const worker = new Worker(new URL('./guardWorker.js', import.meta.url), {
    workerData: job,
    // A page makes thousands of small objects that die with it: room for them saves half of the collections.
    resourceLimits: { maxOldGenerationSizeMb: Math.max(256, limits.maxMemory), maxYoungGenerationSizeMb: 64 },
  });
  const tooMuch = (): ExtractError =>
    new ExtractError('LIMIT', `at most ${limits.maxMemory} MiB of memory`, 'a file that takes more');
  const failed = (why: string): ExtractError =>
    new ExtractError('UNREADABLE', 'a file that can be read', `one on which reading failed: ${why}`);
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<JobResult>((resolve, reject) => {
      const began = performance.now();
      const allow = (seconds: number): void => {
        clearTimeout(timer);
        timer = setTimeout(
          () => reject(new ExtractError('LIMIT', `at most ${seconds} seconds`, 'a file that takes longer')),
          seconds * 1000 - (performance.now() - began),
        );
      };
      allow(limits.maxSeconds);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() > limits.maxMemory * 1024 * 1024) reject(tooMuch());
      }, WATCH);
      worker.on('message', (answer: GuardAnswer) => {
        if ('pictures' in answer) {
          const { done, of } = answer.pictures;
          allow(limits.maxSeconds + of * limits.maxSecondsPerPicture);
          onPicture?.(done, of);
        } else if ('result' in answer) resolve(answer.result);
        else if ('error' in answer)
          reject(new ExtractError(answer.error.code, answer.error.expected, answer.error.found));
        else reject(failed(answer.crash));
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : failed(error.message.split('\n')[0]!));
      });
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}
