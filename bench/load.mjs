// How fast documents go into a database: rows and documents a second, and bytes a document, from JSON in memory (the reading of PDFs is
// measured by bench.mjs). The samples over and over as other documents.
//
//   npm run bench:load [-- DOCUMENTS [postgres://…]]      10,000 into SQLite, and into a Postgres where one is named
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../dist/databases/openStore.js';
import { documentToRows } from '../dist/databases/rows.js';

const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
const samples = readdirSync('samples')
  .filter((f) => f.endsWith('.json'))
  .map((f) => JSON.parse(readFileSync(`samples/${f}`, 'utf8')));
const rowsOf = samples.map((document) =>
  Object.values(documentToRows(document)).reduce((n, rows) => n + rows.length, 1),
);
const factsOf = samples.map((document) => documentToRows(document).facts.length);

/** Another department, and other bytes. */
const nth = (i) => {
  const document = samples[i % samples.length];
  const sha256 = createHash('sha256').update(`${i}`).digest('hex');
  return {
    ...document,
    source: { ...document.source, sha256 },
    document: { ...document.document, department: `${document.document.department}${i}` },
  };
};

async function measure(address, sizeOf) {
  const store = await openStore(address);
  const began = performance.now();
  const cpu = process.cpuUsage();
  let rows = 0;
  let facts = 0;
  for (let i = 0; i < count; i++) {
    await store.load(nth(i));
    rows += rowsOf[i % samples.length];
    facts += factsOf[i % samples.length];
  }
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  const bytes = await sizeOf(store);
  console.log(
    `${address.split(':')[0].padEnd(8)} ${count} documents, ${rows} rows (${facts} facts) in ${seconds.toFixed(1)} s: ` +
      `${Math.round(rows / seconds)} rows/s, ${(count / seconds).toFixed(1)} documents/s; ` +
      `${((used.user + used.system) / 1000 / count).toFixed(1)} CPU ms a document here, ${Math.round(bytes / count / 1024)} KiB a document`,
  );
  await store.close();
}

await measure(`sqlite:${join(folder, 'load.db')}`, () => statSync(join(folder, 'load.db')).size);
if (process.argv[3]) {
  await measure(process.argv[3], async (store) => {
    const { rows } = await sql`select pg_database_size(current_database()) as size`.execute(store.db);
    return Number(rows[0].size);
  });
}
rmSync(folder, { recursive: true });
