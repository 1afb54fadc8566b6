import { basename, extname, join } from 'node:path';
import pLimit from 'p-limit';
import type { FinalAccounts } from '../document/schema.js';
import { UsageError } from '../errors.js';
import { documentToJson } from '../outputs/json.js';
import { summaryOf } from '../outputs/summary.js';
import { isFolder, writeWhole } from '../outputs/write.js';
import { readDocument } from './input.js';
import { convertOptions, type ReadingFlags } from './options.js';
import { report } from './run.js';

interface ExtractFlags extends ReadingFlags {
  readonly out?: string;
  readonly strict?: boolean;
  readonly summary?: boolean;
}

/** How many documents are read at a time: each has a thread of its own. */
const AT_A_TIME = 2;

/** `juesuan extract`: a document that cannot be processed does not stop the others. */
export async function extractCommand(files: readonly string[], flags: ExtractFlags): Promise<number> {
  const folder = flags.out !== undefined && (files.length > 1 || (await isFolder(flags.out)) || flags.out.endsWith('/'));
  if (files.length > 1 && !flags.out) throw new UsageError('several files need a folder: --out DIR');
  const limit = pLimit(AT_A_TIME);
  const statuses = await Promise.all(
    files.map((file) =>
      limit(async () => {
        try {
          const document = await readDocument(file, convertOptions(flags));
          await put(document, file, flags.out, folder);
          if (flags.summary || flags.out !== undefined) process.stderr.write(summaryOf(document, folder ? target(file, flags.out!) : flags.out));
          return flags.strict && document.findings.some((f) => f.severity === 'error') ? 1 : 0;
        } catch (error) {
          if (files.length === 1) throw error;
          return report(error, file);
        }
      }),
    ),
  );
  return Math.max(...statuses);
}

const target = (file: string, folder: string): string => join(folder, `${file === '-' ? 'stdin' : basename(file, extname(file))}.json`);

async function put(document: FinalAccounts, file: string, out: string | undefined, folder: boolean): Promise<void> {
  const text = documentToJson(document);
  if (out === undefined) process.stdout.write(text);
  else await writeWhole(folder ? target(file, out) : out, text);
}
