import { setFlagsFromString } from 'node:v8';

/** What V8 gives to helpers on other processors where a single thread works: they spend more than they save it. */
const ALONE = ['no-parallel-scavenge', 'no-concurrent-marking'];
/** And besides where several threads work; asked at each collection. */
const BESIDE_OTHERS = [
  'concurrent-marking-max-worker-num=1',
  'no-concurrent-sweeping',
  'no-concurrent-array-buffer-sweeping',
  'no-parallel-compaction',
  'no-parallel-pointer-update',
];

/**
 * From now on every thread collects its garbage alone: the young, which is nearly all that a document makes, the marks of the old, and,
 * where several threads work, the rest as well. V8 lends each collection the other processors: of what one document costs they took a tenth;
 * and where they are at work on documents of their own, the helpers only wait for each other. `no-parallel-marking` V8 asks once, and ends the
 * process where it changes under it: it stays as it is, with one helper.
 */
export function collectAlone(threads: number): void {
  for (const flag of [...ALONE, ...(threads > 1 ? BESIDE_OTHERS : [])]) setFlagsFromString(`--${flag}`);
}
