import { parentPort, workerData } from 'node:worker_threads';
import { type ConvertOptions, convert } from '../convert.js';
import { ExtractError } from '../errors.js';
import type { GuardAnswer } from './guard.js';

const { bytes, fileName, options } = workerData as { bytes: Uint8Array; fileName: string; options: ConvertOptions };

const answer = await convert(bytes, fileName, options).then(
  (document): GuardAnswer => ({ document }),
  (error: unknown): GuardAnswer => {
    if (error instanceof ExtractError) return { error: { code: error.code, expected: error.expected, found: error.found } };
    return { crash: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  },
);
parentPort!.postMessage(answer);
