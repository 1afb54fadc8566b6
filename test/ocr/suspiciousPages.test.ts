import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { suspiciousPages } from '../../src/ocr/suspiciousPages.js';
import { bytesToPages } from '../../src/pages/bytesToPages.js';
import { DEFAULT_LIMITS } from '../../src/source/limits.js';
import { openSource } from '../../src/source/source.js';
import { fromRoot } from '../files.js';

/** The pages that would be held against their pictures if the first identity of 收入决算表 failed. */
async function suspects(sample: string): Promise<number[]> {
  const bytes = new Uint8Array(readFileSync(fromRoot('samples', sample)));
  const document = await convert(bytes, sample, { secondReading: 'none' });
  const checks = document.checks.map((c) =>
    c.cells.some((id) => id.startsWith('revenue/0/')) ? { ...c, outcome: 'fails' as const } : c,
  );
  const { leaves } = await bytesToPages(openSource(sample, bytes, DEFAULT_LIMITS), DEFAULT_LIMITS, () => null);
  return [...(await suspiciousPages(bytes, DEFAULT_LIMITS, { ...document, checks }, leaves, true))];
}

test('a page with a failing identity is held against its picture', async () => {
  expect(await suspects('qingzhou-2024.pdf')).toContain(6);
});

// Whoever shows such a page draws it in a font of his own: PDFium sets digits over each other, and an engine misread all of them.
test('but for one whose fonts are not in the file: its picture says nothing of its text', async () => {
  expect(await suspects('lanting-2024.pdf')).toEqual([]);
});
