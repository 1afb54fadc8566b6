import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sql } from 'kysely';
import { emptyLog, type LogEntry } from '../../src/corrections/log.js';
import { openStore, type Store } from '../../src/databases/openStore.js';
import { content, rowsOf } from '../databases/dump.js';
import { anyServer } from '../databases/postgres.js';
import { fromRoot } from '../files.js';

jest.setTimeout(300_000);

const main = fromRoot('dist/cli/main.js');
const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-batch-db-'));
const pdf = readFileSync(fromRoot('samples/lanting-2024.pdf'));

/** Three files of different bytes, one that is none, and one with the bytes of another. */
function inputs(): string {
  const root = folder();
  for (let i = 0; i < 3; i++) writeFileSync(join(root, `${i}.pdf`), Buffer.concat([pdf, Buffer.from(`\n%${i}\n`)]));
  writeFileSync(join(root, '3 again.pdf'), readFileSync(join(root, '0.pdf')));
  writeFileSync(join(root, 'bad.pdf'), 'no pdf');
  return root;
}
const args = (root: string, out: string, db: string, more: readonly string[] = []): string[] => [
  ...[main, 'batch', root, '--out', out, '--db', db, '--second-reading', 'none'],
  ...more,
];
const run = (...of: Parameters<typeof args>) => spawnSync(process.execPath, args(...of), { encoding: 'utf8' });

let server: Awaited<ReturnType<typeof anyServer>>;
beforeAll(async () => {
  server = await anyServer();
});
afterAll(() => server.end());

const addresses = {
  sqlite: async () => `sqlite:${join(folder(), 'a.db')}`,
  postgres: () => server.database(),
};

