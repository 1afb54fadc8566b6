import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { FinalAccounts } from '../document/schema.js';
import { type CorrectionRow, correctionsOf, putCorrections } from './corrections.js';
import { insertRows, rowsToJson } from './insert.js';
import { documentToRows } from './rows.js';
import { EXTRACTED } from './tables/index.js';
import type { DialectName } from './tables/spec.js';

/** `older`: the database holds the reading of a newer juesuan, which stays. */
export type LoadOutcome = 'new' | 'replaced' | 'unchanged' | 'older';

interface DocumentRow {
  readonly id: number;
  readonly sha256: string;
  readonly department: string;
  readonly kind: string;
  readonly fiscal_year: number | null;
  readonly revision: number;
  readonly file_name: string;
  readonly extractor_version: string;
  readonly second_reading: string;
  readonly content_sha256: string;
}

export interface LoadTables {
  documents: DocumentRow & Record<string, unknown>;
  corrections: CorrectionRow & { readonly id: number; readonly document_id: number };
}

/**
 * Writes a document in one transaction: whole or not at all. The same content again changes nothing, another reading of the
 * same bytes takes the place of the one before (with its id and corrections), other bytes of the same department, kind and
 * year are a new revision. `reviewed`: the corrections of the document are those that it carries; otherwise what it carries none of stays.
 */
export async function loadDocument(
  db: Kysely<LoadTables>,
  dialect: DialectName,
  document: FinalAccounts,
  now: Date,
  reviewed = false,
): Promise<LoadOutcome> {
  const rows = documentToRows(document);
  const lists = EXTRACTED.map((table) => ({ table, lists: rowsToJson(rows[table.name]!) }));
  const head = headOf(document);
  const corrections = correctionsOf(document);
  const content = hashOf(
    head,
    lists.flatMap((l) => [l.table.name, ...l.lists]),
  );
  return db.transaction().execute(async (trx) => {
    const correct = async (id: number): Promise<boolean> =>
      (reviewed || corrections.length > 0) && (await putCorrections(trx, id, corrections));
    const { sha256 } = document.source;
    const { department, kind, fiscalYear } = document.document;
    await lock(trx, dialect, sha256);
    const before = await trx
      .selectFrom('documents')
      .select(['id', 'department', 'kind', 'fiscal_year', 'revision', 'extractor_version', 'content_sha256'])
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    if (before?.content_sha256 === content) return (await correct(before.id)) ? 'replaced' : 'unchanged';
    if (before && compareVersions(before.extractor_version, document.generator.version) > 0) return 'older';

    const same =
      before && before.department === department && before.kind === kind && before.fiscal_year === fiscalYear;
    const revision = same ? before.revision : await nextRevision(trx, dialect, document, before?.id);
    const values = { ...head, revision, content_sha256: content, loaded_at: now.toISOString() };
    let id: number;
    if (before) {
      id = before.id;
      for (const table of EXTRACTED)
        await sql`delete from ${sql.raw(table.name)} where document_id = ${id}`.execute(trx);
      await trx.updateTable('documents').set(values).where('id', '=', id).execute();
    } else {
      const added = await trx
        .insertInto('documents')
        .values({ ...values, sha256, file_name: document.source.fileName } as never)
        .returning('id')
        .executeTakeFirstOrThrow();
      id = added.id;
    }
    for (const { table, lists: of } of lists) {
      for (const list of of) await insertRows(trx as unknown as Kysely<unknown>, dialect, table, id, list);
    }
    await correct(id);
    return before ? 'replaced' : 'new';
  });
}

/** What the bytes are called is not part of their content, and the first name stays. */
const headOf = ({ source, document, schemaVersion, generator }: FinalAccounts) => ({
  department: clean(document.department),
  kind: document.kind,
  fiscal_year: document.fiscalYear,
  title: clean(document.title),
  bytes: source.bytes,
  page_count: source.pageCount,
  producer: clean(source.producer),
  reading: source.reading,
  second_reading: source.secondReading,
  pages_without_text: JSON.stringify(source.pagesWithoutText),
  schema_version: schemaVersion,
  extractor_version: generator.version,
});

const clean = (text: string): string => text.replaceAll('\u0000', '\ufffd');

function hashOf(head: object, lists: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(head));
  for (const list of lists) hash.update('\n').update(list);
  return hash.digest('hex');
}

/** The number after the last one; a document without a year stands for itself. */
async function nextRevision(
  trx: Kysely<LoadTables>,
  dialect: DialectName,
  { document }: FinalAccounts,
  except: number | undefined,
): Promise<number> {
  if (document.fiscalYear === null) return 1;
  const department = clean(document.department);
  await lock(trx, dialect, `${department}/${document.kind}/${document.fiscalYear}`);
  const { rows } = await sql<{ last: number | null }>`
    select max(revision) as last from documents
    where department = ${department} and kind = ${document.kind} and fiscal_year = ${document.fiscalYear}
      and id <> ${except ?? 0}`.execute(trx);
  return (rows[0]!.last ?? 0) + 1;
}

/** One loader at a time for the same document or the same publications; SQLite has one writer anyhow. */
async function lock(trx: Kysely<LoadTables>, dialect: DialectName, what: string): Promise<void> {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(trx);
}

/** Below, at or above 0 as `a` is older than, the same as or newer than `b`; a pre-release is older than its release. */
export function compareVersions(a: string, b: string): number {
  const [[mainA, preA], [mainB, preB]] = [split(a), split(b)];
  for (let i = 0; i < 3; i++) if (mainA[i] !== mainB[i]) return (mainA[i] ?? 0) - (mainB[i] ?? 0);
  if (preA === preB) return 0;
  if (preA === '' || preB === '') return preA === '' ? 1 : -1;
  return preA < preB ? -1 : 1;
}

function split(version: string): [readonly number[], string] {
  const [main = '', ...pre] = version.split('+')[0]!.split('-');
  return [main.split('.').map(Number), pre.join('-')];
}
