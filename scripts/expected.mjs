// Writes the expected JSON of every sample beside it: look at the difference before you commit it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { convert } from '../dist/index.js';

for (const file of readdirSync('samples').filter((f) => f.endsWith('.pdf'))) {
  const document = await convert(new Uint8Array(readFileSync(`samples/${file}`)), file);
  writeFileSync(`samples/${file.replace(/\.pdf$/, '.json')}`, `${JSON.stringify(document)}\n`);
}
