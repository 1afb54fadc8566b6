// How many wrong digits are caught: for every amount of the born-digital samples, one digit is changed, one at a time, and the checks run
// again. Writes the tables of docs/mutations.md.
//
//   npm run mutations [-- [--only NAME,...] [--seed 1] [--misses] [--every 1] FILE.pdf ...]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chance, seedOf } from '../test/fuzz/random.mjs';
import { amountsOf, checkChanged, readOnce, slip } from './mutate.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    misses: { type: 'boolean', default: false },
  },
});
/** The sample with planted errors is left out: its identities fail before anything is changed. */
const samples = readdirSync(join(root, 'samples'))
  .filter((f) => f.endsWith('.pdf') && !f.startsWith('planted'))
  .map((f) => join(root, 'samples', f));
const files = (positionals.length > 0 ? positionals : samples).filter(
  (f) => !values.only || values.only.split(',').includes(basename(f, '.pdf')),
);

const KINDS = ['printed', 'misread'];
const empty = () => ({ amounts: 0, bound: 0, disputed: 0, unconfirmed: 0, elsewhere: 0, silent: 0 });
const byTable = Object.fromEntries(KINDS.map((kind) => [kind, new Map()]));
for (const file of files) {
  const read = await readOnce(new Uint8Array(readFileSync(file)), basename(file));
  const sound = await checkChanged(read, null);
  const bound = new Set(sound.checks.filter((c) => c.outcome !== 'not-checkable').flatMap((c) => c.cells));
  const failing = sound.checks.filter((c) => c.outcome === 'fails').length;
  const amounts = amountsOf(read);
  for (let i = 0; i < amounts.length; i += Number(values.every)) {
    const { id, cell } = amounts[i];
    const raw = slip(cell.raw, chance(seedOf(Number(values.seed), i)).unit);
    for (const kind of KINDS) {
      const after = await checkChanged(read, id, raw, kind === 'printed');
      const [key, row, column] = id.split('/');
      const { standing } = after.tables.find((t) => t.key === key).rows[row].cells[column];
      const counts = byTable[kind].get(key) ?? empty();
      byTable[kind].set(key, counts);
      counts.amounts++;
      if (!bound.has(id)) continue;
      counts.bound++;
      const told = after.checks.filter((c) => c.outcome === 'fails').length > failing;
      const ending = standing !== 'confirmed' ? standing : told ? 'elsewhere' : 'silent';
      counts[ending]++;
      if (values.misses && standing === 'confirmed')
        console.error(`${kind} ${ending} ${basename(file)} ${id} ${cell.raw} -> ${raw}`);
    }
  }
}

const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const lineOf = (name, c) => {
  const caught = c.disputed + c.unconfirmed;
  return `| ${name} | ${c.amounts} | ${c.bound} | ${c.disputed} | ${c.unconfirmed} | ${c.elsewhere} | ${c.silent} | ${percent(caught, c.bound)} |`;
};
const tableOf = (counts) => {
  const all = empty();
  for (const c of counts.values()) for (const key of Object.keys(all)) all[key] += c[key];
  return [
    '| table | amounts | bound by an identity | disputed | unconfirmed | confirmed, another figure disputed | confirmed, nothing said | caught of the bound |',
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...[...counts].map(([key, c]) => lineOf(key, c)),
    lineOf('**all**', all),
  ].join('\n');
};
for (const kind of KINDS) console.log(`${kind}\n${tableOf(byTable[kind])}\n`);
if (positionals.length === 0 && !values.only && values.every === '1') {
  const path = join(root, 'docs', 'mutations.md');
  let text = readFileSync(path, 'utf8');
  for (const kind of KINDS) {
    const marks = new RegExp(`(<!-- ${kind} -->\n)[\\s\\S]*?(<!-- /${kind} -->)`);
    text = text.replace(marks, (_, a, b) => `${a}${tableOf(byTable[kind])}\n${b}`);
  }
  writeFileSync(path, text);
}
