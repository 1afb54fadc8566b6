import { createHash } from 'node:crypto';
import type { Store } from '../databases/openStore.js';
import type { FinalAccounts } from '../document/schema.js';
import { fetchBytes, type Reach } from './addresses/fetchBytes.js';
import { isPayload } from './job.js';
import { Poison } from './poison.js';
import type { Sink } from './sink.js';

export interface Work {
  readonly store: Store;
  readonly sink: Sink | null;
  readonly reach: Reach;
  /** Reads a document within its bounds and gives its JSON. Errors: `ExtractError`. */
  readonly extract: (bytes: Uint8Array, fileName: string) => Promise<string>;
  readonly version: string;
  readonly secondReading: string;
}

/** The worker stops and this job was not finished in time: it goes back as it was. */
export class HandedBack extends Error {}
const STOPS = 'the worker stops';

/**
 * One job: bytes, reading, file, rows, in this order, so that a document that stands in the database is done. Doing it twice
 * changes nothing.
 */
export async function workOn(payload: unknown, work: Work, stop: AbortSignal): Promise<void> {
  if (!isPayload(payload)) throw new Poison('a job of juesuan: expected {address, fileName, sha256}');
  if (payload.sha256 !== null && (await isDone(payload.sha256, work))) return;
  const bytes = await fetchBytes(payload.address, work.reach);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (payload.sha256 === null) {
    if (await isDone(sha256, work)) return;
  } else if (payload.sha256 !== sha256)
    throw new Poison(`${payload.address}: expected the bytes that were put in the queue, found others`);
  const text = await unlessStopped(() => work.extract(bytes, payload.fileName), stop);
  await work.sink?.write(sha256, text);
  await work.store.load(JSON.parse(text) as FinalAccounts);
}

const isDone = async (sha256: string, { store, sink, version, secondReading }: Work): Promise<boolean> =>
  (await store.has(sha256, version, secondReading)) && (sink === null || (await sink.has(sha256)));

/** What the work gives, unless the worker stops before. */
async function unlessStopped<T>(start: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw new HandedBack(STOPS);
  let hand = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    hand = () => reject(new HandedBack(STOPS));
    signal.addEventListener('abort', hand);
  });
  try {
    return await Promise.race([start(), stopped]);
  } finally {
    signal.removeEventListener('abort', hand);
  }
}
