import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { fromRoot } from '../files.js';

jest.setTimeout(300_000);

test('docs/batch.md shows the true summary of the samples', () => {
  const out = mkdtempSync(join(tmpdir(), 'juesuan-docs-'));
  const { stderr } = spawnSync(
    process.execPath,
    [fromRoot('dist/cli/main.js'), 'batch', 'samples/*.pdf', 'samples/declined', '--out', out],
    { cwd: fromRoot(), encoding: 'utf8' },
  );
  const shown = /<!-- batch -->\n```\n([\s\S]*?)\n```/.exec(readFileSync(fromRoot('docs/batch.md'), 'utf8'))![1]!;
  const said = stderr.split('\n').filter((line) => !line.startsWith('juesuan: '));
  expect(said.join('\n').trimEnd().replace(out, 'out')).toBe(shown);
});
