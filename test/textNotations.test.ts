import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';
import type { FinalAccounts } from '../src/document/schema.js';
import { pageToGrids } from '../src/grids/pageToGrids.js';
import { attachmentFactsOf } from '../src/outputs/attachmentFacts.js';
import { factsOf } from '../src/outputs/facts.js';
import { bytesToPages } from '../src/pages/bytesToPages.js';
import { DEFAULT_LIMITS } from '../src/source/limits.js';
import { openSource } from '../src/source/source.js';
import { nameOf, published, samples } from './files.js';
import { NOTATIONS, pagesToText } from './notations.js';

const plain = (s: string): string => s.normalize('NFKC').replace(/\s/g, '');

/** Every figure of the tables and every field of the forms, by where it belongs. */
function valuesOf(document: FinalAccounts): string[] {
  const figures = [...factsOf(document)]
    .filter((f) => f.value)
    .map((f) => [f.table, f.section, f.code || plain(String(f.name)), f.column, f.value].join(' '));
  const fields = [...attachmentFactsOf(document)].map((f) =>
    [f.attachment, f.form, f.group, f.row, f.field, plain(String(f.value))].join(' '),
  );
  return [...figures, ...fields];
}

const readable = [...samples(), ...published('accounts')].filter((p) => !/scan|garbled|damaged|xref|planted/.test(p));

describe.each(readable.map((p) => [nameOf(p), p]))('%s as a text', (name, path) => {
  const bytes = new Uint8Array(readFileSync(path));

  test.each(NOTATIONS)('%s: the figures and fields of the PDF', async (notation) => {
    const { made } = await bytesToPages(openSource(path, bytes, DEFAULT_LIMITS), DEFAULT_LIMITS, pageToGrids);
    const text = new TextEncoder().encode(pagesToText(made, notation));
    const [pdf, own] = [await convert(bytes, path), await convert(text, `${name}.txt`)];
    expect(valuesOf(own)).toEqual(valuesOf(pdf));
  });
});
