import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { correctionsPath } from '../corrections/findLogs.js';
import type { FinalAccounts } from '../document/schema.js';
import { type Extract, readEntry } from '../folder/readEntry.js';
import { type FolderEntry, scanFolder } from '../folder/scanFolder.js';
import { type DocumentSummary, emptySummary, summarize } from './documentSummary.js';

/** The documents of a folder as the page asks for them: by id, never by path. */
export interface Collection {
  readonly root: string;
  summaries(): { readonly documents: readonly DocumentSummary[]; readonly pending: number };
  entry(id: string): FolderEntry | undefined;
  byName(name: string): FolderEntry | undefined;
  entries(): readonly FolderEntry[];
  /** Reads a document anew unless it is the one that was read last and its files are the same. Errors: `ExtractError`. */
  document(entry: FolderEntry): Promise<FinalAccounts>;
  /** The PDF that a document was read from, or null where there is none or its bytes are other ones. */
  pdf(entry: FolderEntry): Promise<Uint8Array | null>;
  /** Where corrections of a document go: beside its PDF, if that lies in the folder, or else beside its JSON. */
  correctionsFile(entry: FolderEntry): string;
}

/** Documents that are kept in memory. */
const KEPT = 4;

export async function openCollection(folder: string, pdfs: string | null, extract: Extract): Promise<Collection> {
  const root = await realpath(folder);
  const entries = await scanFolder(root, pdfs);
  const byId = new Map(entries.map((e) => [e.id, e]));
  const byName = new Map(entries.map((e) => [e.name, e]));
  const summaries = new Map<string, DocumentSummary>();
  const kept = new Map<string, { readonly stamp: string; readonly document: Promise<FinalAccounts> }>();

  const document = async (entry: FolderEntry): Promise<FinalAccounts> => {
    const stamp = await stampOf(entry);
    const there = kept.get(entry.id);
    if (there?.stamp === stamp) return there.document;
    const reading = readEntry(entry, extract);
    kept.delete(entry.id);
    kept.set(entry.id, { stamp, document: reading });
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    const read = await reading.catch((error: unknown) => {
      kept.delete(entry.id);
      throw error;
    });
    summaries.set(entry.id, summarize(entry.id, entry.name, entry.pdf !== null, read));
    return read;
  };

  void readAll();
  async function readAll(): Promise<void> {
    for (const entry of entries) {
      const has = entry.pdf !== null;
      if (entry.json === null) summaries.set(entry.id, emptySummary(entry.id, entry.name, has, null));
      else {
        const read = await readEntry(entry, extract).catch((error: unknown) => error as Error);
        if (summaries.has(entry.id)) continue;
        const problem = read instanceof Error ? emptySummary(entry.id, entry.name, has, read.message) : undefined;
        summaries.set(entry.id, problem ?? summarize(entry.id, entry.name, has, read as FinalAccounts));
      }
      // Requests come first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    root,
    summaries: () => {
      const documents = entries.flatMap((e) => summaries.get(e.id) ?? []);
      return { documents, pending: entries.length - documents.length };
    },
    entry: (id) => byId.get(id),
    byName: (name) => byName.get(name),
    entries: () => entries,
    document,
    async pdf(entry) {
      if (entry.pdf === null) return null;
      const bytes = await readFile(entry.pdf).catch(() => null);
      const { sha256 } = (await document(entry)).source;
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== sha256) return null;
      return new Uint8Array(bytes);
    },
    correctionsFile: (entry) =>
      correctionsPath(entry.pdf?.startsWith(root + sep) || entry.json === null ? entry.pdf! : entry.json),
  };
}

/** Changes when one of the files of an entry does. */
async function stampOf(entry: FolderEntry): Promise<string> {
  const files = [entry.json, entry.pdf, ...[entry.json, entry.pdf].flatMap((f) => (f ? [correctionsPath(f)] : []))];
  const stamps = files.map(async (f) => {
    const s = f === null ? null : await stat(f).catch(() => null);
    return s ? `${s.mtimeMs}:${s.size}` : '-';
  });
  return (await Promise.all(stamps)).join(' ');
}
