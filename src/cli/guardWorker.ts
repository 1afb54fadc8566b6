import { parentPort, workerData } from 'node:worker_threads';
import { ExtractError } from '../errors.js';
import type { GuardAnswer } from './guard.js';
import { type Job, runJob } from './job.js';

const say = (answer: GuardAnswer): void => parentPort!.postMessage(answer);
const answer = await runJob(workerData as Job, (done, of) => say({ pictures: { done, of } })).then(
  (result): GuardAnswer => ({ result }),
  (error: unknown): GuardAnswer => {
    if (error instanceof ExtractError)
      return { error: { code: error.code, expected: error.expected, found: error.found } };
    return { crash: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  },
);
say(answer);
