import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What V8 does of its garbage collection beside the thread whose garbage it is. */
const HELPERS = [
  'concurrent-marking',
  'concurrent-sweeping',
  'concurrent-array-buffer-sweeping',
  'parallel-compaction',
  'parallel-marking',
  'parallel-pointer-update',
  'parallel-scavenge',
];

/**
 * From now on every thread collects its own garbage. V8 lends each collection the other processors; where these are at work on
 * documents of their own, helpers only wait for each other, and a document costs more the busier the machine is. To be called
 * before the threads are started; the collection in hand is ended first, for it must end as it began.
 */
export function collectAlone(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
  for (const helper of HELPERS) setFlagsFromString(`--no-${helper}`);
}
