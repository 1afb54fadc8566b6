import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CorrectionLog } from './log.js';

/** NAME.corrections.json beside a PDF or a JSON. */
export const correctionsPath = (document: string): string =>
  join(dirname(document), `${basename(document).replace(/\.(pdf|json)$/i, '')}.corrections.json`);

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
