import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildProgram } from '../src/cli/run.js';
import { schemaText } from '../src/databases/schemaText.js';
import { checksPage } from '../src/outputs/checksPage.js';
import { schemaPage } from '../src/outputs/schemaPage.js';
import { fromRoot } from './files.js';

const readme = readFileSync(fromRoot('README.md'), 'utf8');
const chinese = readFileSync(fromRoot('README.zh-CN.md'), 'utf8');

test('the list of rules is the one of the code', () => {
  expect(readFileSync(fromRoot('docs/checks.md'), 'utf8')).toBe(checksPage());
});

test('the list of fields is the one of the schema', () => {
  expect(readFileSync(fromRoot('docs/schema.md'), 'utf8')).toBe(schemaPage());
});

test('both READMEs show the true output of their first command', () => {
  const db = join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'samples.db');
  const { stdout } = spawnSync(process.execPath, ['scripts/demo.mjs', db], { cwd: fromRoot(), encoding: 'utf8' });
  for (const page of [readme, chinese])
    expect(stdout.trimEnd()).toBe(/<!-- demo -->\n```\n([\s\S]*?)\n```/.exec(page)![1]!);
});

test('the finding that both READMEs explain is true', () => {
  const args = ['check', fromRoot('samples/planted-errors-2024.pdf')];
  const { stdout } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), ...args], { encoding: 'utf8' });
  for (const page of [readme, chinese])
    expect(stdout).toContain(/<!-- finding -->\n```\n([\s\S]*?)\n```/.exec(page)![1]!);
});

test('the schema in the docs is the one of the code', () => {
  const page = readFileSync(fromRoot('docs/databases.md'), 'utf8');
  expect(/<!-- schema -->\n([\s\S]*?)\n<!-- \/schema -->/.exec(page)![1]!.trim()).toBe(schemaText().trim());
});

test('every command is in both READMEs', () => {
  for (const command of buildProgram(() => {}).commands)
    for (const page of [readme, chinese]) expect(page).toContain(`juesuan ${command.name()}`);
});

test('the documentation of diff shows its true output', () => {
  const shown = /<!-- diff -->\n```\n([\s\S]*?)\n…\n```/.exec(readFileSync(fromRoot('docs/review.md'), 'utf8'))![1]!;
  const args = ['diff', fromRoot('samples/qingzhou-2024.pdf'), fromRoot('samples/planted-errors-2024.pdf')];
  const { stdout } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), ...args], { encoding: 'utf8' });
  expect(shown.split('\n').length).toBeGreaterThan(10);
  expect(stdout.startsWith(`${shown}\n`)).toBe(true);
});

test('the documentation shows what differs between the text and a scan', () => {
  const shown = /<!-- scan -->\n```\n([\s\S]*?)\n```/.exec(readFileSync(fromRoot('docs/review.md'), 'utf8'))![1]!;
  const args = ['diff', fromRoot('samples/qingzhou-2024.pdf'), fromRoot('samples/scans/qingzhou-2024.pdf')];
  const { stdout } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), ...args], { encoding: 'utf8' });
  expect(stdout.trimEnd()).toBe(shown);
}, 240_000);
