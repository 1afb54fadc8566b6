import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashLogs } from '../corrections/findLogs.js';
import { ExtractError } from '../errors.js';
import type { Digest } from '../outputs/digest.js';
import { syncFolder, writeWhole } from '../outputs/write.js';
import type { Limits } from '../source/limits.js';
import { decide } from './decide.js';
import { type InputFile, readInputFile } from './inputFile.js';
import type { Entry, Manifest } from './manifest.js';
import { outputName } from './outputName.js';
import type { Record, Settings } from './record.js';
import type { Finished, Sink } from './sink.js';

export interface BatchOptions {
  /** Sorted: of files with the same bytes the first one gives its name to the result. */
  readonly inputs: readonly string[];
  /** The folder of the results and of the manifest. */
  readonly out: string;
  readonly manifest: Manifest;
  readonly settings: Settings;
  readonly limits: Limits;
  /** Whether what failed in an earlier run is tried again. */
  readonly retryFailed: boolean;
  /** How many documents may be in work or waiting for it. */
  readonly ahead: number;
  readonly sinks: readonly Sink[];
  /** Whether corrections beside an input and beside its result belong into the result. */
  readonly corrections: boolean;
  /** Called where a sink does not take a document: it stands in the folder all the same. */
  readonly refused: (path: string, why: string) => void;
  /** Ends the batch: what is in work is finished, nothing is begun. */
  readonly stop: AbortSignal;
  /** Reads one document. Errors: `ExtractError`; any other ends the batch. */
  readonly extract: (file: InputFile) => Promise<{ readonly json: Uint8Array; readonly digest: Digest }>;
  /** Called for every input when its record stands. */
  readonly recorded: (entry: Entry, record: Record | null) => void;
}

/** Where the documents stand in the folder. */
export const DOCUMENTS = 'documents';

/**
 * Reads the inputs that have no current result, in their order, and records each. What was done before is kept; files of
 * the same bytes are read once. Errors: those of the disk and of the sinks, after what was in work is finished.
 */
export async function runBatch(options: BatchOptions): Promise<void> {
  const batch = new Batch(options);
  const working = new Set<Promise<void>>();
  let broken: { error: unknown } | undefined;
  for (const path of options.inputs) {
    while (working.size >= options.ahead) await Promise.race(working);
    if (options.stop.aborted || broken) break;
    // Begun in order and one by one: of equal files the first is always the one that is read.
    const { end } = await batch.begin(path).catch((error: unknown) => ({ end: Promise.reject(error) }));
    const one = end.then(
      () => {},
      (error: unknown) => {
        broken ??= { error };
      },
    );
    const step = one.finally(() => working.delete(step));
    working.add(step);
  }
  await Promise.all(working);
  if (broken) throw broken.error;
}

class Batch {
  /** Contents that are being read. */
  private readonly reading = new Map<string, Promise<Entry>>();
  private readonly settings: string;
  /** What goes to the sinks, in the order of the inputs. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: BatchOptions) {
    this.settings = JSON.stringify(options.settings);
  }

  /** Takes an input up; `end` settles when it is recorded. */
  async begin(path: string): Promise<{ readonly end: Promise<void> }> {
    const { manifest, limits, recorded } = this.options;
    let file: InputFile;
    try {
      file = await readInputFile(path, limits.maxBytes);
    } catch (error) {
      return { end: this.unreadable(path, error as NodeJS.ErrnoException) };
    }
    const first = this.reading.get(file.sha256);
    if (first) return { end: first.then((owner) => this.share(file, owner)) };
    const decision = await decide(path, file.sha256, manifest, (entry) => this.isCurrent(entry));
    if (decision.step === 'share') return { end: this.share(file, decision.owner) };
    if (decision.step === 'keep') {
      return {
        end: this.inTurn((turn) => this.refill(decision.entry, turn)).then(() => recorded(decision.entry, null)),
      };
    }
    const read = this.inTurn((turn) => this.read(file, turn));
    this.reading.set(file.sha256, read);
    return { end: read.then(() => {}).finally(() => this.reading.delete(file.sha256)) };
  }

  /** Begins work that waits for `turn` before it gives a sink something: what was begun before has given its own by then. */
  private inTurn<T>(work: (turn: Promise<unknown>) => Promise<T>): Promise<T> {
    const done = work(this.turn);
    this.turn = Promise.allSettled([this.turn, done]);
    return done;
  }

