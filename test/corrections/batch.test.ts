import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { addEntries, readStored } from '../../src/corrections/store.js';
import type { FinalAccounts } from '../../src/document/schema.js';
import { fromRoot } from '../files.js';

test('a batch takes corrections up, and reads again what was corrected since', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const pdf = join(folder, 'account.pdf');
  cpSync(fromRoot('samples/lanting-2024.pdf'), pdf);
  const out = join(folder, 'out');
  const run = (): { kept: boolean; document: FinalAccounts } => {
    const { stderr } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'batch', pdf, '--out', out], {
      encoding: 'utf8',
    });
    const [name] = readdirSync(join(out, 'documents'));
    return {
      kept: /kept from earlier runs: 1/.test(stderr),
      document: JSON.parse(readFileSync(join(out, 'documents', name!), 'utf8')),
    };
  };
  const first = run();
  const cell = first.document.tables[1]!.rows[0]!.cells['total']!;
  expect([first.kept, cell.correction]).toEqual([false, undefined]);
  const file = join(folder, 'account.corrections.json');
  const source = { fileName: 'account.pdf', sha256: first.document.source.sha256 };
  const target = { cell: 'revenue/0/total', page: cell.page, box: cell.box, label: '' };
  await addEntries(file, source, (await readStored(file, source)).etag, [
    {
      action: 'correct',
      target,
      read: cell.value,
      value: '1.00',
      who: 'Li',
      when: '2026-01-01T00:00:00.000Z',
      why: '',
    },
  ]);
  const second = run();
  expect(second.kept).toBe(false);
  expect(second.document.tables[1]!.rows[0]!.cells['total']).toMatchObject({
    value: cell.value,
    correction: { value: '1.00' },
  });
  expect(run().kept).toBe(true);
  writeFileSync(file, 'no corrections');
  const { stderr } = spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'batch', pdf, '--out', out], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/UNREADABLE: expected a corrections file or none/);
});
