import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decide } from '../../src/batch/decide.js';
import { findInputs, parseList } from '../../src/batch/findInputs.js';
import { Manifest } from '../../src/batch/manifest.js';
import { outputName } from '../../src/batch/outputName.js';
import type { Record } from '../../src/batch/record.js';
import { reportPage } from '../../src/batch/reportPage.js';
import { summaryText } from '../../src/batch/summaryText.js';
import { count, emptyTally } from '../../src/batch/tally.js';
import { Worst } from '../../src/batch/worst.js';
import { TABLE_KEYS } from '../../src/document/schema.js';
import type { Digest } from '../../src/outputs/digest.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-parts-'));
const hash = (n: number): string => n.toString(16).padStart(64, '0');

const record = (path: string, more: Partial<Record> = {}): Record => ({
  path,
  sha256: hash(1),
  bytes: 1,
  settings: { juesuan: '1' },
  status: 'done',
  duplicateOf: null,
  output: `documents/${path}.json`,
  outputBytes: 1,
  code: null,
  expected: null,
  found: null,
  limits: null,
  corrections: null,
  digest: null,
  ...more,
});
const digest = (more: Partial<Digest> = {}): Digest => ({
  kind: '部门决算',
  department: '某局',
  fiscalYear: 2024,
  pages: 3,
  reading: 'text',
  tables: Object.fromEntries(TABLE_KEYS.map((k) => [k, 'present'])) as Digest['tables'],
  figures: { confirmed: 5, unconfirmed: 0, disputed: 0 },
  identities: { holds: 1, rounding: 0, fails: 0, 'not-checkable': 0 },
  findings: [],
  ...more,
});

test('names of results fit every file system, differ with the bytes, and stay the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(), fc.nat(), (name, a, b) => {
      const path = `folder/${name.replace(/\//g, '')}.pdf`;
      const first = outputName(path, hash(a).split('').reverse().join(''));
      expect(Buffer.byteLength(first)).toBeLessThanOrEqual(255);
      expect(first).toMatch(
        /^[^\u0000-\u001f\u007f<>:"/\\|?*.][^\u0000-\u001f\u007f<>:"/\\|?*]*\.[0-9a-f]{16}\.json$/u,
      );
      expect(first === outputName(path, hash(b).split('').reverse().join(''))).toBe(a === b);
    }),
  );
});

test('inputs: folders are searched, a text beside its PDF is none, names with brackets are files, each file counts once', async () => {
  const root = folder();
  mkdirSync(join(root, 'sub'));
  for (const name of ['[1].pdf', 'a.PDF', 'a.txt', 'sub/b.pdf', 'sub/c.txt']) writeFileSync(join(root, name), '');
  const names = async (given: string[], listed: string[] = []) =>
    (await findInputs(given, listed)).map((f) => f.slice(root.length + 1));
  expect(await names([root, join(root, '[1].pdf')])).toEqual(['[1].pdf', 'a.PDF', 'sub/b.pdf', 'sub/c.txt']);
  expect(await names([join(root, 's*/*')])).toEqual(['sub/b.pdf', 'sub/c.txt']);
  expect(await names([], [join(root, 'x', '..', 'gone.pdf')])).toEqual(['gone.pdf']);
  await expect(findInputs([join(root, '*.doc')], [])).rejects.toThrow(/no such file/);
  expect(parseList('a b.pdf\r\n\nc.pdf\n')).toEqual(['a b.pdf', 'c.pdf']);
  expect(parseList('a\nb.pdf\0c.pdf\0')).toEqual(['a\nb.pdf', 'c.pdf']);
});

test('a manifest cut at any byte opens with the whole lines before the cut', async () => {
  const path = join(folder(), 'm.ndjson');
  const whole = await Manifest.open(path);
  for (let i = 0; i < 4; i++) await whole.append(record(`${i}决算`, { sha256: hash(i) }));
  await whole.close();
  const bytes = readFileSync(path);
  const ends = [...bytes.keys()].filter((i) => bytes[i] === 10);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length), async (cut) => {
      const torn = join(folder(), 'm.ndjson');
      writeFileSync(torn, bytes.subarray(0, cut));
      const manifest = await Manifest.open(torn);
      const lines = ends.filter((e) => e < cut).length;
      expect(manifest.entries.size).toBe(lines);
      await manifest.append(record('z', { sha256: hash(9) }));
      const again = [];
      for await (const r of manifest.records()) again.push(r.path);
      expect(again).toEqual([...Array.from({ length: lines }, (_, i) => `${i}决算`), 'z']);
      await manifest.close();
    }),
    { numRuns: 20 },
  );
});

