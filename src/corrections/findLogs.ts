import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CorrectionLog } from './log.js';

/** NAME.corrections.json beside a PDF, a text or a JSON. */
export const correctionsPath = (document: string): string =>
  join(dirname(document), `${basename(document).replace(/\.(pdf|txt|json)$/i, '')}.corrections.json`);

/**
 * The corrections that belong to a document: beside the PDF or JSON that is read, and beside the JSON that is written. A path that
 * is no file (`-`) has none. Errors: usage, where a file of that name is no corrections file.
 */
export async function findLogs(paths: readonly (string | undefined)[]): Promise<CorrectionLog[]> {
  const out: CorrectionLog[] = [];
  const files = new Set(paths.filter((p): p is string => p !== undefined && p !== '-').map(correctionsPath));
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) out.push((await import('./log.js')).parseLog(text, file));
  }
  return out;
}

/** A hash of the corrections files of a document as they stand now: it changes when one comes, changes or goes. Null where there is none. */
export async function hashLogs(paths: readonly string[]): Promise<string | null> {
  const texts = await Promise.all(
    [...new Set(paths.map(correctionsPath))].map((file) => readFile(file).catch(() => null)),
  );
  if (texts.every((text) => text === null)) return null;
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text === null ? '-' : `${text.length} `).update(text ?? '');
  return hash.digest('hex');
}
