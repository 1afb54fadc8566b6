import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { compareVersions } from '../../src/databases/load.js';
import { openStore, type Store } from '../../src/databases/openStore.js';
import { isRefusal } from '../../src/databases/refusal.js';
import type { FinalAccounts } from '../../src/document/schema.js';
import { factsOf } from '../../src/outputs/facts.js';
import { asBytes, sampleDocument, sampleDocuments, withAttachments } from './documents.js';
import { dump, rowsOf } from './dump.js';
import { anyServer } from './postgres.js';

const clock = () => new Date('2026-01-02T03:04:05.000Z');
let server: Awaited<ReturnType<typeof anyServer>>;
const stores: Store[] = [];
const open = async (address: string): Promise<Store> => {
  const store = await openStore(address, { clock });
  stores.push(store);
  return store;
};
const newFile = (): string => `sqlite:${join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'a.db')}`;
const addressOf = (dialect: string): Promise<string> =>
  dialect === 'sqlite' ? Promise.resolve(newFile()) : server.database();

beforeAll(async () => {
  server = await anyServer();
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await server.end();
});

const qingzhou = withAttachments(sampleDocument('qingzhou-2024'));

test('SQLite and Postgres hold the same rows, and their views say the same', async () => {
  const [lite, post] = [await open(newFile()), await open(await server.database())];
  for (const document of sampleDocuments()) {
    expect(await lite.load(withAttachments(document))).toBe('new');
    expect(await post.load(withAttachments(document))).toBe('new');
  }
  const [a, b] = [await dump(lite), await dump(post)];
  expect(a).toEqual(b);
  for (const name of ['facts', 'checks', 'findings', 'indicators', 'narrative_statements', 'year_over_year'])
    expect(a[name]!.length).toBeGreaterThan(0);
});

