import { stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { UsageError } from '../errors.js';

/** Files that a folder is searched for, in upper and lower case. */
const WANTED = ['**/*.pdf', '**/*.txt'];

/**
 * The files that are meant, sorted, each once: files as they are, folders with all PDFs and texts under them, patterns. `listed` come
 * from a list: one that is not there is recorded later, as it must not stop the rest.
 * Errors: usage where an argument is nothing that exists or matches.
 */
export async function findInputs(given: readonly string[], listed: readonly string[]): Promise<string[]> {
  const found = new Set(listed.map(normalize));
  for (const input of given) {
    const kind = await stat(input).catch(() => undefined);
    if (kind?.isDirectory()) {
      const files = await glob(WANTED, { cwd: input, caseSensitiveMatch: false, expandDirectories: false });
      for (const file of withoutTwins(files)) found.add(normalize(join(input, file)));
    } else if (kind) {
      found.add(normalize(input));
    } else {
      const files = isDynamicPattern(input)
        ? await glob(input, { absolute: isAbsolute(input), expandDirectories: false })
        : [];
      if (files.length === 0) throw new UsageError(`${input}: no such file or folder, and no pattern that matches one`);
      for (const file of files) found.add(normalize(file));
    }
  }
  return [...found].sort();
}

/** A text beside a PDF of its name is what another program took out of that PDF: it is no document of its own. */
function withoutTwins(files: readonly string[]): readonly string[] {
  const pdfs = new Set(files.filter((f) => /\.pdf$/i.test(f)).map((f) => f.slice(0, -4)));
  return files.filter((f) => !/\.txt$/i.test(f) || !pdfs.has(f.slice(0, -4)));
}

/** The entries of a list: separated by zero bytes if there is one in it (find -print0), by lines otherwise. */
export function parseList(text: string): string[] {
  const entries = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return entries.filter((entry) => entry !== '');
}