test('any order of appending, with replaced lines, is compacted to the same bytes', async () => {
  const compacted = async (paths: readonly string[]): Promise<string> => {
    const path = join(folder(), 'm.ndjson');
    const manifest = await Manifest.open(path);
    await Promise.all(paths.map((p) => manifest.append(record(p))));
    await manifest.append(record('b', { bytes: 7 }));
    await manifest.compact();
    await manifest.close();
    return readFileSync(path, 'utf8');
  };
  const first = await compacted(['a', 'b', 'c']);
  expect(
    first
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l).path),
  ).toEqual(['a', 'b', 'c']);
  expect(JSON.parse(first.split('\n')[1]!).bytes).toBe(7);
  expect(await compacted(['c', 'b', 'a', 'b'])).toBe(first);
});

test('a line in the middle that is none is dropped and counted', async () => {
  const path = join(folder(), 'm.ndjson');
  writeFileSync(path, 'nonsense\n{"path":1}\n');
  appendFileSync(path, `${JSON.stringify(record('a'))}\n`);
  const manifest = await Manifest.open(path);
  expect([manifest.broken, [...manifest.entries.keys()]]).toEqual([2, ['a']]);
  await manifest.close();
});

test('what is to be done with an input', async () => {
  const manifest = await Manifest.open(join(folder(), 'm.ndjson'));
  const owner = await manifest.append(record('a'));
  const yes = async () => true;
  expect(await decide('a', hash(1), manifest, yes)).toEqual({ step: 'keep', entry: owner });
  expect(await decide('b', hash(1), manifest, yes)).toEqual({ step: 'share', owner });
  expect(await decide('a', hash(1), manifest, async () => false)).toEqual({ step: 'read' });
  expect(await decide('a', hash(2), manifest, yes)).toEqual({ step: 'read' });
  const twin = await manifest.append(record('b', { duplicateOf: 'a', output: 'documents/a.json' }));
  expect(await decide('b', hash(1), manifest, yes)).toEqual({ step: 'keep', entry: twin });
  // The first of two equal files changes: the second one has to be read again, and then owns the result.
  await manifest.append(record('a', { sha256: hash(2) }));
  expect(await decide('b', hash(1), manifest, yes)).toEqual({ step: 'read' });
  await manifest.close();
});

test('the worst come first; duplicates and declined ones do not come', () => {
  const worst = new Worst(4);
  const lost = { ...digest().tables, revenue: 'missing' } as Digest['tables'];
  worst.add(record('fine', { digest: digest() }));
  worst.add(record('doubt', { digest: digest({ figures: { confirmed: 1, unconfirmed: 0, disputed: 2 } }) }));
  worst.add(record('twin', { duplicateOf: 'fine' }));
  worst.add(record('budget', { status: 'declined', code: 'NOT_FINAL_ACCOUNTS' }));
  worst.add(record('error', { digest: digest({ findings: [{ rule: 'A1', severity: 'error', count: 1 }] }) }));
  worst.add(record('lost', { digest: digest({ tables: lost }) }));
  worst.add(record('failed', { status: 'failed', code: 'UNREADABLE' }));
  expect(worst.records.map((r) => r.path)).toEqual(['failed', 'lost', 'error', 'doubt']);
});

test('the tally counts each content once and names what it declined and what failed', () => {
  const tally = emptyTally();
  const found = 'a scan: no text layer on 3 of 7 pages';
  count(tally, record('a', { digest: digest({ findings: [{ rule: 'A1', severity: 'error', count: 2 }] }) }));
  count(tally, record('b', { duplicateOf: 'a' }));
  count(tally, record('c', { status: 'declined', code: 'NOT_FINAL_ACCOUNTS', found }));
  count(tally, record('d', { status: 'failed', code: 'LIMIT' }));
  expect(tally).toMatchObject({ inputs: 4, duplicates: 1, done: 1, declined: 1, failed: 1, pages: 3 });
  const text = summaryText(tally);
  expect(text).toContain('figures: 5 confirmed, 0 unconfirmed, 0 disputed');
  expect(text).toMatch(/error +A1 +2 {2}in 1 document\n/);
  expect(text).toMatch(/1 {2}a scan: no text layer on most pages/);
  expect(text).toMatch(/1 {2}LIMIT/);
});

test('the report runs nothing, loads nothing, and escapes what documents say', () => {
  const evil = '<script>alert(1)</script>"\'&';
  const records = [
    record(`${evil}.pdf`, {
      digest: digest({ department: evil, findings: [{ rule: evil, severity: 'error', count: 1 }] }),
    }),
    record('x', { status: 'failed', code: 'UNREADABLE', expected: evil, found: evil, output: null }),
    record('y', { status: 'declined', code: 'NOT_FINAL_ACCOUNTS', found: evil, output: null }),
  ];
  const tally = emptyTally();
  for (const r of records) count(tally, r);
  const page = reportPage({ tally, worst: records, settings: { juesuan: evil }, toFolder: '' });
  expect(page).not.toMatch(/<script|javascript:| style="| on\w+="|src=|@import|url\(/);
  expect(page).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-/);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  expect(page).toContain('href="documents/%3Cscript%3Ealert(1)%3C');
});
