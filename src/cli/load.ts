import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { ConvertOptions } from '../convert.js';
import { findLogs } from '../corrections/findLogs.js';
import { withCorrections } from '../corrections/withCorrections.js';
import type { LoadOutcome } from '../databases/load.js';
import type { Store } from '../databases/openStore.js';
import { documentFromJson, isJson } from '../document/documentFromJson.js';
import type { FinalAccounts } from '../document/schema.js';
import { ExtractError, UsageError } from '../errors.js';
import { VERSION } from '../version.js';
import { AT_A_TIME, convertOptions, type ReadingFlags } from './commands.js';
import { EXIT } from './exit.js';
import { readInput } from './input.js';
import { inputFiles } from './inputFiles.js';
import type { Job } from './job.js';
import { openPool } from './jobPool.js';
import { needs } from './optional.js';
import { report } from './report.js';

/** `juesuan load`: what cannot be processed is reported and does not stop the others. */
export async function load(inputs: readonly string[], flags: ReadingFlags & { db: string }): Promise<number> {
  const files = await inputFiles(inputs, ['.pdf', '.json']);
  const { openStore } = await import('../databases/openStore.js').catch(
    needs('--db', 'kysely@0.28.18', 'libsql@0.5.29', 'pg@8.23.1'),
  );
  const store = await openStore(flags.db);
  const options = convertOptions(flags);
  const pool = openPool(options, AT_A_TIME, true);
  const read = async (job: Job): Promise<string> => new TextDecoder().decode((await pool.run(async () => job)).text);
  const counts: Record<LoadOutcome, number> = { new: 0, replaced: 0, unchanged: 0, older: 0 };
  let status: number = EXIT.done;
  const limit = pLimit(AT_A_TIME);
  // Documents are read side by side and written in the order of the inputs: so are their revisions.
  let before: Promise<void> = Promise.resolve();
  const one = async (file: string, turn: Promise<void>): Promise<void> => {
    try {
      const logs = flags.corrections === false ? [] : await findLogs([file]);
      const document = await documentToLoad(store, file, { ...options, corrections: logs }, read);
      await turn;
      counts[document === null ? 'unchanged' : await store.load(document.document, document)]++;
    } catch (error) {
      await turn;
      if (!(error instanceof ExtractError || error instanceof UsageError)) throw error;
      status = Math.max(status, report(error, file));
    }
  };
  try {
    await Promise.all(
      files.map((file) => {
        const turn = before;
        const done = limit(() => one(file, turn));
        before = done;
        return done;
      }),
    );
  } finally {
    limit.clearQueue();
    await pool.close();
    await store.close();
    const said = Object.entries(counts).filter(([outcome, n]) => n > 0 || outcome !== 'older');
    process.stderr.write(`loaded: ${said.map(([outcome, n]) => `${n} ${outcome}`).join(', ')}\n`);
  }
  return status;
}

/** The document of a file and whether corrections stand beside it, or null where its bytes are loaded already. */
async function documentToLoad(
  store: Store,
  file: string,
  options: ConvertOptions,
  read: (job: Job) => Promise<string>,
): Promise<{ readonly document: FinalAccounts; readonly reviewed: boolean } | null> {
  const { bytes, fileName } = await readInput(file);
  const reviewed = (options.corrections ?? []).length > 0;
  if (isJson(bytes)) return { document: await withCorrections(documentFromJson(bytes), options.corrections), reviewed };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (!reviewed && (await store.has(sha256, VERSION, options.secondReading ?? 'auto'))) return null;
  const text = await read({ bytes, fileName, options, output: { as: 'json' } });
  return { document: JSON.parse(text) as FinalAccounts, reviewed };
}
