// What is mutated: the born-digital samples, the text, and the documents that are to be declined.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeApart } from './objects.mjs';

const folder = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..', 'samples');

export function loadSamples() {
  const pdfs = readdirSync(folder)
    .filter((f) => f.endsWith('.pdf'))
    .sort();
  const texts = readdirSync(folder)
    .filter((f) => f.endsWith('.txt'))
    .sort();
  return [
    ...pdfs.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
    { name: 'budget-2025.pdf', bytes: readFileSync(join(folder, 'declined', 'budget-2025.pdf')) },
    ...texts.map((name) => ({ name, bytes: readFileSync(join(folder, name)) })),
  ].map((sample) => ({ ...sample, parts: sample.name.endsWith('.pdf') ? takeApart(sample.bytes) : null }));
}
