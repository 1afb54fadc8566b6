import { Worker } from 'node:worker_threads';
import { type ConvertOptions } from '../convert.js';
import type { FinalAccounts } from '../document/schema.js';
import { type ErrorCode, ExtractError } from '../errors.js';
import { DEFAULT_LIMITS } from '../source/source.js';

export type GuardAnswer =
  | { readonly document: FinalAccounts }
  | { readonly error: { readonly code: ErrorCode; readonly expected: string; readonly found: string } }
  | { readonly crash: string };

/**
 * Converts in a thread of its own, so that a file that loops or swells is ended: after `maxSeconds`, or when the process holds
 * more than `maxMemory` MiB, the thread is stopped and the file is refused with LIMIT.
 */
export async function convertGuarded(bytes: Uint8Array, fileName: string, options: ConvertOptions): Promise<FinalAccounts> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const worker = new Worker(new URL('./guardWorker.js', import.meta.url), {
    workerData: { bytes, fileName, options },
    resourceLimits: { maxOldGenerationSizeMb: Math.max(256, limits.maxMemory) },
  });
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<FinalAccounts>((resolve, reject) => {
      timer = setTimeout(() => reject(new ExtractError('LIMIT', `at most ${limits.maxSeconds} seconds`, 'a file that takes longer')), limits.maxSeconds * 1000);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() > limits.maxMemory * 1024 * 1024) {
          reject(new ExtractError('LIMIT', `at most ${limits.maxMemory} MiB of memory`, 'a file that takes more'));
        }
      }, 100);
      worker.on('message', (answer: GuardAnswer) => {
        if ('document' in answer) resolve(answer.document);
        else if ('error' in answer) reject(new ExtractError(answer.error.code, answer.error.expected, answer.error.found));
        else reject(new ExtractError('UNREADABLE', 'a PDF that can be read', `one on which reading failed: ${answer.crash}`));
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') reject(new ExtractError('LIMIT', `at most ${limits.maxMemory} MiB of memory`, 'a file that takes more'));
        else reject(new ExtractError('UNREADABLE', 'a PDF that can be read', `one on which reading failed: ${error.message.split('\n')[0]}`));
      });
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}
