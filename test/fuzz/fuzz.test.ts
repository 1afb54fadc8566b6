import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { fromRoot } from '../files.js';

test('mutated samples end as a document that validates or with a code, within the bounds', () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fromRoot('test/fuzz/fuzz.mjs'), '--cases', '120', '--seed', '7', '--processes', '1'],
    { encoding: 'utf8' },
  );
  expect({ stdout, stderr, status }).toMatchObject({ status: 0, stdout: expect.stringContaining('found: 0') });
  // Most of what is mutated is still read: a fuzzer that only breaks files tries nothing behind the first reader.
  expect(Number(/document (\d+)/.exec(stdout)?.[1])).toBeGreaterThan(30);
});
