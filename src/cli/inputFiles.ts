import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { UsageError } from '../errors.js';

/** The files that are named, and those of the folders that are named with one of these endings, in order. Errors: usage. */
export async function inputFiles(inputs: readonly string[], endings: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const input of inputs) {
    const is = await stat(input).catch((cause: unknown) => {
      throw new UsageError(`${input}: no such file or folder`, { cause });
    });
    if (!is.isDirectory()) found.push(input);
    else {
      const entries = await readdir(input, { recursive: true, withFileTypes: true });
      const files = entries.filter(
        (e) => e.isFile() && !e.name.startsWith('.') && endings.includes(extname(e.name).toLowerCase()),
      );
      found.push(...files.map((e) => join(e.parentPath, e.name)).sort());
    }
  }
  return [...new Set(found)];
}
