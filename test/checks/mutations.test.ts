import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { fromRoot } from '../files.js';

test('a wrong digit is caught, but for a last one that stays within rounding; one that a reader misread always', () => {
  const args = [fromRoot('bench/mutations.mjs'), '--only', 'lanting-2024', '--every', '9', '--seed', '3', '--misses'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const all = stdout.split('\n').filter((line) => line.includes('**all**'));
  expect(all).toHaveLength(2);
  for (const line of all) expect(Number(/([\d.]+) % \|$/.exec(line)?.[1])).toBeGreaterThan(90);
  const misses = stderr.split('\n').filter((line) => / silent /.test(line));
  for (const miss of misses) {
    const [, from, to] = /([\d.,]+) -> ([\d.,]+)$/.exec(miss)!;
    expect(Math.abs(Number(from!.replaceAll(',', '')) - Number(to!.replaceAll(',', '')))).toBeLessThan(0.1);
  }
  expect(misses.filter((miss) => miss.startsWith('misread'))).toEqual([]);
});