async function withStore<T>(db: string, use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(db);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
const documents = (store: Store) => rowsOf(store, 'select file_name, revision from documents order by revision');
const EXPECTED = [0, 1, 2].map((i) => ({ file_name: `${i}.pdf`, revision: i + 1 }));

describe.each(['sqlite', 'postgres'] as const)('batch --db %s', (dialect) => {
  test('every document goes into the database once, in the order of the inputs, bad files aside; again changes nothing', async () => {
    const [root, out, db] = [inputs(), folder(), await addresses[dialect]()];
    expect(run(root, out, db).status).toBe(0);
    const before = await withStore(db, async (store) => {
      expect(await documents(store)).toEqual(EXPECTED);
      return content(store);
    });
    const again = run(root, out, db);
    expect([again.status, /kept from earlier runs: 5\n/.test(again.stderr)]).toEqual([0, true]);
    expect(await withStore(db, content)).toEqual(before);
    // Another database gets what the folder has, without a second reading.
    const other = await addresses[dialect]();
    expect(run(root, out, other).stderr).toContain('kept from earlier runs: 5');
    expect(await withStore(other, content)).toEqual(before);
    expect(await withStore(other, documents)).toEqual(EXPECTED);
  });
});

describe('batch --db sqlite:', () => {
  test('killed in the middle, the same command ends in the same rows', async () => {
    const [root, out, db, calm] = [inputs(), folder(), await addresses.sqlite(), await addresses.sqlite()];
    expect(run(root, folder(), calm).status).toBe(0);
    const child = spawn(process.execPath, args(root, out, db, ['--workers', '1']), { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const manifest = join(out, 'manifest.ndjson');
    while (!(existsSync(manifest) && readFileSync(manifest, 'utf8').includes('\n')) && child.exitCode === null)
      await sleep(5);
    child.kill('SIGKILL');
    await ended;
    expect(run(root, out, db).status).toBe(0);
    const whole = await withStore(calm, content);
    await withStore(db, async (store) => {
      expect(await content(store)).toEqual(whole);
      expect(await documents(store)).toEqual(EXPECTED);
    });
  });

  test('what the database does not take stands in the folder, is said, and is offered again', async () => {
    const [root, out, db] = [inputs(), folder(), await addresses.sqlite()];
    await withStore(db, async (store) => {
      const refuses = `create trigger refuses before insert on documents when new.file_name = '1.pdf' begin select raise(abort, 'not this one'); end`;
      await sql.raw(refuses).execute(store.db);
    });
    const first = run(root, out, db);
    expect(first.status).toBe(3);
    expect(first.stderr).toMatch(/juesuan: not in the database: .*not this one.*1\.pdf\)/);
    expect(first.stderr).toContain('not in the database: 1; the same command offers them again');
    expect(first.stderr).toContain('documents: 3 done');
    await withStore(db, async (store) => {
      expect((await documents(store)).map((d) => d['file_name'])).toEqual(['0.pdf', '2.pdf']);
      await sql.raw('drop trigger refuses').execute(store.db);
    });
    const second = run(root, out, db);
    expect([second.status, /kept from earlier runs: 5\n/.test(second.stderr)]).toEqual([0, true]);
    expect(await withStore(db, documents)).toHaveLength(3);
  });

  test('corrections go into the database, and go from it with their file or when they are taken back', async () => {
    const [root, out, db] = [folder(), folder(), await addresses.sqlite()];
    const file = join(root, 'a.pdf');
    writeFileSync(file, pdf);
    const log = join(root, 'a.corrections.json');
    const one = fromRoot('samples/lanting-2024.json');
    const { source, tables } = JSON.parse(readFileSync(one, 'utf8'));
    const cell = tables[1].rows[0].cells.total;
    const target = { cell: 'revenue/0/total', page: cell.page, box: cell.box, label: '' };
    const said = { who: 'Li', when: '2026-01-01T00:00:00.000Z', why: 'a digit' };
    const correct: LogEntry = { id: 1, ...said, action: 'correct', target, read: cell.value, value: '1.00' };
    const write = (entries: LogEntry[]): void =>
      writeFileSync(log, JSON.stringify({ ...emptyLog('a.pdf', source.sha256), entries }));
    const stand = () =>
      withStore(db, (store) =>
        rowsOf(store, 'select cell, old_value, new_value, corrected_by, corrected_at, reason from corrections'),
      );
    const row = {
      cell: 'revenue/0/total',
      old_value: cell.value,
      new_value: '1.00',
      corrected_by: 'Li',
      corrected_at: said.when,
      reason: 'a digit',
    };
    const kept = (): boolean => run(root, out, db).stderr.includes('kept from earlier runs: 1');
    expect([kept(), await stand()]).toEqual([false, []]);
    write([correct]);
    expect([kept(), await stand()]).toEqual([false, [row]]);
    expect([kept(), await stand()]).toEqual([true, [row]]);
    // The value that was read stays a fact.
    const fact = `select value from facts where table_key = 'revenue' and row_no = 0 and column_key = 'total'`;
    expect(await withStore(db, (store) => rowsOf(store, fact))).toEqual([{ value: cell.value }]);
    write([correct, { id: 2, ...said, action: 'undo', undoes: 1 }]);
    expect([kept(), await stand()]).toEqual([false, []]);
    write([correct]);
    expect([kept(), await stand()]).toEqual([false, [row]]);
    rmSync(log);
    expect([kept(), await stand()]).toEqual([false, []]);
    expect(kept()).toBe(true);
    // `load` takes them up as well.
    write([correct]);
    const load = spawnSync(process.execPath, [main, 'load', file, '--db', db, '--second-reading', 'none']);
    expect([load.status, await stand()]).toEqual([0, [row]]);
  });
});

test('a database that is none is wrong usage before anything is read', () => {
  const out = join(folder(), 'out');
  const { status, stderr } = run(inputs(), out, 'mysql://somewhere');
  expect([status, existsSync(out)]).toEqual([2, false]);
  expect(stderr).toContain('expected a database as sqlite:FILE or postgres://');
});
