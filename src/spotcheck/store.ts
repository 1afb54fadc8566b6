import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { locked } from '../outputs/locked.js';
import { writeWhole } from '../outputs/write.js';
import { parseSpotCheck, type SpotCheck } from './spotCheck.js';

/** The spot-check of a folder; one that was drawn before keeps its date in its name. */
export const spotCheckPath = (folder: string): string => join(folder, 'spotcheck.json');

export interface StoredSpotCheck {
  readonly check: SpotCheck;
  readonly etag: string;
}

export async function readSpotCheck(folder: string): Promise<StoredSpotCheck | null> {
  const path = spotCheckPath(folder);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;
  return { check: parseSpotCheck(text, path), etag };
}

/** Writes a new spot-check; one that is there is kept under another name. */
export async function writeSpotCheck(folder: string, check: SpotCheck): Promise<StoredSpotCheck> {
  const path = spotCheckPath(folder);
  await locked(path, async () => {
    const old = await readSpotCheck(folder);
    if (old) await rename(path, join(folder, `spotcheck-${old.check.drawn.replace(/[^0-9]/g, '').slice(0, 14)}.json`));
    await writeWhole(path, toJson(check));
  });
  return (await readSpotCheck(folder))!;
}

/** Changes one item under the lock: windows that judge different items do not lose each other's verdicts. */
export async function changeItem(
  folder: string,
  drawn: string,
  index: number,
  change: (item: SpotCheck['items'][number]) => SpotCheck['items'][number],
): Promise<StoredSpotCheck | null> {
  const path = spotCheckPath(folder);
  return locked(path, async () => {
    const stored = await readSpotCheck(folder);
    const item = stored?.check.items[index];
    if (!stored || !item || stored.check.drawn !== drawn) return null;
    const check = { ...stored.check, items: stored.check.items.with(index, change(item)) };
    await writeWhole(path, toJson(check));
    return readSpotCheck(folder);
  });
}

const toJson = (check: SpotCheck): string => `${JSON.stringify(check, null, 2)}\n`;
