import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openStore } from '../../src/databases/openStore.js';
import { fromRoot } from '../files.js';
import { asBytes, sampleDocument } from './documents.js';
import { content, rowsOf } from './dump.js';

test('a load that is killed leaves whole documents, and goes on where it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const lanting = sampleDocument('lanting-2024');
  const files = Array.from({ length: 40 }, (_, i) => {
    const file = join(folder, `${i}.json`);
    writeFileSync(
      file,
      JSON.stringify(asBytes({ ...lanting, document: { ...lanting.document, department: `第${i}幼儿园` } }, String(i))),
    );
    return file;
  });
  const load = (db: string) =>
    spawn(process.execPath, [fromRoot('dist/cli/main.js'), 'load', ...files, '--db', `sqlite:${db}`], {
      stdio: 'ignore',
    });
  const whole = join(folder, 'whole.db');
  expect((await once(load(whole), 'exit'))[0]).toBe(0);

  const broken = join(folder, 'broken.db');
  const reader = await openStore(`sqlite:${broken}`);
  const loading = load(broken);
  const ended = once(loading, 'exit');
  const loaded = async (): Promise<number> =>
    Number((await rowsOf(reader, 'select count(*) as n from documents'))[0]!['n']);
  while ((await loaded()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  loading.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
  const some = await loaded();
  expect(some).toBeGreaterThan(0);
  const incomplete = await rowsOf(
    reader,
    'select document_id from tables group by document_id having count(*) <> 9 union select id from documents where id not in (select document_id from facts)',
  );
  expect(incomplete).toEqual([]);
  expect((await sql.raw('pragma integrity_check').execute(reader.db)).rows).toMatchObject([{ integrity_check: 'ok' }]);

  expect((await once(load(broken), 'exit'))[0]).toBe(0);
  const undisturbed = await openStore(`sqlite:${whole}`);
  expect(await content(reader)).toEqual(await content(undisturbed));
  await reader.close();
  await undisturbed.close();
}, 240_000);
