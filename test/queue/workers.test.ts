import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../src/databases/openStore.js';
import { openQueue, type Queue } from '../../src/queue/openQueue.js';
import { queueStatus } from '../../src/queue/status.js';
import { rowsOf } from '../databases/dump.js';
import { ownServer, type Server } from '../databases/postgres.js';
import { copies, type Running, run, start, until } from './processes.js';

let server: Server;
const running: Running[] = [];
beforeAll(async () => {
  server = await ownServer();
}, 120_000);
afterAll(() => server.end());
afterEach(() => {
  for (const { process } of running.splice(0)) process.kill('SIGKILL');
});

const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-'));
const worker = (url: string, root: string, ...more: string[]): Running => {
  const started = start(['worker', '--queue', url, '--root', root, '--concurrency', '1', ...more]);
  running.push(started);
  return started;
};

/** A queue with its database, and what stands in both. */
async function fresh(): Promise<{ url: string; queue: Queue; store: Store; close: () => Promise<void> }> {
  const url = await server.database();
  const [queue, store] = [await openQueue(url), await openStore(url)];
  return { url, queue, store, close: async () => void (await Promise.all([queue.close(), store.close()])) };
}

const loaded = async (store: Store): Promise<number> =>
  Number((await rowsOf(store, 'select count(*) as n from documents'))[0]!['n']);

test('three workers on one queue, one killed: all documents done, each once', async () => {
  const { url, queue, store, close } = await fresh();
  const root = folder();
  const out = folder();
  copies(root, 18);
  expect((await run(['enqueue', root, '--root', root, '--queue', url])).said).toContain('18 added');
  expect((await run(['enqueue', root, '--root', root, '--queue', url])).said).toContain('0 added, 18 in the queue');

  const three = [1, 2, 3].map(() => worker(url, root, '--dead-after', '4', '--drain', '--out', out));
  const victim = three[0]!;
  // It dies with a job in its hands.
  await until(async () => {
    const { rows } = await queue.pool.query(
      'select 1 from graphile_worker.jobs j join juesuan_workers w on w.pool_id = j.locked_by where w.pid = $1',
      [victim.process.pid],
    );
    return rows.length > 0 && victim.process.kill('SIGKILL');
  });
  expect(await victim.ended).toBe('SIGKILL');
  expect(await Promise.all(three.slice(1).map((w) => w.ended))).toEqual([0, 0]);

  expect(await queueStatus(queue)).toMatchObject({ waiting: 0, running: 0, retrying: 0, parked: 0 });
  expect(await loaded(store)).toBe(18);
  expect(readdirSync(out).filter((f) => f.endsWith('.json'))).toHaveLength(18);
  expect(await rowsOf(store, 'select distinct count(*) as n from facts group by document_id')).toHaveLength(1);
  const revisions = await rowsOf(store, 'select revision from documents order by revision');
  expect(revisions.map((r) => r['revision'])).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  await close();
}, 240_000);

test('a Postgres that stops and starts in the middle: nothing lost, nothing twice', async () => {
  const { url, queue, store, close } = await fresh();
  const root = folder();
  copies(root, 10);
  await run(['enqueue', root, '--root', root, '--queue', url]);
  const two = [1, 2].map(() => worker(url, root, '--dead-after', '4', '--drain'));
  await until(async () => (await loaded(store)) >= 2);
  await server.stop();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await server.start();
  expect(await Promise.all(two.map((w) => w.ended))).toEqual([0, 0]);
  expect(await queueStatus(queue)).toMatchObject({ waiting: 0, running: 0, retrying: 0, parked: 0 });
  const revisions = await rowsOf(store, 'select revision from documents order by revision');
  expect(revisions.map((r) => r['revision'])).toEqual(Array.from({ length: 10 }, (_, i) => i + 1));
  await close();
}, 240_000);

test('what cannot be read is parked at once with its error, and taken up again when asked', async () => {
  const { url, queue, store, close } = await fresh();
  const root = folder();
  copies(root, 1);
  writeFileSync(join(root, 'broken.pdf'), 'no pdf');
  await run(['enqueue', root, '--root', root, '--queue', url]);
  expect(await worker(url, root, '--drain').ended).toBe(0);
  const { status, said } = await run(['queue', 'status', '--queue', url]);
  expect(status).toBe(0);
  expect(said).toContain('0 waiting, 0 running, 0 to be tried again, 1 parked');
  expect(said).toMatch(/broken\.pdf {2}UNREADABLE: expected /);
  expect(await loaded(store)).toBe(1);
  expect((await run(['enqueue', root, '--root', root, '--queue', url])).said).toContain('1 added, 1 in the queue');
  expect((await run(['queue', 'retry', '--queue', url])).said).toContain('1');
  expect(await queueStatus(queue)).toMatchObject({ waiting: 2, parked: 0 });
  await close();
}, 240_000);

test('SIGTERM: what is in hand is finished, or handed back as if it had not been taken', async () => {
  const { url, queue, store, close } = await fresh();
  const root = folder();
  copies(root, 6);
  await run(['enqueue', root, '--root', root, '--queue', url]);
  const finishing = worker(url, root);
  await until(async () => (await queueStatus(queue)).running > 0);
  finishing.process.kill('SIGTERM');
  expect(await finishing.ended).toBe(0);
  const after = await queueStatus(queue);
  expect(after).toMatchObject({ running: 0, retrying: 0, parked: 0, workers: [] });
  expect(after.waiting).toBeLessThan(6);
  expect(await loaded(store)).toBe(6 - after.waiting);

  const handing = worker(url, root, '--grace', '0.001');
  await until(async () => (await queueStatus(queue)).running > 0);
  handing.process.kill('SIGTERM');
  expect(await handing.ended).toBe(0);
  const later = await queueStatus(queue);
  expect(later).toMatchObject({ running: 0, retrying: 0, parked: 0, workers: [] });
  expect(await loaded(store)).toBe(6 - later.waiting);
  await close();
}, 240_000);
