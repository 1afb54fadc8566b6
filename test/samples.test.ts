import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import type { FinalAccounts } from '../src/document/schema.js';
import { fromRoot, nameOf, samples } from './files.js';

const read = (path: string): Promise<FinalAccounts> => convert(new Uint8Array(readFileSync(path)), basename(path));

test('there are samples of at least four producers', () => {
  expect(samples().length).toBeGreaterThanOrEqual(5);
});

test.each(samples().map((p) => [nameOf(p), p]))('%s gives the JSON beside it', async (_name, path) => {
  const expected = JSON.parse(readFileSync(path.replace(/\.pdf$/, '.json'), 'utf8'));
  expect(await read(path)).toEqual(expected);
});

test.each(
  samples()
    .filter((p) => !p.includes('planted'))
    .map((p) => [nameOf(p), p]),
)('%s: no figure is disputed and no identity fails', async (_name, path) => {
  const { checks, tables } = await read(path);
  expect(checks.filter((c) => c.outcome === 'fails').map((c) => c.id)).toEqual([]);
  expect(
    tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells).filter((c) => c.standing === 'disputed'))),
  ).toEqual([]);
});

describe('the planted errors', () => {
  const planted = samples().find((p) => p.includes('planted'))!;

  test('are each disputed as printed, or lost and told', async () => {
    const document = await read(planted);
    const rows = readFileSync(fromRoot('samples/planted-errors-2024.md'), 'utf8')
      .split('\n')
      .filter((l) => /^\| [a-d] \|/.test(l))
      .map((l) => l.split('|').map((c) => c.trim()));
    expect(rows.length).toBeGreaterThan(20);
    const disputed = new Set(
      document.tables.flatMap((t) =>
        t.rows.flatMap((r) =>
          Object.values(r.cells)
            .filter((c) => c.standing === 'disputed')
            .map((c) => `${t.title} ${r.code} ${c.value}`),
        ),
      ),
    );
    const silent = rows.filter(([, , table, row, , , printed]) => {
      const title = table!.replace(/^公开\d+表 /, '');
      const code = /^\d+/.exec(row!)?.[0] ?? '';
      // An error in one addend of a sum makes the sum and all its addends suspect.
      return !disputed.has(`${title} ${code} ${printed!.replace(/,/g, '')}`);
    });
    expect(silent).toEqual([]);
    expect(document.tables.find((t) => t.key === 'government_fund')!.status).toBe('missing');
  });

  test('the rows that stand two too high, the first two at their end, are one finding', async () => {
    const { findings } = await read(planted);
    const shifted = findings.filter(({ message }) => message.includes('2 rows too high from “20805'));
    expect(shifted).toHaveLength(1);
    expect(findings.filter(({ message }) => message.includes('rows are missing'))).toEqual([]);
  });

  test('the lost digit is found and said to be printed so', async () => {
    const { findings } = await read(planted);
    const lost = findings.find((f) => f.actual === '124.25')!;
    expect(lost).toMatchObject({ severity: 'error', expected: '1244.25' });
    expect(lost.message).toMatch(/lost.*printed so by the publisher/);
  });
});
