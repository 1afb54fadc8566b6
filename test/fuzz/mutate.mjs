// One case of the fuzzer: a sample, changed. `make(seed, samples)` gives bytes, options and what was done, in words.

import { mutateBytes } from './bytes.mjs';
import { mutateObjects } from './objectChanges.mjs';
import { putTogether } from './objects.mjs';
import { keepPages, mutateTree } from './pageTree.mjs';
import { chance } from './random.mjs';
import { mutateStreams } from './streams.mjs';

/** Kinds of change, as often as they stand here. */
const KINDS = ['bytes', 'objects', 'objects', 'streams', 'streams', 'streams', 'tree', 'mixed'];

/**
 * `samples`: [{name, bytes, parts}] as `takeApart` gives parts; parts are null for a text. The same seed and samples give the
 * same case.
 */
export function makeCase(seed, samples) {
  const random = chance(seed);
  // A text costs as much as ten of these PDFs, and has fewer ways to go wrong.
  const texts = random.once(30);
  const sample = random.pick(samples.filter(({ parts }) => (parts === null) === texts));
  const options = optionsOf(random);
  if (sample.parts === null) {
    return { name: sample.name, kind: 'text', options, bytes: mutateBytes(random, sample.bytes, samples, true) };
  }
  const kind = random.pick(KINDS);
  if (kind === 'bytes' && random.once(2))
    return { name: sample.name, kind, options, bytes: mutateBytes(random, sample.bytes, samples) };
  const parts = { ...sample.parts, objects: new Map([...sample.parts.objects].map(([n, o]) => [n, { ...o }])) };
  // Few pages make many cases: most files keep two to five of theirs.
  if (!random.once(12)) keepPages(random, parts, 1 + random.below(4));
  const few = () => 1 + random.below(random.once(4) ? 12 : 3);
  if (kind === 'objects' || kind === 'mixed') for (let n = few(); n > 0; n--) mutateObjects(random, parts);
  if (kind === 'streams' || kind === 'mixed') for (let n = few(); n > 0; n--) mutateStreams(random, parts, samples);
  if (kind === 'tree' || kind === 'mixed') for (let n = few(); n > 0; n--) mutateTree(random, parts);
  const whole = putTogether(parts, random.once(5) ? liesOf(random) : undefined);
  const bytes = kind === 'bytes' || random.once(12) ? mutateBytes(random, whole, samples) : whole;
  return { name: sample.name, kind, options, bytes };
}

/** Pictures are not read: that takes seconds a page. */
const optionsOf = (random) => ({
  secondReading: random.pick(['none', 'none', 'none', 'auto', 'auto', 'all']),
  ocr: 'never',
});

const liesOf = (random) => {
  const times = 1 + random.below(40);
  const lie = () => (random.once(times) ? random.below(60) - 30 : 0);
  return { offset: lie, length: random.once(2) ? lie : () => 0 };
};
