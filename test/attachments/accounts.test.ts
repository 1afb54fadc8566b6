import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { attachmentFactsOf } from '../../src/outputs/attachmentFacts.js';
import { nameOf, published, samples } from '../files.js';

/** The transcribed truth about the forms of an account: beside a sample, in a folder of its own for published ones. */
const truthOf = (path: string): string | undefined =>
  [
    path.replace(/\.pdf$/, '.attachments.truth.csv'),
    path.replace(/accounts\/(.*)\.pdf$/, 'truth-attachments/$1.csv'),
  ].find((f) => f.endsWith('.csv') && existsSync(f));

const plain = (s: string): string => s.normalize('NFKC').replace(/\s+/g, '');

function cells(csv: string): Map<string, string> {
  const out = new Map<string, string>();
  for (const line of csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)) {
    const [attachment, , group, row, field, ...value] = line.split(',');
    const text = value
      .join(',')
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"');
    out.set([attachment, group, row, field].join('/'), plain(text));
  }
  return out;
}

const withTruth = [...samples(), ...published('accounts')].filter((p) => truthOf(p) && !/scan|garbled/.test(p));

test.each(withTruth.map((p) => [nameOf(p), p]))('%s: every field of every form as printed', async (_name, path) => {
  const document = await convert(new Uint8Array(readFileSync(path)), 'account.pdf');
  const read = new Map<string, string>();
  for (const f of attachmentFactsOf(document))
    read.set([f.attachment, f.group, f.row, f.field].join('/'), plain(String(f.value ?? '')));
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(cells(readFileSync(truthOf(path)!, 'utf8'))));
  expect(document.checks.filter((c) => c.rule.startsWith('P')).map((c) => c.outcome)).toContain('holds');
});
