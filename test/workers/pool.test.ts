import { pathToFileURL } from 'node:url';
import { afterEach, expect, jest, test } from '@jest/globals';
import { Pool } from '../../src/workers/pool.js';
import type { Progress } from '../../src/workers/protocol.js';
import type { Bounds } from '../../src/workers/thread.js';
import { fromRoot } from '../files.js';

interface Job {
  readonly do: string;
  readonly text?: string;
  readonly tries?: Int32Array;
}
interface Result {
  readonly text: string;
  readonly served: number;
}
jest.setTimeout(300_000);
const entry = pathToFileURL(fromRoot('test/workers/fixtures/jobs.mjs'));
const ROOMY: Bounds = { maxSeconds: 60, maxSecondsPerPicture: 20, maxMemory: 4096 };
const open: Pool<Job, Result>[] = [];

function pool(
  options: { size?: number; retry?: boolean; replaceAfter?: number; heap?: number } = {},
  bounds = ROOMY,
): Pool<Job, Result> {
  const made = new Pool<Job, Result>({ entry, size: 1, retry: true, heap: 0.75, ...options, bounds });
  open.push(made);
  return made;
}
const run = (p: Pool<Job, Result>, job: Job): Promise<Result> => p.run(async () => job);

afterEach(async () => {
  await Promise.all(open.splice(0).map((p) => p.close()));
});

test('a thread serves many jobs and tells how far it is', async () => {
  const p = pool();
  const told: Progress[] = [];
  expect(
    await p.run(
      async () => ({ do: 'echo', text: 'a' }),
      (t) => told.push(t),
    ),
  ).toEqual({ text: 'a', served: 1 });
  expect(await run(p, { do: 'echo', text: 'b' })).toEqual({ text: 'b', served: 2 });
  expect(told).toEqual([{ stage: 'reading', page: 1, of: 2 }]);
});

test('a thread is replaced after so many jobs', async () => {
  const p = pool({ replaceAfter: 2 });
  const served = [];
  for (let i = 0; i < 5; i++) served.push((await run(p, { do: 'echo' })).served);
  expect(served).toEqual([1, 2, 1, 2, 1]);
});

test('a refusal keeps its code and the thread', async () => {
  const p = pool();
  await expect(run(p, { do: 'refuse' })).rejects.toMatchObject({ code: 'ENCRYPTED', expected: 'a key', found: 'none' });
  expect((await run(p, { do: 'echo' })).served).toBe(2);
});

test.each([
  ['throw', 'UNREADABLE', /the reader broke$/],
  ['exit', 'UNREADABLE', /the thread ended/],
])('what ends the thread by %s is refused, and the next job is done by another', async (what, code, message) => {
  const p = pool();
  await expect(run(p, { do: what })).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  expect((await run(p, { do: 'echo' })).served).toBe(1);
});

test('a hang costs its own job alone', async () => {
  const p = pool({ size: 2 }, { maxSeconds: 2, maxSecondsPerPicture: 0, maxMemory: 4096 });
  const hangs = run(p, { do: 'hang' });
  const others = Promise.all(Array.from({ length: 8 }, (_, i) => run(p, { do: 'echo', text: String(i) })));
  await expect(hangs).rejects.toMatchObject({ code: 'LIMIT', expected: 'at most 2 seconds' });
  expect((await others).map((r) => r.text)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
});

test.each(['heap', 'swell'])('memory overrun (%s) is ended, and the next job is done', async (what) => {
  const bound = Math.ceil(process.memoryUsage.rss() / 1024 / 1024) + 150;
  const p = pool({ retry: false }, { maxSeconds: 60, maxSecondsPerPicture: 20, maxMemory: bound });
  await expect(run(p, { do: what })).rejects.toMatchObject({ code: 'LIMIT', found: 'a file that takes more' });
  expect((await run(pool(), { do: 'echo', text: 'a' })).text).toBe('a');
});

test('what does not fit into the heap of a thread of many is read by a thread of its own, which does not stay', async () => {
  const bounds = { ...ROOMY, maxMemory: 3072 };
  const p = pool({ heap: 0.1 }, bounds);
  expect(await run(p, { do: 'large' })).toEqual({ text: '60000', served: 1 });
  expect((await run(p, { do: 'echo' })).served).toBe(1);
  await expect(run(pool({ heap: 0.1, retry: false }, bounds), { do: 'large' })).rejects.toMatchObject({
    code: 'LIMIT',
  });
});

test('a crash is tried once more, unless that is not wanted', async () => {
  const tries = () => new Int32Array(new SharedArrayBuffer(4));
  expect((await run(pool(), { do: 'once', tries: tries() })).text).toBe('second try');
  await expect(run(pool({ retry: false }), { do: 'once', tries: tries() })).rejects.toMatchObject({
    code: 'UNREADABLE',
  });
});
