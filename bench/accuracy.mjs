// How well scans are read: makes scans of every kind of the samples (and of the accounts of a folder that has accounts/ and truth/), reads
// them without a cache, and writes the tables of docs/accuracy.md. Only pages with tables or figures of the text are scanned, and the first two.
//
//   npm run accuracy [-- [--root DIR] [--kind 'NAME;...'] [--only NAME,...] [--more] [--minutes N] [--print] [--keep] [--again]]
//
// Every scan that was read is kept in node_modules/.cache until the built program or the way scans are made changes: a run that was stopped, or
// that ended after --minutes, goes on where it was. The table is written when all kinds of all samples were read by one and the same program.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../dist/index.js';
import { KINDS, scanOf } from '../samples/make/scan.mjs';
import { SAID, saidOnScan } from './saidOnScans.mjs';
import { parseCsv, scoreOf } from './score.mjs';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const kinds = Object.keys(KINDS).filter((k) => option('--kind')?.split(';').includes(k) ?? true);
const only = option('--only')?.split(',');
const corpus = option('--root');
const until = Date.now() + 60_000 * Number(option('--minutes') ?? Number.POSITIVE_INFINITY);

/** Accounts whose fonts are in the file: others are drawn without their Chinese characters. The third only with --more: it costs as much again. */
const SAMPLES = ['qingzhou-2024', 'yunling-2024', ...(argv.includes('--more') ? ['qingzhou-2023'] : [])];
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
const folder = argv.includes('--keep') ? mkdtempSync(join(tmpdir(), 'juesuan-accuracy-')) : undefined;

/** What was read by this program, by kind and account. */
const state = join(root, 'node_modules', '.cache', 'juesuan-accuracy.json');
const program = programHash();
const known = stateOf();

const rows = [];
let left = 0;
for (const kind of kinds) {
  const sum = {
    cells: 0,
    right: 0,
    disputed: 0,
    wrong: 0,
    missing: 0,
    extra: 0,
    silent: 0,
    false: 0,
    cpu: 0,
    pages: 0,
    ...SAID,
  };
  let whole = true;
  for (const account of chosen) {
    const key = `${kind} ${account.name}`;
    if (!known[key] && Date.now() < until) {
      known[key] = await measure(kind, account);
      save();
    }
    const one = known[key];
    if (one) for (const name of Object.keys(sum)) sum[name] += one[name];
    else {
      whole = false;
      left++;
    }
  }
  if (whole) rows.push({ kind, ...sum });
}
if (folder) console.error(`scans: ${folder}`);
if (left > 0) console.error(`${left} scans are left: the same command goes on`);

async function measure(kind, { name, pdf, truth }) {
  const asText = await convert(new Uint8Array(readFileSync(pdf)), `${name}.pdf`, { secondReading: 'none' });
  const figures = [...asText.tables.flatMap((t) => t.pages), ...asText.narrative.map((s) => s.page)];
  const asked = [...new Set([1, 2, ...figures])].sort((a, b) => a - b);
  const bytes = await scanOf(pdf, asked, kind);
  if (folder) writeFileSync(join(folder, `${name} ${kind}.pdf`), bytes);
  const began = process.cpuUsage();
  let document;
  try {
    document = await convert(new Uint8Array(bytes), `${name}.pdf`);
  } catch (error) {
    console.error(`${kind} ${name}: ${error.message}`);
  }
  const used = process.cpuUsage(began);
  const cpu = (used.user + used.system) / 1e6;
  const pages = document?.source.pageCount ?? asked.length;
  const { count, errors } = scoreOf(document, parseCsv(readFileSync(truth, 'utf8')));
  console.error(`${kind} ${name}: ${JSON.stringify(count)} ${(cpu / pages).toFixed(2)} CPU s a page`);
  const told = argv.includes('--print') ? errors : errors.filter((e) => /^(silent|confirmed)/.test(e));
  for (const e of told.slice(0, 20)) console.error(`    ${e}`);
  const said = saidOnScan(asText.narrative, document?.narrative ?? []);
  if (argv.includes('--print')) console.error(`    of the text: ${JSON.stringify(said)}`);
  return { ...count, ...said, cpu, pages };
}

function programHash() {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((f) => f.endsWith('.js'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, 'dist', file)));
  for (const file of ['scan.mjs', 'lie.mjs', 'photograph.mjs'])
    hash.update(readFileSync(join(root, 'samples', 'make', file)));
  return hash.digest('hex');
}

function stateOf() {
  if (argv.includes('--again') || !existsSync(state)) return {};
  const kept = JSON.parse(readFileSync(state, 'utf8'));
  return kept.program === program ? kept.scans : {};
}

function save() {
  mkdirSync(join(state, '..'), { recursive: true });
  writeFileSync(`${state}.part`, JSON.stringify({ program, scans: known }));
  renameSync(`${state}.part`, state);
}

const share = (n, of) => (of === 0 ? '–' : `${((100 * n) / of).toFixed(1)} %`);
const table = [
  '| scan | amounts | right | of these disputed | not right, reported | silent | CPU s a page |',
  '|---|---|---|---|---|---|---|',
  ...rows.map((r) => {
    const bad = r.wrong + r.missing + r.extra;
    return `| ${r.kind} | ${r.cells} | ${share(r.right, r.cells)} | ${share(r.disputed, r.cells)} | ${bad - r.silent} | ${r.silent} | ${(r.cpu / r.pages).toFixed(1)} |`;
  }),
];
const text = [
  '| scan | figures of the text | right | of these disputed | another number, reported | another number, silent | of another subject | not found |',
  '|---|---|---|---|---|---|---|---|',
  ...rows.map(
    (r) =>
      `| ${r.kind} | ${r.said} | ${share(r.saidRight, r.said)} | ${share(r.saidDisputed, r.said)} | ${r.numberReported} | ${r.numberSilent} | ${r.subject} | ${r.notFound} |`,
  ),
];
console.log([...table, '', ...text].join('\n'));
if (left === 0 && !option('--kind') && !only && !corpus) {
  const path = join(root, 'docs', 'accuracy.md');
  let page = readFileSync(path, 'utf8');
  for (const [mark, lines] of Object.entries({ table, text })) {
    const between = new RegExp(`<!-- ${mark} -->[^]*<!-- /${mark} -->`);
    page = page.replace(between, `<!-- ${mark} -->\n${lines.join('\n')}\n<!-- /${mark} -->`);
  }
  writeFileSync(path, page);
}
if (rows.some((r) => r.silent > 0 || r.false > 0 || r.numberSilent > 0)) process.exitCode = 1;
