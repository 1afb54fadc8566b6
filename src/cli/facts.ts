import { createReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../errors.js';
import type { Format, LineFile } from '../outputs/files/columns.js';
import { lineFile } from '../outputs/files/lineFile.js';
import { type FactKind, shapeOf } from '../outputs/files/shapes.js';
import { besideName } from '../outputs/write.js';
import { AT_A_TIME, convertOptions, type ReadingFlags, requestOf } from './commands.js';
import { EXIT } from './exit.js';
import type { JobResult } from './job.js';
import { openPool } from './jobPool.js';
import { pictureProgress } from './progress.js';
import { report } from './report.js';

export interface FactsFlags extends ReadingFlags {
  readonly format: Format;
  readonly out?: string;
  readonly bom?: boolean;
  readonly verifiedOnly?: boolean;
  readonly corrected?: boolean;
  readonly attachments?: boolean;
  readonly narrative?: boolean;
}

const kindOf = ({ attachments, narrative, corrected }: FactsFlags): FactKind => {
  if (attachments && narrative) throw new UsageError('--attachments or --narrative, not both');
  if (corrected && (attachments || narrative)) throw new UsageError('--corrected is for the amounts');
  return attachments ? 'attachments' : narrative ? 'narrative' : 'amounts';
};

/** `juesuan facts`: the lines of all files in their order. One that cannot be processed does not stop the others. */
export async function facts(files: readonly string[], flags: FactsFlags): Promise<number> {
  const { format, out } = flags;
  if (out === undefined && (format === 'parquet' || format === 'xlsx') && process.stdout.isTTY)
    throw new UsageError(`${format} is no text: give a file with --out FILE, or send it on`);
  let status: number = EXIT.done;
  const beside = join(out === undefined ? tmpdir() : dirname(out), besideName());
  let file: LineFile | undefined;
  try {
    for await (const [name, result] of inOrder(files, flags)) {
      if (result instanceof Error) {
        status = Math.max(status, report(result, files.length > 1 ? name : undefined));
        continue;
      }
      // Nothing is opened before there is something to write: a file that is refused leaves no output.
      file ??= await open(beside, flags);
      await file.add(result.facts!);
    }
    if (!file) return status;
    await file.finish();
    if (out === undefined) await pipeline(createReadStream(beside), process.stdout, { end: false });
    else await rename(beside, out);
    return status;
  } finally {
    await rm(beside, { force: true });
  }
}

async function open(path: string, flags: FactsFlags): Promise<LineFile> {
  await mkdir(dirname(path), { recursive: true });
  return lineFile(
    flags.format,
    path,
    shapeOf(kindOf(flags), flags.corrected === true),
    flags.bom ?? flags.out !== undefined,
  );
}

/** The results in the order of the files, a few files ahead of the one that is taken. */
async function* inOrder(
  files: readonly string[],
  flags: FactsFlags,
): AsyncGenerator<readonly [string, JobResult | Error]> {
  const size = Math.min(AT_A_TIME, files.length);
  const pool = openPool(convertOptions(flags), size, false, size > 1);
  const output = {
    as: 'facts',
    of: kindOf(flags),
    verifiedOnly: flags.verifiedOnly === true,
    corrected: flags.corrected === true,
  } as const;
  const one = async (file: string): Promise<JobResult | Error> => {
    try {
      return await pool.run(
        async () => ({ ...(await requestOf(file, flags)), output }),
        files.length === 1 ? pictureProgress() : undefined,
      );
    } catch (error) {
      return error as Error;
    }
  };
  try {
    const ahead: Promise<JobResult | Error>[] = [];
    for (const [i, file] of files.entries()) {
      for (let next = i + ahead.length; ahead.length <= size && next < files.length; next++)
        ahead.push(one(files[next]!));
      yield [file, await ahead.shift()!];
    }
  } finally {
    await pool.close();
  }
}
