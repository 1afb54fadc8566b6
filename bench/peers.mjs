// juesuan beside others, in one run, on the born-digital samples (and the accounts of --corpus DIR): cost of whole processes, and how many
// amounts come out in their row and in their cell. Peers are installed by npm into a temporary folder, in the versions named here. Writes the
// table of docs/peers.md.
//
//   npm run bench:peers [-- [--corpus DIR] [--peers FOLDER-WITH-THEM-INSTALLED] [--print]]
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from './peers/measure.mjs';
import { parseCsv } from './score.mjs';

const VERSIONS = {
  'pdf-parse': '2.4.5',
  'pdf-table-extractor': '1.0.3',
  '@opendataloader/pdf': '2.5.11',
  pdf2json: '4.1.0',
  mupdf: '1.28.1',
};
const WITHOUT_COLUMNS = new Set(['pdf2json', 'mupdf', 'pdftotext -bbox-layout']);

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const { values } = parseArgs({
  options: { corpus: { type: 'string' }, peers: { type: 'string' }, print: { type: 'boolean', default: false } },
});
const accounts = readdirSync(join(root, 'samples'))
  .filter((f) => f.endsWith('.pdf'))
  .map((f) => [join(root, 'samples', f), join(root, 'samples', f.replace('.pdf', '.truth.csv'))]);
if (values.corpus) {
  const corpus = resolve(values.corpus);
  for (const f of readdirSync(join(corpus, 'truth')).filter((n) => n.endsWith('.csv'))) {
    const pdf = join(corpus, 'accounts', f.replace('.csv', '.pdf'));
    if (existsSync(pdf)) accounts.push([pdf, join(corpus, 'truth', f)]);
  }
}

const folder = values.peers ? resolve(values.peers) : mkdtempSync(join(tmpdir(), 'juesuan-peers-'));
mkdirSync(folder, { recursive: true });
const skipped = [];
if (!existsSync(join(folder, 'node_modules'))) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  for (const [name, version] of Object.entries(VERSIONS)) {
    const installed = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    if (installed.status !== 0) skipped.push(`${name}: npm cannot install it`);
  }
}
copyFileSync(join(here, 'peers', 'drive.mjs'), join(folder, 'drive.mjs'));
if (spawnSync('java', ['-version']).error) skipped.push('@opendataloader/pdf: it needs Java, which is not installed');
if (spawnSync('pdftotext', ['-v']).error) skipped.push('pdftotext -bbox-layout: poppler-utils is not installed');

function timed(command, args) {
  const began = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  const wall = (performance.now() - began) / 1000;
  const [user, system, kib] = (run.stderr ?? '').trim().split('\n').at(-1).split(' ').map(Number);
  return { ok: run.status === 0, stdout: run.stdout, stderr: run.stderr, wall, cpu: user + system, mib: kib / 1024 };
}

/** The facts of juesuan as rows of cells: its columns are named, so a figure under another name is in another cell. */
function rowsOfFacts(csv) {
  const columns = new Map();
  const rows = new Map();
  parseCsv(csv).forEach((f, i) => {
    if (f.column === '') return;
    const id = `${f.table}|${f.section}|${f.line_no}|${f.code}|${f.name}`;
    const column = `${f.table}|${f.section}|${f.column}`;
    if (!columns.has(column)) columns.set(column, 2 + columns.size);
    const open = rows.get(id);
    const row = open && open[columns.get(column)] === undefined ? open : [f.printed_code || f.code, f.name];
    if (row !== open) rows.set(rows.has(id) ? `${id}|${i}` : id, row);
    row[columns.get(column)] = f.value;
  });
  return [...rows.values()].map((row) => Array.from(row, (cell) => cell ?? ''));
}

const main = join(root, 'dist', 'cli', 'main.js');
const out = join(folder, 'rows.json');
const own = (reading) => (pdf) => {
  const run = timed(process.execPath, [main, 'facts', pdf, '--second-reading', reading, '--ocr', 'never']);
  return { ...run, rows: run.ok ? rowsOfFacts(run.stdout) : [] };
};
const peer = (name) => (pdf) => {
  const run = timed(process.execPath, ['drive.mjs', name, pdf, out]);
  return { ...run, rows: run.ok ? JSON.parse(readFileSync(out, 'utf8')) : [] };
};
const tools = [
  ['juesuan, one reading', own('none')],
  ['juesuan, auto', own('auto')],
  ...['pdftotext -bbox-layout', ...Object.keys(VERSIONS)]
    .filter((name) => !skipped.some((s) => s.startsWith(`${name}:`)))
    .map((name) => [name, peer(name)]),
];

const results = [];
for (const [name, run] of tools) {
  const sum = { name, cpu: 0, wall: 0, mib: 0, amounts: 0, inRow: 0, inCell: 0, tables: 0, whole: 0, failed: 0 };
  for (const [pdf, truth] of accounts) {
    const one = run(pdf);
    if (!one.ok) {
      sum.failed++;
      if (values.print) console.error(`${name} ${basename(pdf)}: ${one.stderr?.slice(0, 600)}`);
    }
    sum.cpu += one.cpu || 0;
    sum.wall += one.wall;
    sum.mib = Math.max(sum.mib, one.mib || 0);
    const found = measure(one.rows, parseCsv(readFileSync(truth, 'utf8')));
    for (const key of ['amounts', 'inRow', 'inCell', 'tables', 'whole']) sum[key] += found[key];
  }
  console.error(JSON.stringify(sum));
  results.push(sum);
}

const share = (n, of) => `${((100 * n) / of).toFixed(1)} %`;
const base = results.find((r) => r.name.startsWith('juesuan'));
const version = (name) => (VERSIONS[name] ? `${name} ${VERSIONS[name]}` : name);
const table = [
  '| tool | CPU s | × | wall s | peak MiB | amounts in their row | in their cell | tables whole | failed |',
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  ...results.map((r) => {
    const columns = !WITHOUT_COLUMNS.has(r.name);
    return `| ${version(r.name)} | ${r.cpu.toFixed(1)} | ${(r.cpu / base.cpu).toFixed(2)} | ${r.wall.toFixed(1)} | ${r.mib.toFixed(0)} | ${share(r.inRow, r.amounts)} | ${columns ? share(r.inCell, r.amounts) : '–'} | ${columns ? `${r.whole} of ${r.tables}` : '–'} | ${r.failed} |`;
  }),
  '',
  `${accounts.length} documents${values.corpus ? ': the samples and those of `--corpus`' : ''}. Node ${process.version}, ${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)} at the end.`,
  ...skipped.map((s) => `Skipped: ${s}.`),
];
console.log(table.join('\n'));
const path = join(root, 'docs', 'peers.md');
const page = readFileSync(path, 'utf8');
writeFileSync(
  path,
  page.replace(/(<!-- table -->\n)[\s\S]*?(<!-- \/table -->)/, (_, a, b) => `${a}${table.join('\n')}\n${b}`),
);
