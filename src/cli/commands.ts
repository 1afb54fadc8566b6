import { basename, extname, join } from 'node:path';
import pLimit from 'p-limit';
import type { ConvertOptions } from '../convert.js';
import { UsageError } from '../errors.js';
import { isFolder, writeWhole } from '../outputs/write.js';
import { EXIT } from './exit.js';
import { runGuarded } from './guard.js';
import { readInput } from './input.js';
import type { Job, JobResult } from './job.js';
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
}

const convertOptions = ({ secondReading, ocr, cache, ...limits }: ReadingFlags): ConvertOptions => ({
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

async function perform(file: string, flags: ReadingFlags, output: Job['output']): Promise<JobResult> {
  return runGuarded({ ...(await readInput(file)), options: convertOptions(flags), output }, pictureProgress());
}

/** How many documents are read at a time: each has a thread of its own. */
const AT_A_TIME = 2;

/** `juesuan extract`: a document that cannot be processed does not stop the others. */
export async function extract(
  files: readonly string[],
  flags: ReadingFlags & { out?: string; strict?: boolean; summary?: boolean },
): Promise<number> {
  const { out } = flags;
  const folder = out !== undefined && (files.length > 1 || out.endsWith('/') || (await isFolder(out)));
  if (files.length > 1 && out === undefined) throw new UsageError('several files need a folder: --out DIR');
  const one = async (file: string): Promise<number> => {
    const target = folder ? join(out!, `${file === '-' ? 'stdin' : basename(file, extname(file))}.json`) : out;
    const result = await perform(
      file,
      flags,
      target === undefined ? { as: 'json' } : { as: 'json', writtenTo: target },
    );
    if (target === undefined) process.stdout.write(result.text);
    else await writeWhole(target, result.text);
    if (flags.summary || target !== undefined)
      process.stderr.write(files.length > 1 ? `${result.summary}\n` : result.summary);
    return flags.strict && result.hasError ? EXIT.strict : EXIT.done;
  };
  if (files.length === 1) return one(files[0]!);
  const limit = pLimit(AT_A_TIME);
  return Math.max(
    ...(await Promise.all(files.map((file) => limit(() => one(file).catch((error: unknown) => report(error, file)))))),
  );
}

/** `juesuan facts` */
export async function facts(
  file: string,
  flags: ReadingFlags & { format: 'csv' | 'ndjson'; verifiedOnly?: boolean },
): Promise<number> {
  const result = await perform(file, flags, {
    as: 'facts',
    format: flags.format,
    verifiedOnly: flags.verifiedOnly === true,
  });
  process.stdout.write(result.text);
  return EXIT.done;
}

/** `juesuan check` */
export async function check(file: string, flags: ReadingFlags & { all?: boolean; strict?: boolean }): Promise<number> {
  const result = await perform(file, flags, { as: 'check', all: flags.all === true });
  process.stdout.write(result.text);
  return flags.strict && result.hasError ? EXIT.strict : EXIT.done;
}

/** `juesuan schema` */
export async function schema(): Promise<number> {
  const { jsonSchema } = await import('../outputs/jsonSchema.js');
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
