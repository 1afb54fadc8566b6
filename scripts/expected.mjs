// Writes the expected JSON of every sample beside it: look at the difference before you commit it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { convert } from '../dist/index.js';

/** NAME.json beside NAME.pdf, NAME.txt.json beside NAME.txt. */
const expectedName = (file) => (file.endsWith('.pdf') ? file.replace(/pdf$/, 'json') : `${file}.json`);

for (const file of readdirSync('samples').filter((f) => /\.(pdf|txt)$/.test(f))) {
  const document = await convert(new Uint8Array(readFileSync(`samples/${file}`)), file);
  writeFileSync(`samples/${expectedName(file)}`, `${JSON.stringify(document)}\n`);
}
