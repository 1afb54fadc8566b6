import { setFlagsFromString } from 'node:v8';

/** What V8 gives to helpers on other processors, besides the collection of young garbage; asked at each collection. */
const HELPERS = [
  'no-concurrent-marking',
  'concurrent-marking-max-worker-num=1',
  'no-concurrent-sweeping',
  'no-concurrent-array-buffer-sweeping',
  'no-parallel-compaction',
  'no-parallel-pointer-update',
];

/**
 * From now on every thread collects its young garbage alone, which is nearly all that a document makes; and, where several threads work,
 * the rest as well. V8 lends each collection the other processors; where those are at work on documents of their own, the helpers only wait for
 * each other, and a document costs more the busier the machine is. `no-parallel-marking` V8 asks once, and ends the process where it changes
 * under it: it stays as it is, with one helper.
 */
export function collectAlone(threads: number): void {
  for (const flag of ['no-parallel-scavenge', ...(threads > 1 ? HELPERS : [])]) setFlagsFromString(`--${flag}`);
}
