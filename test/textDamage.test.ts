import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { convert } from '../src/convert.js';
import { pageToGrids } from '../src/grids/pageToGrids.js';
import { type Fact, factsOf } from '../src/outputs/facts.js';
import { bytesToPages } from '../src/pages/bytesToPages.js';
import { DEFAULT_LIMITS } from '../src/source/limits.js';
import { openSource } from '../src/source/source.js';
import { fromRoot } from './files.js';
import { pagesToText } from './notations.js';

type Row = string[];
/** What a program that takes text out of a PDF does to one row of a table, `at` a cell of it. */
const DAMAGES: Readonly<Record<string, (row: Row, at: number) => Row[]>> = {
  'a cell is lost': (row, at) => [row.toSpliced(at, 1)],
  'a blank cell is put in': (row, at) => [row.toSpliced(at, 0, '')],
  'two cells become one': (row, at) => [row.toSpliced(at, 2, `${row[at]} ${row[at + 1] ?? ''}`)],
  'two cells change places': (row, at) => [row.toSpliced(at, 2, row[at + 1] ?? '', row[at]!)],
  'the row is lost': () => [],
  'the row is printed twice': (row) => [row, row],
  'the row is broken': (row, at) => [row.slice(0, at + 1), row.slice(at + 1)],
};

test('whatever happens to a row of a text, no figure is confirmed that is not the printed one', async () => {
  const path = fromRoot('samples', 'lanting-2024.pdf');
  const source = openSource(path, new Uint8Array(readFileSync(path)), DEFAULT_LIMITS);
  const { made } = await bytesToPages(source, DEFAULT_LIMITS, pageToGrids);
  const lines = pagesToText(made, 'tabs').split('\n');
  const rows = lines.flatMap((line, i) => (/\t.*\d\.\d\d/.test(line) ? [i] : []));
  const read = async (text: readonly string[]) =>
    factsOf(await convert(new TextEncoder().encode(text.join('\n')), 'account.txt'));
  const keyOf = (f: Fact): string => [f.table, f.section, f.code || f.name, f.column].join('|');
  const printed = new Map<string, Set<unknown>>();
  for (const f of await read(lines)) printed.set(keyOf(f), (printed.get(keyOf(f)) ?? new Set()).add(f.value));

  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rows),
      fc.constantFrom(...Object.keys(DAMAGES)),
      fc.nat({ max: 9 }),
      async (row, damage, at) => {
        const cells = lines[row]!.split('\t');
        const damaged = DAMAGES[damage]!(cells, at % cells.length).map((r) => r.join('\t'));
        const wrong = [...(await read(lines.toSpliced(row, 1, ...damaged)))].filter(
          (f) => f.standing === 'confirmed' && f.value && !printed.get(keyOf(f))?.has(f.value),
        );
        expect(wrong.map((f) => `${keyOf(f)} ${f.value}`)).toEqual([]);
      },
    ),
    { numRuns: 40, seed: 20 },
  );
});
