// How well scans are read: makes scans of every kind of the samples (and of the accounts of a folder that has accounts/ and truth/), reads
// them, and writes the table of docs/accuracy.md. Only pages with tables are scanned, and the first two.
//
//   npm run accuracy [-- [--root DIR] [--kind NAME,...] [--only NAME,...] [--print]]
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../dist/index.js';
import { KINDS, scanOf } from '../samples/make/scan.mjs';
import { parseCsv, scoreOf } from './score.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const kinds = option('--kind')?.split(',') ?? Object.keys(KINDS);
const only = option('--only')?.split(',');
const corpus = option('--root');

/** Accounts whose fonts are in the file: others are drawn without their Chinese characters. */
const SAMPLES = ['qingzhou-2024', 'qingzhou-2023', 'yunling-2024'];
const accounts = SAMPLES.map((name) => ({
  name,
  pdf: join(root, 'samples', `${name}.pdf`),
  truth: join(root, 'samples', `${name}.truth.csv`),
}));
if (corpus) {
  for (const file of readdirSync(join(corpus, 'truth'))) {
    const name = basename(file, '.csv');
    const pdf = join(corpus, 'accounts', `${name}.pdf`);
    if (existsSync(pdf)) accounts.push({ name, pdf, truth: join(corpus, 'truth', file) });
  }
}
const chosen = accounts.filter((a) => (only ? only.includes(a.name) : true));
const folder = mkdtempSync(join(tmpdir(), 'juesuan-accuracy-'));

const rows = [];
for (const kind of kinds) {
  const sum = {
    kind,
    cells: 0,
    right: 0,
    disputed: 0,
    confirmed: 0,
    wrong: 0,
    missing: 0,
    extra: 0,
    silent: 0,
    false: 0,
    cpu: 0,
    pages: 0,
  };
  for (const { name, pdf, truth } of chosen) {
    const known = await convert(new Uint8Array(readFileSync(pdf)), `${name}.pdf`, { secondReading: 'none' });
    const pages = [...new Set([1, 2, ...known.tables.flatMap((t) => t.pages)])].sort((a, b) => a - b);
    const bytes = await scanOf(pdf, pages, kind);
    if (argv.includes('--keep')) writeFileSync(join(folder, `${name} ${kind}.pdf`), bytes);
    const began = process.cpuUsage();
    let document;
    try {
      document = await convert(new Uint8Array(bytes), `${name}.pdf`);
    } catch (error) {
      console.error(`${kind} ${name}: ${error.message}`);
    }
    const used = process.cpuUsage(began);
    const score = scoreOf(document, parseCsv(readFileSync(truth, 'utf8')));
    for (const key of Object.keys(score.count)) sum[key] += score.count[key];
    sum.cpu += (used.user + used.system) / 1e6;
    sum.pages += pages.length;
    console.error(
      `${kind} ${name}: ${JSON.stringify(score.count)} ${((used.user + used.system) / 1e6 / pages.length).toFixed(2)} CPU s a page`,
    );
    for (const e of score.errors.slice(0, argv.includes('--print') ? 12 : 0)) console.error(`    ${e}`);
  }
  rows.push(sum);
}
if (argv.includes('--keep')) console.error(`scans: ${folder}`);

const share = (n, of) => (of === 0 ? '–' : `${((100 * n) / of).toFixed(1)} %`);
const table = [
  '| scan | amounts | right | of these disputed | not right, reported | silent | CPU s a page |',
  '|---|---|---|---|---|---|---|',
  ...rows.map((r) => {
    const bad = r.wrong + r.missing + r.extra;
    return `| ${r.kind} | ${r.cells} | ${share(r.right, r.cells)} | ${share(r.disputed, r.cells)} | ${bad - r.silent} | ${r.silent} | ${(r.cpu / r.pages).toFixed(1)} |`;
  }),
];
console.log(table.join('\n'));
if (!option('--kind') && !only) {
  const path = join(root, 'docs', 'accuracy.md');
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(/<!-- table -->[\s\S]*<!-- \/table -->/, `<!-- table -->\n${table.join('\n')}\n<!-- /table -->`),
  );
}
