import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildProgram } from '../src/cli/run.js';
import { checksPage } from '../src/outputs/checksPage.js';
import { fromRoot } from './files.js';

const readme = readFileSync(fromRoot('README.md'), 'utf8');

test('the list of rules is the one of the code', () => {
  expect(readFileSync(fromRoot('docs/checks.md'), 'utf8')).toBe(checksPage());
});

test('the README shows the true output of its first command', () => {
  const out = join(tmpdir(), 'qingzhou-2024.json');
  const { stderr } = spawnSync(
    process.execPath,
    [fromRoot('dist/cli/main.js'), 'extract', fromRoot('samples/qingzhou-2024.pdf'), '-o', out],
    { encoding: 'utf8' },
  );
  const shown = /<!-- demo -->\n```\n([\s\S]*?)\n```/.exec(readme)![1]!;
  expect(stderr.trimEnd().replace(out, 'qingzhou-2024.json')).toBe(shown);
});

test('every command is in the README', () => {
  for (const command of buildProgram(() => {}).commands) expect(readme).toContain(`juesuan ${command.name()}`);
});

test('the documentation of diff shows its true output', () => {
  const shown = /<!-- diff -->\n```\n([\s\S]*?)\n…\n```/.exec(readFileSync(fromRoot('docs/review.md'), 'utf8'))![1]!;
  const args = ['diff', fromRoot('samples/qingzhou-2024.json'), fromRoot('samples/planted-errors-2024.json')];
  const { stdout } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), ...args], { encoding: 'utf8' });
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(stdout.startsWith(`${shown}\n`)).toBe(true);
});
