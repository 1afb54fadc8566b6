import { basename, extname, join } from 'node:path';
import { UsageError } from '../errors.js';
import { writeWhole } from '../outputs/write.js';
import { type ReadingFlags, requestOf } from './commands.js';
import { EXIT } from './exit.js';
import { runOne } from './jobPool.js';
import { report } from './report.js';

export interface SplitFlags extends ReadingFlags {
  readonly out: string;
  /** The pages on which accounts begin, where somebody knows them. */
  readonly at?: readonly number[];
}

/**
 * `juesuan split`: the accounts of several units that stand in one file, each as a file of its own. The files with one account are listed on
 * standard output; a file that has one alone is listed as it is. One that cannot be processed does not stop the others.
 */
export async function split(files: readonly string[], flags: SplitFlags): Promise<number> {
  if (flags.at && files.length > 1) throw new UsageError('--at is for one file');
  let status: number = EXIT.done;
  for (const file of files) {
    try {
      for (const path of await splitOne(file, flags)) process.stdout.write(`${path}\n`);
    } catch (error) {
      status = Math.max(status, report(error, files.length > 1 ? file : undefined));
    }
  }
  return status;
}

async function splitOne(file: string, flags: SplitFlags): Promise<string[]> {
  const { parts = [] } = await runOne({
    ...(await requestOf(file, { ...flags, secondReading: 'none', corrections: false })),
    output: { as: 'split', at: flags.at ?? null },
  });
  const pages = parts.at(-1)!.last;
  const beyond = flags.at?.find((page) => page > pages);
  if (beyond !== undefined)
    throw new UsageError(`--at: expected pages of the file, which has ${pages}, found ${beyond}`);
  if (parts.length === 1) {
    process.stderr.write(`${file}: one account, left as it is\n`);
    return [file];
  }
  const name = file === '-' ? 'stdin' : basename(file, extname(file));
  const written: string[] = [];
  for (const { first, last, bytes } of parts) {
    const path = join(flags.out, `${name}.p${first}-${last}.pdf`);
    await writeWhole(path, bytes);
    written.push(path);
  }
  return written;
}
