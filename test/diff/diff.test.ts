import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { alignRows } from '../../src/diff/alignRows.js';
import { diffDocuments } from '../../src/diff/diffDocuments.js';
import type { Difference } from '../../src/diff/difference.js';
import type { FinalAccounts } from '../../src/document/schema.js';
import { fromRoot } from '../files.js';
import { handmade } from '../handmade.js';

const document = handmade();
/** The document with something changed, and what differs then. */
function changed(change: (d: FinalAccounts) => void): readonly Difference[] {
  const other = structuredClone(document);
  change(other);
  return diffDocuments(document, other).differences;
}
const cellOf = (d: FinalAccounts) => d.tables[2]!.rows[3]!.cells['basic']!;
const kinds = (differences: readonly Difference[]) => differences.map((d) => d.kinds.join('+'));

describe('what differs is told apart', () => {
  test('nothing', () => {
    const diff = diffDocuments(document, structuredClone(document));
    expect(diff.differences).toEqual([]);
    expect(diff.figures.same).toBe(diff.figures.a);
    expect(diff.figures.a).toBeGreaterThan(300);
  });

  test('a value, a standing, a place', () => {
    expect(changed((d) => Object.assign(cellOf(d), { value: '124.26', raw: '124.26' }))).toMatchObject([
      {
        kinds: ['value'],
        row: '2012601 行政运行',
        column: '基本支出',
        a: { text: '124.25' },
        b: { text: '124.26' },
        change: 'worse',
      },
    ]);
    expect(changed((d) => Object.assign(cellOf(d), { standing: 'confirmed' }))).toMatchObject([
      { kinds: ['standing'], change: 'better' },
    ]);
    expect(kinds(changed((d) => Object.assign(cellOf(d), { page: 9 })))).toEqual(['place']);
    expect(kinds(changed((d) => Object.assign(cellOf(d), { box: [0, 0, 9, 9] })))).toEqual(['place']);
  });

  test('1.0 is not 1.00, and blank is not 0.00', () => {
    expect(kinds(changed((d) => Object.assign(cellOf(d), { value: '124.250', raw: '124.250' })))).toEqual(['value']);
    const blank = (d: FinalAccounts) => d.tables[2]!.rows[3]!.cells['project']!;
    expect(blank(document).value).toBeNull();
    expect(kinds(changed((d) => Object.assign(blank(d), { value: '0.00', raw: '0.00' })))).toEqual(['value']);
  });

  test('separators that are printed or not are no difference', () => {
    expect(changed((d) => Object.assign(d.tables[2]!.rows[0]!.cells['total']!, { raw: '3675.51' }))).toEqual([]);
  });

  test('a row more is one difference, and the rows below it stay what they are', () => {
    const differences = changed((d) => d.tables[2]!.rows.splice(5, 1));
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ kinds: ['only in A'], change: 'worse' });
  });

  test('a label, a status, a title, a finding', () => {
    expect(kinds(changed((d) => Object.assign(d.tables[2]!.rows[3]!, { name: '行政' })))).toEqual(['label']);
    expect(kinds(changed((d) => Object.assign(d.tables[2]!, { status: 'partial' })))).toEqual(['status']);
    expect(kinds(changed((d) => Object.assign(d.document, { department: 'x' })))).toEqual(['label']);
    expect(kinds(changed((d) => d.findings.shift()))).toEqual(['finding+only in A']);
  });

  test('a form more does not shift the others', () => {
    const [a, b] = [handmade('planted-errors-2024', 4), handmade('planted-errors-2024', 4)];
    b.attachments.splice(1, 1);
    const { differences } = diffDocuments(a, b);
    expect(new Set(kinds(differences))).toEqual(new Set(['only in A']));
  });

  test('a statement of the text', () => {
    expect(changed((d) => Object.assign(d.narrative[0]!, { value: '3612.35' }))).toMatchObject([
      { kinds: ['value'], a: { text: '3612.34' }, b: { text: '3612.35' } },
    ]);
  });

  test('places of two files of different bytes are not compared', () => {
    const other = structuredClone(document);
    other.source.sha256 = 'a'.repeat(64);
    Object.assign(cellOf(other), { page: 9 });
    expect(diffDocuments(document, other)).toMatchObject({ placesCompared: false, differences: [] });
  });
});

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

