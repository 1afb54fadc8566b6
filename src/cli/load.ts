import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { ConvertOptions } from '../convert.js';
import type { LoadOutcome } from '../databases/load.js';
import type { Store } from '../databases/openStore.js';
import { documentFromJson, isJson } from '../document/documentFromJson.js';
import type { FinalAccounts } from '../document/schema.js';
import { ExtractError, UsageError } from '../errors.js';
import { VERSION } from '../version.js';
import { AT_A_TIME, convertOptions, type ReadingFlags } from './commands.js';
import { EXIT } from './exit.js';
import { runGuarded } from './guard.js';
import { readInput } from './input.js';
import { inputFiles } from './inputFiles.js';
import { report } from './report.js';

/** The document of a PDF, read in a thread of its own within the bounds. Errors: `ExtractError`. */
export async function extractGuarded(
  bytes: Uint8Array,
  fileName: string,
  options: ConvertOptions,
): Promise<FinalAccounts> {
  const { text } = await runGuarded({ bytes, fileName, options, output: { as: 'json' } });
  return JSON.parse(text) as FinalAccounts;
}

/** `juesuan load`: what cannot be processed is reported and does not stop the others. */
export async function load(inputs: readonly string[], flags: ReadingFlags & { db: string }): Promise<number> {
  const files = await inputFiles(inputs, ['.pdf', '.json']);
  const { openStore } = await import('../databases/openStore.js');
  const store = await openStore(flags.db);
  const counts: Record<LoadOutcome, number> = { new: 0, replaced: 0, unchanged: 0, older: 0 };
  let status: number = EXIT.done;
  const limit = pLimit(AT_A_TIME);
  const one = async (file: string): Promise<void> => {
    try {
      counts[await loadFile(store, file, convertOptions(flags))]++;
    } catch (error) {
      if (!(error instanceof ExtractError || error instanceof UsageError)) {
        limit.clearQueue();
        throw error;
      }
      status = Math.max(status, report(error, file));
    }
  };
  try {
    await Promise.all(files.map((file) => limit(() => one(file))));
  } finally {
    await store.close();
    const said = Object.entries(counts).filter(([outcome, n]) => n > 0 || outcome !== 'older');
    process.stderr.write(`loaded: ${said.map(([outcome, n]) => `${n} ${outcome}`).join(', ')}\n`);
  }
  return status;
}

async function loadFile(store: Store, file: string, options: ConvertOptions): Promise<LoadOutcome> {
  const { bytes, fileName } = await readInput(file);
  if (isJson(bytes)) return store.load(documentFromJson(bytes));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (await store.has(sha256, VERSION, options.secondReading ?? 'auto')) return 'unchanged';
  return store.load(await extractGuarded(bytes, fileName, options));
}
