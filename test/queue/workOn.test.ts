import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openStore } from '../../src/databases/openStore.js';
import { Poison } from '../../src/queue/poison.js';
import { openSink } from '../../src/queue/sink.js';
import { HandedBack, type Work, workOn } from '../../src/queue/workOn.js';
import { asBytes, sampleDocument, shaOf } from '../databases/documents.js';
import { rowsOf } from '../databases/dump.js';

const never = new AbortController().signal;

async function setUp() {
  const root = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const out = join(root, 'out');
  writeFileSync(join(root, 'a.pdf'), 'bytes of a');
  const document = asBytes(sampleDocument('lanting-2024'), 'bytes of a');
  let reads = 0;
  const work: Work = {
    store: await openStore(`sqlite:${join(root, 'a.db')}`),
    sink: await openSink(out, []),
    reach: { root, allowHosts: [], maxBytes: 1000 },
    extract: async () => {
      reads++;
      return JSON.stringify(document);
    },
    version: document.generator.version,
    secondReading: document.source.secondReading,
  };
  const payload = { address: 'a.pdf', fileName: 'a.pdf', sha256: shaOf('bytes of a') };
  return { root, out, document, work, payload, reads: () => reads };
}

test('a job that is done twice reads once; a file that is missing is written again', async () => {
  const { out, work, payload, reads } = await setUp();
  await workOn(payload, work, never);
  await workOn(payload, work, never);
  await workOn({ ...payload, sha256: null }, work, never);
  expect(reads()).toBe(1);
  expect(readdirSync(out)).toEqual([`${payload.sha256}.json`]);
  rmSync(out, { recursive: true });
  await workOn(payload, work, never);
  expect(reads()).toBe(2);
  expect(readdirSync(out)).toHaveLength(1);
  expect(await rowsOf(work.store, 'select revision from documents')).toEqual([{ revision: 1 }]);
  await work.store.close();
});

test('a newer juesuan and another second reading read again', async () => {
  const { work, payload, reads } = await setUp();
  await workOn(payload, work, never);
  await workOn(payload, { ...work, secondReading: 'all' }, never);
  await workOn(payload, { ...work, version: '99.0.0' }, never);
  await workOn(payload, { ...work, version: '0.0.1' }, never);
  expect(reads()).toBe(3);
  await work.store.close();
});

test('bytes that changed, a file that is gone and a job of somebody else are poison', async () => {
  const { root, work, payload, reads } = await setUp();
  writeFileSync(join(root, 'a.pdf'), 'other bytes');
  await expect(workOn(payload, work, never)).rejects.toBeInstanceOf(Poison);
  await expect(workOn({ ...payload, address: 'b.pdf' }, work, never)).rejects.toBeInstanceOf(Poison);
  await expect(workOn({ to: 'somebody' }, work, never)).rejects.toBeInstanceOf(Poison);
  expect(reads()).toBe(0);
  await work.store.close();
});

test('a worker that stops lets go of a reading that goes on, and nothing is written', async () => {
  const { out, work, payload } = await setUp();
  const stop = new AbortController();
  const job = workOn(payload, { ...work, extract: () => new Promise<string>(() => {}) }, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(job).rejects.toBeInstanceOf(HandedBack);
  await expect(workOn(payload, work, stop.signal)).rejects.toBeInstanceOf(HandedBack);
  expect(() => readdirSync(out)).toThrow(/ENOENT/);
  expect(await rowsOf(work.store, 'select id from documents')).toEqual([]);
  await work.store.close();
});
