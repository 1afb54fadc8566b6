import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import type { FinalAccounts } from '../src/document/schema.js';
import { ExtractError } from '../src/errors.js';
import { factsOf } from '../src/outputs/facts.js';
import { publishedText, sampleText, truthOf } from './files.js';

const read = (path: string): Promise<FinalAccounts> => convert(new Uint8Array(readFileSync(path)), basename(path));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const plain = (s: string): string => s.normalize('NFKC').replace(/[\s“”"]/g, '');
const keyOf = (r: Readonly<Record<string, unknown>>): string =>
  [r.table, r.section, r.line_no, r.code === '' ? plain(String(r.name)) : r.code, r.column].join('|');

/** Every figure that the truth has and the text does not give, and every one that differs. */
function compare(path: string, document: FinalAccounts): { lost: string[]; wrong: string[] } {
  const facts = new Map([...factsOf(document)].map((f) => [keyOf(f), f.value ?? '']));
  const truth = truthOf(path)!;
  const lost: string[] = [];
  const wrong: string[] = [];
  for (const t of truth) {
    const value = facts.get(keyOf(t));
    if (value === undefined || (value === '' && t.value !== '')) lost.push(t.table!);
    else if (value !== t.value) wrong.push(`${keyOf(t)}: ${t.value} is ${value}`);
  }
  const known = new Set(truth.map(keyOf));
  for (const [key, value] of facts) if (value !== '' && !known.has(key)) wrong.push(`${key}: nothing is ${value}`);
  return { lost: [...new Set(lost)], wrong };
}

test('the sample gives the JSON beside it', async () => {
  expect(await read(sampleText())).toEqual(JSON.parse(readFileSync(`${sampleText()}.json`, 'utf8')));
});

test.each([sampleText(), ...publishedText()].map((p) => [basename(p), p]))(
  '%s: every figure that the text holds is right, what it lost is said',
  async (_name, path) => {
    const document = await read(path);
    const { lost, wrong } = compare(path, document);
    expect(wrong).toEqual([]);
    expect(lost.sort()).toEqual(['appropriation_summary', 'government_fund']);
    const status = Object.fromEntries(document.tables.map((t) => [t.key, t.status]));
    expect(status).toMatchObject({
      appropriation_summary: 'partial',
      government_fund: 'missing',
      state_capital: 'empty',
    });
    expect(Object.values(status).filter((s) => s === 'present')).toHaveLength(6);
    const cells = document.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)));
    expect(cells.filter((c) => c.standing === 'disputed')).toEqual([]);
    expect(document.source).toMatchObject({ coordinates: 'lines', secondReading: 'none' });
    expect(document.checks.filter((c) => c.outcome === 'fails' && /^[A-K]/.test(c.id))).toEqual([]);
  },
);

test.each([sampleText(), ...publishedText()].map((p) => [basename(p), p]))(
  '%s: the place of every figure is the line that holds it',
  async (_name, path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    const document = await read(path);
    let figures = 0;
    for (const cell of document.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.cells)))) {
      const [x0, y0, x1, y1] = cell.box;
      expect(y0).toBe(y1);
      if (cell.raw === '') continue;
      expect(lines[y0 - 1]!.slice(x0 - 1, x1).replace(/\s/g, '')).toBe(cell.raw);
      figures++;
    }
    expect(figures).toBeGreaterThan(150);
  },
);

describe('the published text', () => {
  test.each(
    publishedText()
      .map((p) => [p])
      .concat([[sampleText()]]),
  )('%s: its defects are each told', async (path) => {
    const { findings, attachments } = await read(path);
    const rules = new Set(findings.map((f) => f.rule));
    const everywhere = [
      'table-partial',
      'table-missing',
      'codes-restored',
      'variant-character',
      'spaces-closed',
      'separator-row',
      'table-goes-on',
      'sentence-joined',
      'columns-shifted',
      'markup-removed',
    ];
    const here = [
      'class-name-lost',
      'name-cut',
      'head-restored',
      'level-restored',
      'levels-in-doubt',
      'attachment-start-lost',
    ];
    const published = path !== sampleText();
    expect([...everywhere, ...(published ? here : [])].filter((r) => !rules.has(r))).toEqual([]);
    expect(attachments.map((a) => `${a.status} ${a.indicators.length}`)).toEqual(
      published
        ? ['present 26', 'present 24', 'present 9', 'present 12', 'present 8', 'partial 3', 'present 10', 'present 17']
        : ['present 8'],
    );
  });
});

test('a figure that may belong to two columns is disputed as printed', async () => {
  const lines = readFileSync(sampleText(), 'utf8').split('\n');
  // In 05 a row with one amount in its first and third column loses the blank between them.
  const from = lines.findIndex((l) => /^一般公共预算财政拨款支出决算表$/.test(l.trim()) && lines.indexOf(l) > 40);
  const at = lines.findIndex((l, i) => i > from && /^2\d{6}\t[^\t]+\t([\d.,]+)\t\t\1$/.test(l));
  expect(at).toBeGreaterThan(0);
  const damaged = lines.map((l, i) => (i === at ? l.replace('\t\t', '\t') : l));
  const { tables } = await convert(bytes(damaged.join('\n')), 'damaged.txt');
  const row = tables.flatMap((t) => t.rows).find((r) => r.box[1] === at + 1)!;
  expect(Object.values(row.cells).map((c) => c.standing)).toEqual(['disputed', 'disputed', 'disputed']);
});

test('a budget that comes as text is declined as one', async () => {
  const budget = `云岭县水务局2025年部门预算\n目录\n${'一、2025年部门预算收支情况说明，本年预算收入与预算支出持平。\n'.repeat(12)}`;
  await expect(convert(bytes(budget), 'budget.txt')).rejects.toThrow(/^NOT_FINAL_ACCOUNTS.*预算/);
});

test('a text that is no account, or no text, is unreadable', async () => {
  await expect(convert(bytes('hello\tworld\n'.repeat(50)), 'a.txt')).rejects.toThrow(ExtractError);
  await expect(convert(new Uint8Array([1, 2, 3, 0, 255, 254]), 'a.txt')).rejects.toThrow(/^UNREADABLE/);
});

test('a page of more characters than allowed is refused', async () => {
  const text = readFileSync(sampleText(), 'utf8');
  await expect(convert(bytes(text), 'a.txt', { limits: { maxObjects: 1000 } })).rejects.toThrow(/^LIMIT/);
});
