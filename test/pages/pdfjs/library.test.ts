import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';
import { loadPdfjs } from '../../../src/pages/pdfjs/library.js';
import { OP } from '../../../src/pages/pdfjs/operators.js';

const builtIns = (): unknown[] => [
  Array.prototype.push,
  JSON.parse,
  Function.prototype.toString,
  process.getBuiltinModule,
];
const before = [...builtIns(), console.warn, console.log, 'DOMMatrix' in globalThis];

test('the operator numbers are those of the installed pdf.js', async () => {
  const { OPS } = (await loadPdfjs()).pdfjs;
  for (const [name, number] of Object.entries(OP)) expect({ name, number: OPS[name] }).toEqual({ name, number });
});

test('loading leaves the built-ins and the console as they were', async () => {
  await loadPdfjs();
  expect([...builtIns(), console.warn, console.log, 'DOMMatrix' in globalThis]).toEqual(before);
});

test('the version is the one whose operator lists are understood here', () => {
  const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string };
  expect(version).toBe('5.4.624');
});
