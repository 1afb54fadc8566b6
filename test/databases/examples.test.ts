import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openStore, type Store } from '../../src/databases/openStore.js';
import { VIEWS } from '../../src/databases/views/index.js';
import type { FinalAccounts } from '../../src/document/schema.js';
import { fromRoot } from '../files.js';
import { sampleDocument, sampleDocuments } from './documents.js';
import { rowsOf } from './dump.js';
import { anyServer } from './postgres.js';

const page = readFileSync(fromRoot('docs/databases.md'), 'utf8');
/** Plain JavaScript of the scripts, which the docs are made with. */
const { EXAMPLE, rowsToText } = (await import(fromRoot('scripts/rowsText.mjs'))) as {
  EXAMPLE: RegExp;
  rowsToText: (rows: readonly Record<string, unknown>[]) => string;
};
const examples = [...page.matchAll(EXAMPLE)].map(([, query, result]) => [query!, result!] as const);

let server: Awaited<ReturnType<typeof anyServer>>;
const stores: Store[] = [];
beforeAll(async () => {
  server = await anyServer();
  stores.push(await openStore(`sqlite:${join(mkdtempSync(join(tmpdir(), 'juesuan-')), 'a.db')}`));
  stores.push(await openStore(await server.database()));
  for (const store of stores) for (const document of sampleDocuments()) await store.load(document);
}, 240_000);
afterAll(async () => {
  for (const store of stores) await store.close();
  await server.end();
});

test.each(examples)('%s', async (query, result) => {
  for (const store of stores) expect(rowsToText(await rowsOf(store, query))).toBe(result.trimEnd());
});

test('every view that people ask for first has an example', () => {
  for (const view of [
    'sangong_panel',
    'spending_by_function',
    'spending_by_economic_class',
    'year_over_year',
    'documents_with_disputed_figures',
  ]) {
    expect(VIEWS.map((v) => v.name)).toContain(view);
    expect(examples.some(([query]) => query.includes(view))).toBe(true);
  }
});

test('a balance that is not carried over differs; blanks are nought beside a figure and nothing beside a blank', async () => {
  const [store] = stores as [Store];
  const year = (fiscalYear: number, opening: string | null, closing: string | null): FinalAccounts => {
    const copy = structuredClone(sampleDocument('qingzhou-2024'));
    copy.document = { ...copy.document, department: '另一个局', fiscalYear };
    copy.source.sha256 = fiscalYear.toString(16).padStart(64, '0');
    const rows = copy.tables[0]!.rows;
    rows.find((r) => r.name === '年初结转和结余')!.cells['amount']!.value = opening;
    rows.find((r) => r.name === '年末结转和结余')!.cells['amount']!.value = closing;
    return copy;
  };
  for (const document of [year(2030, '1.00', '5.00'), year(2031, '5.00', '6.00'), year(2032, '6.01', null)])
    await store.load(document);
  for (const document of [year(2033, '2.00', null), year(2034, null, '0.00')]) await store.load(document);
  const outcomes = await rowsOf(
    store,
    `select fiscal_year, difference_fen, outcome from year_over_year
     where department = '另一个局' and table_key = 'revenue_expenditure_summary' order by fiscal_year`,
  );
  expect(outcomes).toEqual([
    { fiscal_year: 2031, difference_fen: 0, outcome: 'holds' },
    { fiscal_year: 2032, difference_fen: 10_000, outcome: 'differs' },
    { fiscal_year: 2033, difference_fen: 2_000_000, outcome: 'differs' },
    { fiscal_year: 2034, difference_fen: null, outcome: 'not-checkable' },
  ]);
});
