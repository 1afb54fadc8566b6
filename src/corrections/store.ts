import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { locked } from '../outputs/locked.js';
import { writeWhole } from '../outputs/write.js';
import { type CorrectionLog, emptyLog, type LogEntry, logToJson, parseLog } from './log.js';

/** A log as it stood when it was read. `etag` changes with every byte of the file. */
export interface StoredLog {
  readonly log: CorrectionLog;
  readonly etag: string;
}

/** Somebody else wrote in between: nothing was written. `current` is what stands there now. */
export class ChangedMeanwhile extends Error {
  constructor(readonly current: StoredLog) {
    super('the corrections were changed meanwhile');
  }
}

const tagOf = (text: string): string => `"${createHash('sha256').update(text).digest('hex').slice(0, 32)}"`;

/** The log of a file, empty where there is none. Errors: usage, where the file is no corrections file or of other bytes. */
export async function readStored(path: string, source: CorrectionLog['source']): Promise<StoredLog> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (text === '') return { log: emptyLog(source.fileName, source.sha256), etag: tagOf('') };
  return { log: parseLog(text, path), etag: tagOf(text) };
}

/** What a caller gives of an entry; its number is given here. */
export type NewEntry = LogEntry extends infer E ? (E extends LogEntry ? Omit<E, 'id'> : never) : never;

/**
 * Adds entries, if the log is still the one with `etag`. The file is written whole or not at all, under a lock that other
 * processes see, so two windows or two servers never lose each other's work. Errors: `ChangedMeanwhile`.
 */
export async function addEntries(
  path: string,
  source: CorrectionLog['source'],
  etag: string,
  entries: readonly NewEntry[],
): Promise<StoredLog> {
  return locked(path, async () => {
    const stored = await readStored(path, source);
    if (stored.etag !== etag) throw new ChangedMeanwhile(stored);
    if (stored.log.source.sha256 !== source.sha256)
      throw new Error(`${path} holds corrections of another file (sha256 ${stored.log.source.sha256.slice(0, 12)})`);
    const next = stored.log.entries.reduce((n, e) => Math.max(n, e.id), 0) + 1;
    const added = entries.map((e, i) => ({ ...e, id: next + i }) as LogEntry);
    const text = logToJson({ ...stored.log, entries: [...stored.log.entries, ...added] });
    parseLog(text, path);
    await writeWhole(path, text);
    return { log: { ...stored.log, entries: [...stored.log.entries, ...added] }, etag: tagOf(text) };
  });
}
