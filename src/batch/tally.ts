import { TABLE_KEYS } from '../document/keys.js';
import type { Digest } from '../outputs/digest.js';
import type { Record } from './record.js';

export type Counts = Map<string, number>;

/** What a folder of documents comes to. Files of the same bytes count once everywhere but in `inputs` and `duplicates`. */
export interface Tally {
  inputs: number;
  duplicates: number;
  done: number;
  declined: number;
  failed: number;
  pages: number;
  /** Tables by key, then by status. */
  readonly tables: Map<string, Counts>;
  readonly figures: Counts;
  readonly identities: Counts;
  /** Findings by rule: how severe, how many, in how many documents. */
  readonly findings: Map<
    string,
    { severity: Digest['findings'][number]['severity']; count: number; documents: number }
  >;
  /** Declined documents by what they seem to be. */
  readonly kinds: Counts;
  /** Failures by code. */
  readonly codes: Counts;
}

export const emptyTally = (): Tally => ({
  inputs: 0,
  duplicates: 0,
  done: 0,
  declined: 0,
  failed: 0,
  pages: 0,
  tables: new Map(TABLE_KEYS.map((key) => [key, new Map()])),
  figures: new Map([
    ['confirmed', 0],
    ['unconfirmed', 0],
    ['disputed', 0],
  ]),
  identities: new Map(),
  findings: new Map(),
  kinds: new Map(),
  codes: new Map(),
});

/** Adds a record. */
export function count(tally: Tally, record: Record): void {
  tally.inputs++;
  if (record.duplicateOf !== null) {
    tally.duplicates++;
    return;
  }
  tally[record.status]++;
  if (record.status === 'declined') add(tally.kinds, kindOf(record.found ?? ''));
  if (record.status === 'failed') add(tally.codes, record.code ?? '');
  if (record.digest) countDigest(tally, record.digest);
}

function countDigest(tally: Tally, digest: Digest): void {
  tally.pages += digest.pages;
  for (const key of TABLE_KEYS) add(tally.tables.get(key)!, digest.tables[key]);
  for (const [standing, n] of Object.entries(digest.figures)) add(tally.figures, standing, n);
  for (const [outcome, n] of Object.entries(digest.identities)) add(tally.identities, outcome, n);
  for (const { rule, severity, count: n } of digest.findings) {
    const key = `${severity} ${rule}`;
    const before = tally.findings.get(key);
    tally.findings.set(key, { severity, count: (before?.count ?? 0) + n, documents: (before?.documents ?? 0) + 1 });
  }
}

/** What a declined document seems to be, numbers of pages aside. */
const kindOf = (found: string): string =>
  found.replace(/ on \d+ of \d+ pages/, ' on most pages').replace(/\bon \d+ of \d+\b/, 'on most');

function add(counts: Counts, key: string, n = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + n);
}

/** The counts, the largest first. */
export const ranked = (counts: Counts): [string, number][] =>
  [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
