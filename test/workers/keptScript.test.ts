import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type KeptCode, keptScript, scriptOf } from '../../src/workers/keptScript.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'script.cjs');
writeFileSync(path, scriptOf("require('node:fs').writeFileSync(new URL('said', scriptPlace), '\\u51b3\\u7b97');"));

function said(): string {
  writeFileSync(join(folder, 'said'), '');
  keptScript(path).run();
  return readFileSync(join(folder, 'said'), 'utf8');
}

test('a script runs with require and its own place, the same with its bytecode and without', () => {
  expect(said()).toBe('决算');
  const [{ path: beside, code }] = keptScript(path).keep() as [KeptCode];
  writeFileSync(beside, code);
  expect(said()).toBe('决算');
});

test('bytecode that is none of this script is passed over', () => {
  writeFileSync(keptScript(path).keep()[0]!.path, 'no bytecode at all');
  expect(said()).toBe('决算');
});

test('a script imports another by name, and both keep their bytecode', async () => {
  const other = join(folder, 'other.cjs');
  writeFileSync(other, scriptOf('module.exports.twice = (n) => 2 * n;'));
  writeFileSync(path, scriptOf("module.exports.done = importForScript('the other').then(({ twice }) => twice(21));"));
  const script = keptScript(path, { 'the other': other });
  expect(await (script.run() as { done: Promise<number> }).done).toBe(42);
  expect(script.keep().map((kept) => kept.path.replace(/\.\d+\..*/, ''))).toEqual([path, other]);
});
