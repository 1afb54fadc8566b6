import { mkdir, readdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { findInputs, parseList } from '../batch/findInputs.js';
import { lockFolder } from '../batch/lock.js';
import { type Entry, Manifest } from '../batch/manifest.js';
import { outputName } from '../batch/outputName.js';
import type { Settings } from '../batch/record.js';
import { reportPage } from '../batch/reportPage.js';
import { closeBatch, DOCUMENTS, runBatch } from '../batch/runBatch.js';
import type { Sink } from '../batch/sink.js';
import { summaryText } from '../batch/summaryText.js';
import { count, emptyTally, type Tally } from '../batch/tally.js';
import { Worst } from '../batch/worst.js';
import type { ConvertOptions } from '../convert.js';
import { findLogs } from '../corrections/findLogs.js';
import type { CorrectionLog } from '../corrections/log.js';
import { ExtractError, UsageError } from '../errors.js';
import { isBesideName, writeWhole } from '../outputs/write.js';
import { DEFAULT_LIMITS } from '../source/limits.js';
import { VERSION } from '../version.js';
import { batchProgress } from './batchProgress.js';
import { convertOptions, type ReadingFlags } from './commands.js';
import { EXIT } from './exit.js';
import { readInput } from './input.js';
import { openPool } from './jobPool.js';
import { openStoreSink } from './storeSink.js';

export interface BatchFlags extends ReadingFlags {
  readonly out: string;
  readonly workers?: number;
  readonly report?: string;
  readonly retryFailed?: boolean;
  readonly strict?: boolean;
  /** Documents go into this database as well. */
  readonly db?: string;
}

/** Documents that the report shows. */
const SHOWN = 500;

/** `juesuan batch`: many documents into a folder, going on where an earlier run ended. */
export async function batch(given: readonly string[], flags: BatchFlags): Promise<number> {
  const { out } = flags;
  const inputs = await findInputs(
    given.filter((g) => g !== '-'),
    given.includes('-') ? parseList(new TextDecoder().decode((await readInput('-')).bytes)) : [],
  );
  if (inputs.length === 0) throw new UsageError(`${given.join(', ')}: no PDF or text in there`);
  const sinks = flags.db === undefined ? [] : [await openStoreSink(flags.db, flags.secondReading)];
  let unlock: (() => Promise<void>) | undefined;
  try {
    await mkdir(join(out, 'documents'), { recursive: true });
    unlock = await lockFolder(out);
    await sweep(out);
    return await run(inputs, flags, sinks);
  } finally {
    for (const sink of sinks) await sink.close();
    await unlock?.();
  }
}

async function run(inputs: readonly string[], flags: BatchFlags, sinks: readonly Sink[]): Promise<number> {
  const { out } = flags;
  const options = convertOptions(flags);
  const settings = settingsOf(options);
  const manifest = await Manifest.open(join(out, 'manifest.ndjson'));
  if (manifest.broken > 0)
    process.stderr.write(`juesuan: ${manifest.broken} broken lines of the manifest are dropped\n`);
  const workers = flags.workers ?? availableParallelism();
  const pool = openPool(options, workers, true);
  const progress = batchProgress(inputs.length);
  const signals = stopOnSignals(() => progress.say('juesuan: stopping; what is in work is finished. Again: at once'));
  const results: Entry[] = [];
  let kept = 0;
  let refused = 0;
  try {
    await runBatch({
      inputs,
      out,
      manifest,
      settings,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      retryFailed: flags.retryFailed === true,
      // Documents wait for their turn at the database, and the threads should not wait for a slow one.
      ahead: sinks.length > 0 ? 4 * workers + 2 : workers + 2,
      sinks,
      corrections: flags.corrections !== false,
      refused: (path, why) => {
        refused++;
        progress.say(`juesuan: not in the database: ${why} (${path})`);
      },
      stop: signals.signal,
      extract: async ({ path, fileName, bytes, sha256 }) => {
        const corrections =
          flags.corrections === false
            ? []
            : await correctionsOf([path, join(out, DOCUMENTS, outputName(path, sha256))]);
        const result = await pool.run(
          async () => ({ bytes: bytes!, fileName, options: { ...options, corrections }, output: { as: 'batch' } }),
          (p) => progress.within(path, p),
        );
        return { json: result.text, digest: result.digest! };
      },
      recorded: (entry, record) => {
        results.push(entry);
        if (!record) kept++;
        else if (record.status === 'failed' && record.duplicateOf === null)
          progress.say(`juesuan: ${record.code}: expected ${record.expected}, found ${record.found} (${record.path})`);
        progress.recorded(record !== null && record.duplicateOf === null, entry.status === 'failed');
      },
    });
    if (!signals.signal.aborted) await closeBatch(out, manifest);
  } finally {
    progress.stop();
    signals.release();
    await pool.close();
  }
  const stopped = signals.signal.aborted;
  await conclude(manifest, flags, settings, { all: inputs.length, kept, refused, results, stopped });
  await manifest.close();
  if (stopped) return signals.status();
  if (refused > 0) return EXIT.input;
  if (results.every((r) => r.status !== 'done')) return EXIT.input;
  return flags.strict && results.some((r) => r.severe || r.status === 'failed') ? EXIT.strict : EXIT.done;
}

/** The summary to standard error, and the report where it is asked for: both of the whole folder. */
async function conclude(
  manifest: Manifest,
  flags: BatchFlags,
  settings: Settings,
  ran: {
    readonly all: number;
    readonly kept: number;
    readonly refused: number;
    readonly results: readonly Entry[];
    readonly stopped: boolean;
  },
): Promise<void> {
  const { out, report } = flags;
  const tally: Tally = emptyTally();
  const worst = new Worst(SHOWN);
  for await (const record of manifest.records()) {
    count(tally, record);
    worst.add(record);
  }
  process.stderr.write(`${summaryText(tally)}\n`);
  if (ran.kept > 0) process.stderr.write(`kept from earlier runs: ${ran.kept}\n`);
  process.stderr.write(`written: ${join(out, 'manifest.ndjson')}\n`);
  if (ran.refused > 0)
    process.stderr.write(`not in the database: ${ran.refused}; the same command offers them again\n`);
  if (report !== undefined) {
    const way = relative(dirname(resolve(report)), resolve(out))
      .split(sep)
      .join('/');
    const toFolder = way === '' ? '' : `${way}/`;
    await writeWhole(report, reportPage({ tally, worst: worst.records, settings, toFolder }));
    process.stderr.write(`written: ${report}\n`);
  }
  if (ran.stopped)
    process.stderr.write(
      `stopped: ${ran.all - ran.results.length} of ${ran.all} are left; the same command goes on from here\n`,
    );
}

/** The corrections beside one input and beside its result. A file that is none is that input's failure and does not end the batch. */
async function correctionsOf(paths: readonly string[]): Promise<CorrectionLog[]> {
  try {
    return await findLogs(paths);
  } catch (error) {
    throw new ExtractError('UNREADABLE', 'a corrections file or none', (error as Error).message, { cause: error });
  }
}

/** What a result depends on: the version and every option but the bounds. */
function settingsOf({ limits: _, ...options }: ConvertOptions): Settings {
  return { juesuan: VERSION, ...Object.fromEntries(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Removes what a kill left of files that were being written. */
async function sweep(out: string): Promise<void> {
  for (const folder of [out, join(out, 'documents')])
    for (const name of await readdir(folder)) if (isBesideName(name)) await rm(join(folder, name), { force: true });
}

/** Milliseconds in which a signal that comes twice is one: a terminal and `systemd` send it to every process, and the parent hands its own on. */
const ONE_SIGNAL = 300;

/** The first Ctrl-C (or SIGTERM) asks the batch to stop, the second one ends the process. */
function stopOnSignals(first: () => void): { signal: AbortSignal; status: () => number; release: () => void } {
  const controller = new AbortController();
  let status = 0;
  let asked = 0;
  const stop = (signal: NodeJS.Signals): void => {
    const code = 128 + (signal === 'SIGINT' ? 2 : 15);
    if (controller.signal.aborted) {
      if (performance.now() - asked > ONE_SIGNAL) process.exit(code);
      return;
    }
    asked = performance.now();
    status = code;
    controller.abort();
    first();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    status: () => status,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
