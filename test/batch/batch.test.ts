import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Record } from '../../src/batch/record.js';
import { fromRoot, sampleNeighbours, samples } from '../files.js';

jest.setTimeout(300_000);
const main = fromRoot('dist/cli/main.js');
const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-batch-'));
const run = (args: readonly string[], input?: string) =>
  spawnSync(process.execPath, [main, 'batch', ...args], {
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
const manifest = (out: string): Record[] =>
  readFileSync(join(out, 'manifest.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l) as Record);
const sample = samples().find((p) => p.includes('lanting'))!;

/** Every file under a folder with the hash of its bytes. */
const bytesOf = (out: string): string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((f) => statSync(join(out, f)).isFile())
    .sort()
    .map(
      (f) =>
        `${f} ${createHash('sha256')
          .update(readFileSync(join(out, f)))
          .digest('hex')}`,
    );

/** A small year: two different documents of one name, the first one under a third name, a budget, a file that is none, a text of something else. */
function smallYear(): string {
  const root = folder();
  const put = (path: string, bytes: Uint8Array): void => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };
  const pdf = readFileSync(sample);
  put('a/账.pdf', pdf);
  put('b/账.PDF', Buffer.concat([pdf, Buffer.from('\n%2\n')]));
  put('c/copy [1].pdf', pdf);
  put('d/budget.pdf', readFileSync(sampleNeighbours()[0]!));
  put('e/bad.pdf', Buffer.from('no pdf'));
  put('f/notes.txt', Buffer.from('no input'));
  return root;
}

const year = smallYear();
const calm = folder();
let first: ReturnType<typeof run>;
beforeAll(() => {
  first = run([year, '--out', calm, '--report', join(calm, 'report.html')]);
});

describe('a folder', () => {
  test('is done with status 0, whatever is in it, and says what it came to', () => {
    expect(first.status).toBe(0);
    expect(first.stdout).toBe('');
    expect(first.stderr).toContain('inputs: 6, 1 of them with the bytes of another');
    expect(first.stderr).toContain('documents: 2 done (34 pages), 2 declined, 1 failed');
    expect(first.stderr).toMatch(/juesuan: UNREADABLE: expected .*, found .* \(.*bad\.pdf\)/);
  });

  test('has every input in its manifest, in the order of the paths', () => {
    const records = manifest(calm);
    expect(records.map((r) => [r.path.slice(year.length + 1), r.status, r.code])).toEqual([
      ['a/账.pdf', 'done', null],
      ['b/账.PDF', 'done', null],
      ['c/copy [1].pdf', 'done', null],
      ['d/budget.pdf', 'declined', 'NOT_FINAL_ACCOUNTS'],
      ['e/bad.pdf', 'failed', 'UNREADABLE'],
      ['f/notes.txt', 'declined', 'NOT_FINAL_ACCOUNTS'],
    ]);
    expect(records.map((r) => r.duplicateOf)).toEqual([null, null, records[0]!.path, null, null, null]);
    expect(records[2]!.output).toBe(records[0]!.output);
  });

  test('gives one JSON for each content, two of one name beside each other, and nothing half-written', () => {
    expect(readdirSync(join(calm, 'documents'))).toHaveLength(2);
    for (const name of readdirSync(join(calm, 'documents'))) {
      expect(name).toMatch(/^账\.[0-9a-f]{16}\.json$/);
      expect(JSON.parse(readFileSync(join(calm, 'documents', name), 'utf8')).tables).toHaveLength(9);
    }
    expect(readdirSync(calm).sort()).toEqual(['documents', 'manifest.ndjson', 'report.html']);
  });
});

test('a second run reads nothing and changes nothing', () => {
  const before = bytesOf(calm);
  const times = readdirSync(join(calm, 'documents')).map((f) => statSync(join(calm, 'documents', f)).mtimeMs);
  const again = run([year, '--out', calm, '--report', join(calm, 'report.html')]);
  expect(again.status).toBe(0);
  expect(again.stderr).toContain('kept from earlier runs: 6');
  expect(bytesOf(calm)).toEqual(before);
  expect(readdirSync(join(calm, 'documents')).map((f) => statSync(join(calm, 'documents', f)).mtimeMs)).toEqual(times);
});

test('killed in the middle, with a line that broke off and a file half-written, it ends in the same bytes', async () => {
  const out = folder();
  const args = [main, 'batch', year, '--out', out, '--workers', '1', '--report', join(out, 'report.html')];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const lines = (): number => {
    const file = join(out, 'manifest.ndjson');
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
  };
  while (lines() === 0 && child.exitCode === null) await sleep(5);
  child.kill('SIGKILL');
  await ended;
  appendFileSync(join(out, 'manifest.ndjson'), '{"path":"broken o');
  writeFileSync(join(out, 'documents', '.0123456789ab.tmp'), '{"half":');
  const resumed = run(args.slice(2));
  expect(resumed.status).toBe(0);
  expect(resumed.stderr).toMatch(/kept from earlier runs: [1-6]\n/);
  expect(bytesOf(out)).toEqual(bytesOf(calm));
});

test('Ctrl-C finishes what is in work, says how to go on, and leaves nothing behind', async () => {
  const out = folder();
  const child = spawn(process.execPath, [main, 'batch', year, '--out', out, '--workers', '1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  while (!existsSync(join(out, '.lock'))) await sleep(5);
  // The handler stands a moment after the lock; a list of six lasts long enough.
  await sleep(300);
  child.kill('SIGINT');
  const status = await ended;
  if (status === 130) expect(said).toMatch(/stopped: \d of 6 are left; the same command goes on/);
  else expect([status, manifest(out).length]).toEqual([0, 6]);
  expect(existsSync(join(out, '.lock'))).toBe(false);
  expect(readdirSync(join(out, 'documents')).filter((f) => f.startsWith('.'))).toEqual([]);
});

test('a changed file is read again and its old result goes; a lost result is made again', () => {
  const root = folder();
  const out = folder();
  const file = join(root, 'a.pdf');
  writeFileSync(file, readFileSync(sample));
  run([root, '--out', out]);
  const [old] = readdirSync(join(out, 'documents'));
  appendFileSync(file, '%2\n');
  run([root, '--out', out]);
  const [now, ...more] = readdirSync(join(out, 'documents'));
  expect(more).toEqual([]);
  expect(now).not.toBe(old);
  const before = bytesOf(out);
  rmSync(join(out, 'documents', now!));
  run([root, '--out', out]);
  expect(bytesOf(out)).toEqual(before);
});

test('other options read again; failures are tried again only when that is asked', () => {
  const root = folder();
  const out = folder();
  writeFileSync(join(root, 'bad.pdf'), 'no pdf');
  const failure = (args: readonly string[]) =>
    run([root, '--out', out, ...args]).stderr.includes('juesuan: UNREADABLE');
  expect([[], [], ['--retry-failed'], ['--second-reading', 'none']].map(failure)).toEqual([true, false, true, true]);
});

test('a list on standard input, patterns, and names that are not there', () => {
  const out = folder();
  const listed = run(['-', '--out', out], `${join(year, 'e/bad.pdf')}\n${join(year, 'nowhere.pdf')}\n`);
  expect(listed.status).toBe(3);
  expect(manifest(out).map((r) => [r.code, r.found, r.sha256 === null])).toEqual([
    ['UNREADABLE', expect.stringContaining('begins with'), false],
    ['UNREADABLE', 'none of this name', true],
  ]);
  const pattern = run([join(year, '{d,e}/*.pdf'), '--out', folder()]);
  expect(pattern.stderr).toContain('documents: 0 done (0 pages), 1 declined, 1 failed');
});

test('wrong usage is status 2; --strict tells failures by the status', () => {
  expect(run(['nowhere.pdf', '--out', folder()]).status).toBe(2);
  expect(run([year]).status).toBe(2);
  expect(run([folder(), '--out', folder()]).status).toBe(2);
  expect(run([year, '--out', calm, '--strict']).status).toBe(1);
});

test('a second batch in the same folder is refused', () => {
  const out = folder();
  writeFileSync(join(out, '.lock'), `${process.pid} ${spawnSync('hostname', { encoding: 'utf8' }).stdout}`);
  const { status, stderr } = run([year, '--out', out]);
  expect([status, stderr]).toEqual([2, expect.stringContaining('is in use by process')]);
});
