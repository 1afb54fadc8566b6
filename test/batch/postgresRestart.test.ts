import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore } from '../../src/databases/openStore.js';
import { content, rowsOf } from '../databases/dump.js';
import { ownServer, type Server } from '../databases/postgres.js';
import { fromRoot } from '../files.js';

let server: Server;
beforeAll(async () => {
  server = await ownServer();
});
afterAll(() => server.end());

const DOCUMENTS = 8;
const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-batch-restart-'));

/** A batch of `root` into a database: its exit status and what it said. `meanwhile` runs beside it. */
async function batch(root: string, db: string, meanwhile = async (): Promise<void> => {}) {
  const args = ['batch', root, '--out', folder(), '--db', db, '--second-reading', 'none', '--workers', '1'];
  const child = spawn(process.execPath, [fromRoot('dist/cli/main.js'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  await meanwhile();
  return { status: await ended, said };
}

async function withStore<T>(db: string, use: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(db);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

test('a Postgres that stops and starts in the middle of a batch: nothing lost, nothing twice', async () => {
  const root = folder();
  const pdf = readFileSync(fromRoot('samples/lanting-2024.pdf'));
  for (let i = 0; i < DOCUMENTS; i++)
    writeFileSync(join(root, `${i}.pdf`), Buffer.concat([pdf, Buffer.from(`\n%${i}\n`)]));
  const [calm, db] = [await server.database(), await server.database()];
  expect((await batch(root, calm)).status).toBe(0);
  const expected = await withStore(calm, content);

  const count = async (): Promise<number> => {
    const rows = await withStore(db, (store) => rowsOf(store, 'select count(*) as n from documents')).catch(() => []);
    return Number(rows[0]?.['n'] ?? 0);
  };
  let loaded = 0;
  const { status, said } = await batch(root, db, async () => {
    do {
      await sleep(20);
      loaded = await count();
    } while (loaded < 2);
    await server.stop();
    await sleep(500);
    await server.start();
  });
  expect(loaded).toBeLessThan(DOCUMENTS);
  expect([status, said]).toEqual([0, expect.not.stringContaining('not in the database')]);
  expect(await withStore(db, content)).toEqual(expected);
}, 240_000);