describe.each(['sqlite', 'postgres'])('%s', (dialect) => {
  test('has a row for every fact, exact', async () => {
    const store = await open(await addressOf(dialect));
    await store.load(qingzhou);
    const rows = await rowsOf(store, 'select * from facts order by document_id');
    const facts = [...factsOf(qingzhou)].filter((f) => f.column !== null);
    expect(rows).toHaveLength(facts.length);
    const key = (r: Record<string, unknown>, table: string, column: string): string =>
      [
        r[table],
        r['section'],
        r['line_no'],
        r['code'],
        r['name'],
        r[column],
        r['value'],
        r['raw'],
        r['x0'],
        r['y1'],
      ].join('|');
    expect(rows.map((r) => key(r, 'table_key', 'column_key')).sort()).toEqual(
      facts.map((f) => key(f, 'table', 'column')).sort(),
    );
    expect(rows.filter((r) => r['value'] === null).every((r) => r['fen'] === null)).toBe(true);
  });

  test('loading twice changes nothing', async () => {
    const store = await open(await addressOf(dialect));
    await store.load(qingzhou);
    const before = await dump(store);
    expect(await store.load(qingzhou)).toBe('unchanged');
    expect(await store.load({ ...qingzhou, source: { ...qingzhou.source, fileName: 'another name.pdf' } })).toBe(
      'unchanged',
    );
    expect(await dump(store)).toEqual(before);
  });

  test('a newer extraction takes the place of the older one and keeps id and corrections; an older one does not', async () => {
    const store = await open(await addressOf(dialect));
    await store.load(sampleDocument('lanting-2024'));
    await store.load(qingzhou);
    const [{ id }] = (await rowsOf(store, `select id from documents where sha256 = '${qingzhou.source.sha256}'`)) as [
      { id: number },
    ];
    await sql`insert into corrections (document_id, cell, old_value, new_value, corrected_by, corrected_at, reason)
      values (${id}, 'revenue/0/total', '3586.58', '3586.57', 'a reader', ${clock().toISOString()}, 'the page says so')`.execute(
      store.db,
    );
    const newer = changed(qingzhou, '9.0.0');
    expect(await store.load(newer)).toBe('replaced');
    const after = await dump(store);
    expect(await store.load(qingzhou)).toBe('older');
    expect(await dump(store)).toEqual(after);
    expect(
      await rowsOf(
        store,
        `select id, revision, extractor_version from documents where sha256 = '${qingzhou.source.sha256}'`,
      ),
    ).toEqual([{ id, revision: 1, extractor_version: '9.0.0' }]);
    expect(
      await rowsOf(
        store,
        `select value, fen from facts where document_id = ${id} and table_key = 'revenue' and row_no = 0 and column_key = 'total'`,
      ),
    ).toEqual([{ value: '1.00', fen: 1_000_000 }]);
    expect(after['corrections']).toHaveLength(1);
  });

  test('corrections are those that a document carries; one that carries none leaves them unless it was reviewed', async () => {
    const store = await open(await addressOf(dialect));
    const corrected = structuredClone(qingzhou);
    corrected.tables[1]!.rows[0]!.cells['total']!.correction = {
      value: null,
      printed: '3586.58',
      who: 'Li',
      when: '2026-01-01T00:00:00Z',
      why: 'blank on the page',
    };
    const stand = () => rowsOf(store, 'select cell, old_value, new_value, corrected_by, corrected_at from corrections');
    const row = {
      cell: 'revenue/0/total',
      old_value: '3586.58',
      new_value: null,
      corrected_by: 'Li',
      corrected_at: '2026-01-01T00:00:00.000Z',
    };
    expect([await store.load(qingzhou), await stand()]).toEqual(['new', []]);
    expect([await store.load(corrected), await stand()]).toEqual(['replaced', [row]]);
    expect([await store.load(corrected, { reviewed: true }), await stand()]).toEqual(['unchanged', [row]]);
    expect([await store.load(qingzhou), await stand()]).toEqual(['unchanged', [row]]);
    expect([await store.load(qingzhou, { reviewed: true }), await stand()]).toEqual(['replaced', []]);
  });

  test('other bytes of the same department, kind and year are a revision; the views show the last one', async () => {
    const store = await open(await addressOf(dialect));
    await store.load(qingzhou);
    await store.load(asBytes(changed(qingzhou, qingzhou.generator.version), 'published again'));
    await store.load(asBytes({ ...qingzhou, document: { ...qingzhou.document, kind: '单位决算' } }, 'the unit itself'));
    await store.load(asBytes({ ...qingzhou, document: { ...qingzhou.document, fiscalYear: null } }, 'no year'));
    await store.load(asBytes({ ...qingzhou, document: { ...qingzhou.document, fiscalYear: null } }, 'no year either'));
    expect(await rowsOf(store, 'select kind, fiscal_year, revision from documents order by id')).toEqual([
      { kind: '部门决算', fiscal_year: 2024, revision: 1 },
      { kind: '部门决算', fiscal_year: 2024, revision: 2 },
      { kind: '单位决算', fiscal_year: 2024, revision: 1 },
      { kind: '部门决算', fiscal_year: null, revision: 1 },
      { kind: '部门决算', fiscal_year: null, revision: 1 },
    ]);
    expect(await rowsOf(store, 'select id from latest_documents order by id')).toEqual(
      [2, 3, 4, 5].map((id) => ({ id })),
    );
  });

  test('a failure leaves the database as it was', async () => {
    const store = await open(await addressOf(dialect));
    await store.load(qingzhou);
    const before = await dump(store);
    const { findings } = changed(qingzhou, '9.0.0');
    const broken = { ...changed(qingzhou, '9.0.0'), findings: [...findings, { ...findings[0]!, severity: null }] };
    await expect(store.load(broken as unknown as FinalAccounts)).rejects.toThrow(/null/i);
    await expect(store.load(asBytes(broken as unknown as FinalAccounts, 'x'))).rejects.toThrow(/null/i);
    expect(await dump(store)).toEqual(before);
  });

  test('characters that a database cannot hold are replaced, and only those', async () => {
    const store = await open(await addressOf(dialect));
    const [finding] = qingzhou.findings;
    const message = 'a\u0000b \ud800 c \\u0000 𠀀 "quoted" \u0007';
    await store.load({ ...qingzhou, findings: [{ ...finding!, message }] });
    expect(await rowsOf(store, 'select message from findings')).toEqual([
      { message: 'a\ufffdb \ufffd c \\u0000 𠀀 "quoted" \u0007' },
    ]);
  });

  test('every table, view and column has a comment', async () => {
    const store = await open(await addressOf(dialect));
    const columns =
      dialect === 'sqlite'
        ? `select m.name || '.' || c.name as what from sqlite_master m, pragma_table_info(m.name) c where m.type in ('table', 'view')`
        : `select table_name || '.' || column_name as what from information_schema.columns where table_schema = 'public'`;
    const all = (await rowsOf(store, columns)).map((r) => String(r['what']));
    const commented = new Set(
      (await rowsOf(store, 'select object, column_name from column_comments')).map(
        (r) => `${r['object']}.${r['column_name']}`,
      ),
    );
    const own = all.filter((c) => !/^(juesuan_migrations|column_comments|sqlite_)/.test(c));
    expect(own.length).toBeGreaterThan(100);
    expect(own.filter((c) => !commented.has(c))).toEqual([]);
  });
});

test('Postgres says what a column is', async () => {
  const store = await open(await server.database());
  expect(
    await rowsOf(
      store,
      `select col_description('facts'::regclass, ordinal_position) as is from information_schema.columns where table_name = 'facts' and column_name = 'fen'`,
    ),
  ).toEqual([{ is: expect.stringContaining('分') }]);
});

test('versions are in order', () => {
  const ordered = ['0.1.0', '0.2.0-rc.1', '0.2.0', '0.10.0', '1.0.0'];
  for (const [i, a] of ordered.entries())
    for (const [j, b] of ordered.entries()) expect(Math.sign(compareVersions(a, b))).toBe(Math.sign(i - j));
});

/** Another reading of the same bytes. */
function changed(document: FinalAccounts, version: string): FinalAccounts {
  const copy = structuredClone(document);
  copy.generator.version = version;
  copy.tables[1]!.rows[0]!.cells['total']!.value = '1.00';
  return copy;
}

test('a value or a row that is not taken is about the document; all else is about the database', () => {
  const codes = [
    '22003',
    '23514',
    'SQLITE_CONSTRAINT_TRIGGER',
    '57P01',
    '53100',
    'SQLITE_FULL',
    'SQLITE_BUSY',
    undefined,
  ];
  expect(codes.map((code) => isRefusal(Object.assign(new Error('x'), { code })))).toEqual([
    ...[true, true, true],
    ...[false, false, false, false, false],
  ]);
});
