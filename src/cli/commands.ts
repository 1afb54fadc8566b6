import { basename, extname, join } from 'node:path';
import type { ConvertOptions } from '../convert.js';
import { findLogs } from '../corrections/findLogs.js';
import { UsageError } from '../errors.js';
import { isFolder, writeWhole } from '../outputs/write.js';
import { EXIT } from './exit.js';
import { readInput } from './input.js';
import type { Job } from './job.js';
import { openPool, runOne } from './jobPool.js';
import { pictureProgress } from './progress.js';
import { report } from './report.js';

/** What commander gives for the options of a command that reads a PDF. */
export interface ReadingFlags {
  readonly secondReading: 'auto' | 'all' | 'none';
  readonly ocr: 'auto' | 'always' | 'never';
  /** False where nothing is to be kept. */
  readonly cache: string | false;
  readonly maxPages: number;
  readonly maxBytes: number;
  readonly maxObjects: number;
  readonly maxPixels: number;
  readonly maxSeconds: number;
  readonly maxMemory: number;
  /** False: what people corrected is left aside. */
  readonly corrections?: boolean;
}

/** The reading options among the flags of a command. */
export const convertOptions = ({ secondReading, ocr, cache, ...limits }: ReadingFlags): ConvertOptions => ({
  secondReading,
  ocr,
  ...(cache && { cache }),
  limits: {
    maxPages: limits.maxPages,
    maxBytes: limits.maxBytes,
    maxObjects: limits.maxObjects,
    maxPixels: limits.maxPixels,
    maxSeconds: limits.maxSeconds,
    maxMemory: limits.maxMemory,
  },
});

/** A file to be read: with the options of the command, and the corrections that stand beside it or beside its output. */
export async function requestOf(file: string, flags: ReadingFlags, written?: string): Promise<Omit<Job, 'output'>> {
  const corrections = flags.corrections === false ? [] : await findLogs([file, written]);
  return { ...(await readInput(file)), options: { ...convertOptions(flags), corrections } };
}

/** How many documents are read at a time: each has a thread of its own. */
export const AT_A_TIME = 2;

/** `juesuan extract`: a document that cannot be processed does not stop the others. */
export async function extract(
  files: readonly string[],
  flags: ReadingFlags & { out?: string; strict?: boolean; summary?: boolean },
): Promise<number> {
  const { out } = flags;
  const folder = out !== undefined && (files.length > 1 || out.endsWith('/') || (await isFolder(out)));
  if (files.length > 1 && out === undefined) throw new UsageError('several files need a folder: --out DIR');
  const pool = openPool(convertOptions(flags), Math.min(AT_A_TIME, files.length), false, files.length > 1);
  const one = async (file: string): Promise<number> => {
    const target = folder ? join(out!, `${file === '-' ? 'stdin' : basename(file, extname(file))}.json`) : out;
    const output = target === undefined ? ({ as: 'json' } as const) : ({ as: 'json', writtenTo: target } as const);
    const result = await pool.run(
      async () => ({ ...(await requestOf(file, flags, target)), output }),
      files.length === 1 ? pictureProgress() : undefined,
    );
    if (target === undefined) process.stdout.write(result.text);
    else await writeWhole(target, result.text);
    if (flags.summary || target !== undefined)
      process.stderr.write(files.length > 1 ? `${result.summary}\n` : result.summary);
    return flags.strict && result.hasError ? EXIT.strict : EXIT.done;
  };
  try {
    if (files.length === 1) return await one(files[0]!);
    return Math.max(
      ...(await Promise.all(files.map((file) => one(file).catch((error: unknown) => report(error, file))))),
    );
  } finally {
    await pool.close();
  }
}

/** `juesuan check` */
export async function check(file: string, flags: ReadingFlags & { all?: boolean; strict?: boolean }): Promise<number> {
  const result = await runOne({
    ...(await requestOf(file, flags)),
    output: { as: 'check', all: flags.all === true },
  });
  process.stdout.write(result.text);
  return flags.strict && result.hasError ? EXIT.strict : EXIT.done;
}

/** `juesuan schema` */
export async function schema(): Promise<number> {
  const { jsonSchema } = await import('../outputs/jsonSchema.js');
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
