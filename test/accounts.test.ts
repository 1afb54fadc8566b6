import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import Ajv2020 from 'ajv/dist/2020.js';
import { convert } from '../src/convert.js';
import type { FinalAccounts } from '../src/document/schema.js';
import { factsOf } from '../src/outputs/facts.js';
import { documentToJson } from '../src/outputs/json.js';
import { fromRoot, nameOf, published, sampleNeighbours, samples, truthOf } from './files.js';

const validate = new Ajv2020.default({ strict: false }).compile(
  JSON.parse(readFileSync(fromRoot('schemas/document.schema.json'), 'utf8')),
);

const plain = (s: string): string =>
  s
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’]/g, '"');
const same = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

type Row = Readonly<Record<string, string | number | null>>;

function byKey(rows: Iterable<Row>): Map<string, Row> {
  const seen = new Map<string, number>();
  const out = new Map<string, Row>();
  for (const r of rows) {
    if (!r['column']) continue;
    const key = [
      r['table'],
      r['section'] ?? '',
      r['code'] ? `#${r['code']}` : plain(String(r['name'] ?? '')),
      r['column'],
    ].join('|');
    const k = seen.get(key) ?? 0;
    seen.set(key, k + 1);
    out.set(`${key}|${k}`, r);
  }
  return out;
}

/** Every figure that is printed and not read, or read and not printed. */
function errors(document: FinalAccounts, truth: readonly Row[]): string[] {
  const want = byKey(truth);
  const have = byKey(factsOf(document));
  const out: string[] = [];
  for (const [key, t] of want) {
    const value = String(have.get(key)?.['value'] ?? '');
    if (!same(String(t['value']), value)) out.push(`${key}: printed '${t['value']}', read '${value}'`);
  }
  for (const [key, f] of have) if (!want.has(key) && f['value']) out.push(`${key}: read '${f['value']}', no such cell`);
  return out;
}

const withTruth = [...samples(), ...published('accounts')].filter(
  (p) => truthOf(p) !== undefined && !/scan|garbled/.test(p),
);

describe.each(withTruth.map((p) => [nameOf(p), p]))('%s', (_name, path) => {
  let document: FinalAccounts;

  test('every printed figure is read in its place, and nothing else', async () => {
    document = await convert(new Uint8Array(readFileSync(path)), 'account.pdf');
    expect(errors(document, truthOf(path)!)).toEqual([]);
  });

  test('what comes out fits the published schema', () => {
    validate(document);
    expect(validate.errors).toBeNull();
  });

  test('every figure has a place on its page and a reason for its standing', () => {
    for (const table of document.tables) {
      for (const row of table.rows) {
        for (const cell of Object.values(row.cells)) {
          expect(table.pages).toContain(cell.page);
          expect(cell.box[2]).toBeGreaterThan(cell.box[0]);
          expect(cell.box[3]).toBeGreaterThan(cell.box[1]);
          if (cell.raw !== '') expect(cell.why.length).toBeGreaterThan(0);
        }
      }
    }
  });

  test('the same input gives the same bytes', async () => {
    const again = await convert(new Uint8Array(readFileSync(path)), 'account.pdf');
    expect(documentToJson(again)).toBe(documentToJson(document));
  });
});

test.each([...published('declined'), ...sampleNeighbours()].map((p) => [nameOf(p), p]))(
  '%s is declined',
  async (_name, path) => {
    await expect(convert(new Uint8Array(readFileSync(path)), 'x.pdf')).rejects.toMatchObject({
      code: 'NOT_FINAL_ACCOUNTS',
    });
  },
  240_000,
);

const sample = readFileSync(samples()[0]!);
const broken: [string, Uint8Array][] = [
  ['an empty file', new Uint8Array()],
  ['a web page', new TextEncoder().encode('<!DOCTYPE html><title>404</title>')],
  ['the head of a PDF', new Uint8Array(sample.subarray(0, 300))],
  ...published('bad').map((p): [string, Uint8Array] => [nameOf(p), new Uint8Array(readFileSync(p))]),
];

test.each(broken)('%s is refused with its code', async (_name, bytes) => {
  await expect(convert(bytes, 'x.pdf')).rejects.toMatchObject({
    code: expect.stringMatching(/^(UNREADABLE|ENCRYPTED|LIMIT)$/),
  });
});
