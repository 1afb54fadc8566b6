import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import type { FinalAccounts } from '../src/document/schema.js';
import { compareLayers } from '../src/ocr/compareLayers.js';
import { bytesToPages } from '../src/pages/bytesToPages.js';
import { DEFAULT_LIMITS } from '../src/source/limits.js';
import { openSource } from '../src/source/source.js';
import { fromRoot, truthOf } from './files.js';

const read = (path: string, options = {}): Promise<FinalAccounts> =>
  convert(new Uint8Array(readFileSync(path)), basename(path), options);

describe('a scan of the cover and three tables', () => {
  const path = fromRoot('samples/scans/qingzhou-2024.pdf');
  const pages: [number, number][] = [];
  let document: FinalAccounts;
  beforeAll(async () => {
    document = await read(path, { onPage: (done: number, of: number) => pages.push([done, of]) });
  }, 240_000);

  test('every amount is read as printed, and at most three of a hundred are disputed all the same', () => {
    const truth = truthOf(fromRoot('samples/qingzhou-2024.pdf'))!;
    const scanned = ['revenue_expenditure_summary', 'general_public_budget', 'three_public'] as const;
    const standings: string[] = [];
    for (const key of scanned) {
      const table = document.tables.find((t) => t.key === key)!;
      const cells = table.rows.flatMap((r) =>
        Object.entries(r.cells).map(([column, c]) => [r.code || r.name, column, c.value ?? ''].join(' ')),
      );
      const wanted = truth
        .filter((t) => t['table'] === key)
        .map((t) => [t['code'] || t['name'], t['column'], t['value']].join(' '));
      expect(wanted.length).toBeGreaterThan(10);
      expect(cells.sort()).toEqual(wanted.sort());
      const figures = table.rows.flatMap((r) => Object.values(r.cells).filter((c) => c.value !== null));
      standings.push(...figures.map((c) => c.standing));
    }
    expect(standings.filter((s) => s === 'disputed').length).toBeLessThanOrEqual(0.03 * standings.length);
  });

  test('it says who read, two readers each amount, and that they are pictures', () => {
    expect(document.source.reading).toBe('ocr');
    expect(document.source.pagesWithoutText).toEqual([1, 2, 3, 4]);
    expect(document.document).toMatchObject({ department: '青州湾市档案局', fiscalYear: 2024 });
    const amounts = document.tables.flatMap((t) =>
      t.rows.flatMap((r) => Object.values(r.cells).filter((c) => c.value !== null)),
    );
    expect(amounts.length).toBeGreaterThan(90);
    expect(new Set(amounts.map((c) => c.reader))).toEqual(new Set(['ppocr+tesseract']));
    expect(document.findings.map((f) => f.rule)).toContain('read-from-picture');
  });

  test('progress is told page by page', () => {
    expect(pages).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });
});

test.each([
  ['a budget', 'budget-2025', /NOT_FINAL_ACCOUNTS.*预算/],
  ['tables of a budget, without its cover', 'budget-2025-tables', /NOT_FINAL_ACCOUNTS.*预算/],
  ['the final accounts of a government', 'government-2024', /NOT_FINAL_ACCOUNTS.*government/],
])(
  'a scan of %s is declined by what its pictures say',
  async (_what, name, told) => {
    await expect(read(fromRoot('samples/scans', `${name}.pdf`))).rejects.toThrow(told);
  },
  240_000,
);

test('a scan is not read where pictures are not to be read, and work that is stopped stops', async () => {
  const path = fromRoot('samples/scans/qingzhou-2024.pdf');
  await expect(read(path, { ocr: 'never' })).rejects.toThrow(/NOT_FINAL_ACCOUNTS.*scan/);
  await expect(read(path, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
});

test('a text layer in which 3 and 8, 1 and 7 are swapped is found out by the pictures', async () => {
  const path = fromRoot('samples/qingzhou-2023.pdf');
  const document = await read(path, { secondReading: 'none' });
  const swap = (value: string): string => value.replace(/[1378]/g, (d) => ({ 1: '7', 7: '1', 3: '8', 8: '3' })[d]!);
  const [key, page] = ['revenue_expenditure_summary', 4] as const;
  const lying = {
    ...document,
    tables: document.tables.map((t) =>
      t.key !== key
        ? { ...t, rows: [] }
        : {
            ...t,
            rows: t.rows.map((r) => ({
              ...r,
              cells: Object.fromEntries(
                Object.entries(r.cells).map(([k, c]) => [k, { ...c, value: c.value && swap(c.value) }]),
              ),
            })),
          },
    ),
  };
  const bytes = new Uint8Array(readFileSync(path));
  const { leaves } = await bytesToPages(openSource('x.pdf', bytes, DEFAULT_LIMITS), DEFAULT_LIMITS, () => null);
  const bytesOf = (d: FinalAccounts, of: number) => compareLayers(bytes, DEFAULT_LIMITS, d, leaves, new Set([of]));
  expect((await bytesOf(lying, page)).lying.get(page)).toMatchObject({ worth: 'untrusted' });
  const honest = await bytesOf(document, page);
  expect(honest.lying.size).toBe(0);
  expect(honest.findings).toEqual([]);
}, 240_000);

test('the maker of scans draws a page as a picture without text', async () => {
  const { scanOf } = await import(fromRoot('samples/make/scan.mjs'));
  const scan = await scanOf(fromRoot('samples/qingzhou-2024.pdf'), [5], 'clean 150');
  const { layers } = await bytesToPages(openSource('scan.pdf', scan, DEFAULT_LIMITS), DEFAULT_LIMITS, () => undefined);
  expect(layers).toEqual([{ worth: 'none' }]);
}, 60_000);
