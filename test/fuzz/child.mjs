// A warm process that converts cases one after the other and says how each ended. argv: the entry of the package.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { makeCase } from './mutate.mjs';
import { loadSamples } from './samples.mjs';

const [entry, schema] = process.argv.slice(2);
const { convert, ExtractError } = await import(pathToFileURL(entry).href);
const samples = loadSamples();
const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));

process.on('message', async ({ seed }) => {
  const { name, kind, options, bytes } = makeCase(seed, samples);
  const before = process.cpuUsage();
  const ending = await endOf(bytes, `${name}-${seed}`, options);
  const { user, system } = process.cpuUsage(before);
  process.send({ name, kind, seconds: (user + system) / 1e6, mib: process.resourceUsage().maxRSS / 1024, ...ending });
});
process.send({ ready: true });

async function endOf(bytes, fileName, options) {
  try {
    const document = JSON.parse(JSON.stringify(await convert(new Uint8Array(bytes), fileName, options)));
    if (!valid(document)) return { outcome: 'INVALID', why: JSON.stringify(valid.errors.slice(0, 2)) };
    return { outcome: 'document' };
  } catch (error) {
    if (error instanceof ExtractError && /^[^\n]+$/.test(error.message))
      return { outcome: error.code, why: error.message };
    return { outcome: 'CRASH', why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