  private async read(file: InputFile, turn: Promise<unknown>): Promise<Entry> {
    const { extract, out, limits, sinks } = this.options;
    const corrections = await this.correctionsOf(file.path, `${DOCUMENTS}/${outputName(file.path, file.sha256)}`);
    const base = { ...this.blank(file.path), sha256: file.sha256, bytes: file.size, corrections };
    try {
      if (file.bytes === null)
        throw new ExtractError('LIMIT', `at most ${limits.maxBytes} bytes`, `${file.size} bytes`);
      const { json, digest } = await extract(file);
      const output = `${DOCUMENTS}/${outputName(file.path, file.sha256)}`;
      await writeWhole(join(out, output), json);
      await syncFolder(dirname(join(out, output)));
      if (sinks.length > 0) await turn;
      const reviewed = corrections !== null || this.wasReviewed(file);
      await this.give({ path: file.path, sha256: file.sha256, reviewed, json });
      return await this.record({
        ...base,
        status: 'done',
        output,
        outputBytes: json.byteLength,
        digest,
      });
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error;
      return this.record({ ...base, ...refusal(error), limits: error.code === 'LIMIT' ? { ...limits } : null });
    }
  }

  private async share(file: InputFile, owner: Entry): Promise<void> {
    const { sha256, status, output, outputBytes, code, limits } = owner;
    await this.record({
      ...this.blank(file.path),
      sha256,
      bytes: file.size,
      status,
      duplicateOf: owner.path,
      output,
      outputBytes,
      code,
      limits,
    });
  }

  private async unreadable(path: string, error: NodeJS.ErrnoException): Promise<void> {
    const found = error.code === 'ENOENT' ? 'none of this name' : (error.code ?? error.message);
    await this.record({
      ...this.blank(path),
      ...refusal(new ExtractError('UNREADABLE', 'a file that can be opened', found)),
    });
  }

  private async record(record: Record): Promise<Entry> {
    const entry = await this.options.manifest.append(record);
    this.options.recorded(entry, record);
    return entry;
  }

  /** Gives the sinks a document of an earlier run that they lack. */
  private async refill({ path, sha256, output, corrections }: Entry, turn: Promise<unknown>): Promise<void> {
    const { sinks, out } = this.options;
    if (output === null || sha256 === null || sinks.length === 0) return;
    await turn;
    const reviewed = corrections !== null;
    for (const sink of sinks) {
      if (!(await sink.lacks({ path, sha256, reviewed }))) continue;
      await this.give({ path, sha256, reviewed, json: await readFile(join(out, output)) }, [sink]);
    }
  }

  private async give(document: Finished, sinks = this.options.sinks): Promise<void> {
    for (const sink of sinks) {
      const { refused } = await sink.write(document);
      if (refused !== null) this.options.refused(document.path, refused);
    }
  }

  /** Whether an earlier result of these bytes was made with corrections: what is gone of them goes from the sinks as well. */
  private wasReviewed({ sha256 }: InputFile): boolean {
    return (this.options.manifest.owners.get(sha256)?.corrections ?? null) !== null;
  }

  /** What the corrections of a document are known by, at this moment. */
  private async correctionsOf(path: string, output: string): Promise<string | null> {
    return this.options.corrections ? hashLogs([path, join(this.options.out, output)]) : null;
  }

  private async isCurrent(entry: Entry): Promise<boolean> {
    const { out, retryFailed, limits } = this.options;
    if (entry.settings !== this.settings) return false;
    // What a person said of its figures since then, or took back, belongs into the result.
    const place = `${DOCUMENTS}/${outputName(entry.path, entry.sha256!)}`;
    if ((await this.correctionsOf(entry.path, place)) !== entry.corrections) return false;
    if (entry.status === 'declined') return true;
    if (entry.output === null)
      return entry.fresh || (!retryFailed && (entry.limits === null || sameLimits(entry.limits, limits)));
    const file = await stat(join(out, entry.output)).catch(() => undefined);
    return file?.size === entry.outputBytes;
  }

  private blank(path: string): Record {
    return {
      path,
      sha256: null,
      bytes: null,
      settings: this.options.settings,
      status: 'failed',
      duplicateOf: null,
      output: null,
      outputBytes: null,
      code: null,
      expected: null,
      found: null,
      limits: null,
      corrections: null,
      digest: null,
    };
  }
}

const refusal = ({ code, expected, found }: ExtractError): Pick<Record, 'status' | 'code' | 'expected' | 'found'> => ({
  status: code === 'NOT_FINAL_ACCOUNTS' ? 'declined' : 'failed',
  code,
  expected,
  found,
});

const sameLimits = (before: { readonly [name: string]: number }, now: Limits): boolean =>
  Object.entries(now).every(([name, value]) => before[name] === value);

/** Ends a batch that came to its end: the manifest in order, and no results that no record names. */
export async function closeBatch(out: string, manifest: Manifest): Promise<void> {
  await manifest.compact();
  const named = new Set([...manifest.entries.values()].map((entry) => entry.output));
  for (const output of manifest.superseded) if (!named.has(output)) await rm(join(out, output), { force: true });
}
