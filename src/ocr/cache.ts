import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Gray } from '../pictures/picture.js';
import { VERSION } from '../version.js';
import type { Reading, TextEngine } from './engine.js';

/** What engines read on the crops of one document, kept from one run to the next. */
export interface ReadingCache {
  get(engine: TextEngine['name'], kind: string, crop: Gray): Reading | undefined;
  set(engine: TextEngine['name'], kind: string, crop: Gray, reading: Reading): void;
  /** Writes what is new, whole or not at all. A folder that cannot be written is no reason to fail. */
  save(): Promise<void>;
}

/**
 * Opens the cache of a document in a folder. Crops are known by their pixels, so the same picture gives the same reading, whatever file
 * it comes in again; another version of juesuan begins anew.
 */
export async function openCache(folder: string, sha256: string): Promise<ReadingCache> {
  const path = join(folder, `${sha256.slice(0, 32)}-${VERSION}.json`);
  const known = new Map<string, Reading>();
  try {
    for (const [key, reading] of JSON.parse(await readFile(path, 'utf8')) as [string, Reading][])
      known.set(key, reading);
  } catch {
    // None yet, or one that broke: it is made anew.
  }
  let changed = false;
  return {
    get: (engine, kind, crop) => known.get(keyOf(engine, kind, crop)),
    set: (engine, kind, crop, reading) => {
      known.set(keyOf(engine, kind, crop), reading);
      changed = true;
    },
    save: async () => {
      if (!changed) return;
      changed = false;
      try {
        await mkdir(folder, { recursive: true });
        const part = `${path}.${process.pid}.part`;
        await writeFile(part, JSON.stringify([...known]));
        await rename(part, path);
      } catch {
        // Without a cache the next run reads again.
      }
    },
  };
}

const keyOf = (engine: string, kind: string, { width, height, data }: Gray): string =>
  `${engine} ${kind} ${createHash('sha256').update(`${width} ${height} `).update(data).digest('hex').slice(0, 32)}`;

/** An engine that asks the cache first. */
export function cached(engine: TextEngine, cache: ReadingCache): TextEngine {
  const { name } = engine;
  return {
    name,
    readCell: async (crop, kind) => {
      const known = cache.get(name, kind, crop);
      if (known) return known;
      const reading = await engine.readCell(crop, kind);
      cache.set(name, kind, crop, reading);
      return reading;
    },
    close: async () => {
      await cache.save();
      await engine.close();
    },
  };
}
