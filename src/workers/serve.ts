import { parentPort } from 'node:worker_threads';
import { ExtractError } from '../errors.js';
import type { Answer, Failure, Order, Progress } from './protocol.js';

/**
 * The worker's side: performs every job that comes, one after the other, and answers. `tell` sends progress; `given` are the parts of a
 * result that go over without a copy.
 */
export function serve<J, R>(
  perform: (job: J, tell: (progress: Progress) => void) => Promise<R>,
  given: (result: R) => readonly ArrayBuffer[] = () => [],
): void {
  const port = parentPort!;
  const say = (answer: Answer<R>, gifts: readonly ArrayBuffer[] = []): void => port.postMessage(answer, gifts);
  port.on('message', ({ id, job }: Order<J>) => {
    perform(job, (progress) => say({ id, type: 'progress', progress })).then(
      (result) => say({ id, type: 'done', result, memory: held() }, given(result)),
      (error: unknown) => say({ id, type: 'error', failure: failureOf(error), memory: held() }),
    );
  });
}

function failureOf(error: unknown): Failure {
  if (error instanceof ExtractError) return { code: error.code, expected: error.expected, found: error.found };
  return { crash: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
}

/** MiB that this thread holds, its WebAssembly included. */
function held(): number {
  const { heapTotal, external } = process.memoryUsage();
  return (heapTotal + external) / 1024 / 1024;
}
