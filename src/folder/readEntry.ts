import { readFile } from 'node:fs/promises';
import { findLogs } from '../corrections/findLogs.js';
import { withCorrections } from '../corrections/withCorrections.js';
import { documentFromJson } from '../document/documentFromJson.js';
import type { FinalAccounts } from '../document/schema.js';
import type { FolderEntry } from './scanFolder.js';

/** Extracts a PDF; the caller says how, so that the reading stays under its guard. */
export type Extract = (pdf: string) => Promise<FinalAccounts>;

/**
 * The document of an entry: its JSON, or its PDF read now; with the corrections beside them unless they are to be left aside.
 * Errors: `ExtractError`.
 */
export async function readEntry(entry: FolderEntry, extract: Extract, corrections = true): Promise<FinalAccounts> {
  const document =
    entry.json === null ? await extract(entry.pdf!) : documentFromJson(await readFile(entry.json, 'utf8'));
  if (!corrections) return document;
  return withCorrections(document, await findLogs([entry.pdf ?? undefined, entry.json ?? undefined]));
}
