import { stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { ConvertOptions } from '../convert.js';
import { diffToHtml } from '../diff/diffToHtml.js';
import { diffToText } from '../diff/diffToText.js';
import { diffFolders, type FolderDiff, isSame, isWorse, SINGLE } from '../diff/pairFolders.js';
import { UsageError } from '../errors.js';
import { pictures } from '../folder/pictures.js';
import { readEntry } from '../folder/readEntry.js';
import { type FolderEntry, pdfOf, scanFolder } from '../folder/scanFolder.js';
import { writeWhole } from '../outputs/write.js';
import { extractGuarded } from './extractGuarded.js';

export interface DiffFlags {
  readonly format: 'text' | 'json' | 'html';
  readonly out?: string;
  readonly baseline?: string;
  readonly pdf?: string;
  /** False: what people corrected is left aside. */
  readonly corrections?: boolean;
}

/** Exit statuses of `diff`: scripts ask for no more. */
const SAME = 0;
const DIFFERENT = 1;

/** `juesuan diff A B`, `juesuan diff --baseline A B`: 0 the same (or no worse than the baseline), 1 different (or worse). */
export async function diff(paths: readonly string[], flags: DiffFlags, options: ConvertOptions): Promise<number> {
  const all = flags.baseline === undefined ? paths : [flags.baseline, ...paths];
  if (all.length !== 2)
    throw new UsageError(
      flags.baseline === undefined
        ? `diff compares two: a file or a folder each; found ${paths.length}`
        : `diff --baseline DIR takes one file or folder to compare with it; found ${paths.length}`,
    );
  const [a, b] = [await entriesOf(all[0]!, flags), await entriesOf(all[1]!, flags)];
  if (a.single !== b.single) throw new UsageError('diff compares two files or two folders, not one of each');
  const extract = extractGuarded(options);
  const found = await diffFolders(a.entries, b.entries, (entry) =>
    readEntry(entry, extract, flags.corrections !== false),
  );
  const text = await render(found, flags, a.entries, b.entries);
  if (flags.out === undefined) process.stdout.write(text);
  else await writeWhole(flags.out, text);
  const fine = flags.baseline === undefined ? isSame(found) : !isWorse(found);
  return fine ? SAME : DIFFERENT;
}

async function render(
  found: FolderDiff,
  flags: DiffFlags,
  a: readonly FolderEntry[],
  b: readonly FolderEntry[],
): Promise<string> {
  if (flags.format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
  if (flags.format === 'text') return diffToText(found);
  const drawn = pictures();
  try {
    return await diffToHtml(found, (side, pair, page, box) => {
      const entry = (side === 'a' ? a : b).find((e) => e.name === pair.pair);
      return drawn.crop(entry?.pdf ?? null, pair[side].sha256, page, box);
    });
  } finally {
    drawn.close();
  }
}

/** The documents of a folder, or one file as a set of one. */
async function entriesOf(path: string, flags: DiffFlags): Promise<{ single: boolean; entries: FolderEntry[] }> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${path}: ${error.code === 'ENOENT' ? 'no such file or folder' : error.message}`, {
      cause: error,
    });
  });
  if (there.isDirectory()) return { single: false, entries: await scanFolder(path, flags.pdf ?? null) };
  // Two single files are compared whatever they are called.
  const one = { id: '', name: SINGLE };
  if (extname(path).toLowerCase() === '.pdf') return { single: true, entries: [{ ...one, json: null, pdf: path }] };
  const pdf = await pdfOf(path, flags.pdf ?? dirname(path));
  return { single: true, entries: [{ ...one, json: path, pdf }] };
}
