import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keptScript } from '../../src/workers/keptScript.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'script.cjs');
writeFileSync(path, "require('node:fs').writeFileSync(new URL('said', scriptPlace), '\\u51b3\\u7b97');");

function said(): string {
  writeFileSync(join(folder, 'said'), '');
  keptScript(path).run();
  return readFileSync(join(folder, 'said'), 'utf8');
}

test('a script runs with require and its own place, the same with its bytecode and without', () => {
  expect(said()).toBe('决算');
  const { path: beside, code } = keptScript(path).keep();
  writeFileSync(beside, code);
  expect(said()).toBe('决算');
});

test('bytecode that is none of this script is passed over', () => {
  writeFileSync(keptScript(path).keep().path, 'no bytecode at all');
  expect(said()).toBe('决算');
});
