import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pLimit from 'p-limit';
import { openStore } from '../../src/databases/openStore.js';
import { isConnectionLoss, withReconnect } from '../../src/databases/reconnect.js';
import { asBytes, sampleDocument, shaOf } from './documents.js';
import { content, rowsOf } from './dump.js';
import { ownServer, type Server } from './postgres.js';

let server: Server;
beforeAll(async () => {
  server = await ownServer();
});
afterAll(() => server.end());

const DOCUMENTS = 16;

test('a Postgres that stops and starts in the middle of a load: nothing lost, nothing twice', async () => {
  const lanting = sampleDocument('lanting-2024');
  const documents = Array.from({ length: DOCUMENTS }, (_, i) =>
    asBytes({ ...lanting, document: { ...lanting.document, department: `第${i}幼儿园` } }, String(i)),
  );
  const whole = await openStore(await server.database());
  for (const document of documents) await whole.load(document);
  const expected = await content(whole);
  await whole.close();

  const store = await openStore(await server.database());
  let restart: Promise<void> | undefined;
  const limit = pLimit(4);
  await Promise.all(
    documents.map((document, i) =>
      limit(async () => {
        if (i === 6) restart = server.stop().then(() => server.start());
        await store.load(document);
      }),
    ),
  );
  expect(restart).toBeDefined();
  await restart;
  expect(await content(store)).toEqual(expected);
  expect(await rowsOf(store, 'select distinct revision from documents')).toEqual([{ revision: 1 }]);
  await store.close();
}, 240_000);

test('several loaders at a time agree on revisions', async () => {
  const url = await server.database();
  const stores = await Promise.all([openStore(url), openStore(url), openStore(url)]);
  const lanting = sampleDocument('lanting-2024');
  await Promise.all(
    stores.flatMap((store, s) => [0, 1, 2].map((i) => store.load(asBytes(lanting, shaOf(`${s}/${i}`))))),
  );
  const revisions = (await rowsOf(stores[0]!, 'select revision from documents order by revision')).map(
    (r) => r['revision'],
  );
  expect(revisions).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const outcomes = await Promise.all(stores.map((store) => store.load(asBytes(lanting, 'the same'))));
  expect(outcomes.sort()).toEqual(['new', 'unchanged', 'unchanged']);
  for (const store of stores) await store.close();
}, 240_000);

test('what is no loss of the connection is not tried again', async () => {
  let tries = 0;
  const fail = async (error: Error): Promise<never> => {
    tries++;
    throw error;
  };
  await expect(withReconnect(() => fail(new Error('null value in column')))).rejects.toThrow('null value');
  expect(tries).toBe(1);
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
  expect(isConnectionLoss(lost)).toBe(true);
  await expect(withReconnect(() => fail(lost), 500)).rejects.toThrow('terminating');
  expect(tries).toBeGreaterThan(2);
});