test('aligning loses nothing, invents nothing and keeps the order', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const pairs = alignRows(
        a,
        b,
        (t) => t,
        () => false,
      );
      expect(pairs.map((p) => p[0]).filter((t) => t !== undefined)).toEqual(a);
      expect(pairs.map((p) => p[1]).filter((t) => t !== undefined)).toEqual(b);
      for (const [x, y] of pairs) if (x !== undefined && y !== undefined) expect(x).toBe(y);
    }),
  );
});

test('what is equal is aligned whole', () => {
  fc.assert(
    fc.property(words, words, words, (head, middle, tail) => {
      const pairs = alignRows(
        [...head, ...tail],
        [...head, ...middle, ...tail],
        (t) => t,
        () => false,
      );
      expect(pairs.filter(([x, y]) => x !== undefined && y !== undefined)).toHaveLength(head.length + tail.length);
    }),
  );
});

describe('the command', () => {
  const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'diff', ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  const sample = fromRoot('samples/planted-errors-2024.json');
  const worse = (): string => {
    const path = join(folder(), 'planted-errors-2024.json');
    const other: FinalAccounts = JSON.parse(readFileSync(sample, 'utf8'));
    cellOf(other).standing = 'unconfirmed';
    writeFileSync(path, JSON.stringify(other));
    return path;
  };

  test('0 the same, 1 different, 2 wrong usage', () => {
    const [pdf, json] = [fromRoot('samples/lanting-2024.pdf'), join(folder(), 'a.json')];
    spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'extract', pdf, '-o', json]);
    expect(run(json, pdf)).toMatchObject({ status: 0, stderr: '' });
    const different = run(sample, fromRoot('samples/qingzhou-2024.json'));
    expect(different.status).toBe(1);
    expect(different.stdout).toMatch(
      /value, standing .*行政运行 · 基本支出 +124\.25 → 1,244\.25, disputed → confirmed/,
    );
    expect(run(sample).status).toBe(2);
    expect(run(sample, fromRoot('samples')).status).toBe(2);
    expect(run(sample, 'nowhere.json').status).toBe(2);
    expect(run(sample, fromRoot('samples/planted-errors-2024.truth.csv')).status).toBe(3);
  });

  test('a baseline tells what became worse by the status; what became better passes', () => {
    const better = worse();
    // B has the standing disputed where A has unconfirmed: worse. The other way round it is better.
    expect(run('--baseline', better, sample).status).toBe(1);
    expect(run('--baseline', sample, better).status).toBe(0);
    expect(run(sample, better).status).toBe(1);
  });

  test('folders: documents of one side, and those that cannot be read', () => {
    const [a, b] = [folder(), folder()];
    mkdirSync(join(a, 'in'));
    cpSync(sample, join(a, 'in', 'one.json'));
    mkdirSync(join(b, 'in'));
    cpSync(sample, join(b, 'in', 'one.json'));
    expect(run(a, b)).toMatchObject({ status: 0 });
    cpSync(sample, join(a, 'two.json'));
    writeFileSync(join(b, 'three.json'), '{"schemaVersion": "1.0"}');
    writeFileSync(join(a, 'three.json'), '{"schemaVersion": "1.0"}');
    const told = run(a, b);
    expect(told.status).toBe(1);
    expect(told.stdout).toMatch(/^only in A: two$/m);
    expect(told.stdout).toMatch(/^not compared: three: UNREADABLE/m);
    expect(run('--baseline', b, a).status).toBe(1);
  });

  test('the page of differences has a crop of both sides beside each, and loads nothing', () => {
    const html = run(fromRoot('samples/qingzhou-2024.json'), sample, '--format', 'html').stdout;
    const row = html.split('<tr').find((r) => r.includes('1,244.25') && r.includes('行政运行'))!;
    expect(row.match(/data:image\/png;base64,/g)).toHaveLength(2);
    expect(html).not.toMatch(/(src|href)="(?!data:)/);
    const bare = run(worse(), sample, '--format', 'html').stdout;
    expect(bare).toContain('the PDF is not beside the JSON');
    expect(JSON.parse(run(sample, worse(), '--format', 'json').stdout).documents[0].differences).toHaveLength(1);
  });
});
