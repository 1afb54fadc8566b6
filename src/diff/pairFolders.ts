import type { FinalAccounts } from '../document/schema.js';
import { ExtractError } from '../errors.js';
import type { FolderEntry } from '../folder/scanFolder.js';
import { diffDocuments } from './diffDocuments.js';
import type { DocumentDiff } from './difference.js';

/** What differs between two sets of documents; two single documents are sets of one. */
export interface FolderDiff {
  readonly documents: readonly PairDiff[];
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
  /** Documents that could not be read on one side. */
  readonly failed: readonly { readonly name: string; readonly message: string }[];
}

/** The name of both documents where two files are compared, whatever they are called. */
export const SINGLE = '';

/** The comparison of two documents that go by one name in their folders. */
export interface PairDiff extends DocumentDiff {
  readonly pair: string;
}

/** Reads one document of a folder: its JSON, or its PDF where there is none. */
export type ReadEntry = (entry: FolderEntry) => Promise<FinalAccounts>;

/**
 * Pairs the documents of two folders by name and compares each pair, one after the other. Errors: `ExtractError`, where one of two
 * single files cannot be read; in folders that is part of the result.
 */
export async function diffFolders(
  a: readonly FolderEntry[],
  b: readonly FolderEntry[],
  read: ReadEntry,
): Promise<FolderDiff> {
  const inB = new Map(b.map((e) => [e.name, e]));
  const names = new Set(a.map((e) => e.name));
  const documents: PairDiff[] = [];
  const failed: { name: string; message: string }[] = [];
  for (const entry of a) {
    const other = inB.get(entry.name);
    if (!other) continue;
    try {
      documents.push({ pair: entry.name, ...diffDocuments(await read(entry), await read(other)) });
    } catch (error) {
      if (!(error instanceof ExtractError) || entry.name === SINGLE) throw error;
      failed.push({ name: entry.name, message: error.message });
    }
  }
  return {
    documents,
    onlyA: a.filter((e) => !inB.has(e.name)).map((e) => e.name),
    onlyB: b.filter((e) => !names.has(e.name)).map((e) => e.name),
    failed,
  };
}

export const isSame = (diff: FolderDiff): boolean =>
  diff.onlyA.length + diff.onlyB.length + diff.failed.length === 0 &&
  diff.documents.every((d) => d.differences.length === 0);

/** Whether B, compared with a baseline A, lost or changed anything: a document, a figure, a standing, or more is found wrong. */
export const isWorse = (diff: FolderDiff): boolean =>
  diff.onlyA.length + diff.failed.length > 0 ||
  diff.documents.some((d) => d.differences.some((x) => x.change === 'worse'));
