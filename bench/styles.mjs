// How well tables are read in whatever style they are printed: the made-up accounts in random styles (borders, gaps, sizes, alignments, row
// heights, breaks), printed by Chromium, read, and compared with their truth. The same seed gives the same styles.
//
//   npm run styles [-- [--seed N] [--count N] [--keep]]        Chromium and the fonts of samples/README.md are needed
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convert } from '../dist/index.js';
import * as accounts from '../samples/make/accounts.mjs';
import { htmlToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { truthCsv } from '../samples/make/grid.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import * as central from '../samples/make/layouts/central.mjs';
import * as liaoning from '../samples/make/layouts/liaoning.mjs';
import * as shanghai from '../samples/make/layouts/shanghai.mjs';
import { parseCsv, scoreOf } from './score.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '30' },
    keep: { type: 'boolean', default: false },
  },
});

/** Choices that a style is made of: the first of each is the plainest. */
const OUTER = 'tr > td:first-child { border-left: none } tr > td:last-child { border-right: none }';
const CHOICES = {
  rules: {
    solid: '',
    dotted: 'td { border-style: dotted }',
    dashed: 'td { border-style: dashed }',
    double: 'td { border: 2.5pt double #000 }',
    hairline: 'td { border-width: 0.2pt }',
    gray: 'td { border-color: #bbb }',
    boxes: 'table { border-collapse: separate; border-spacing: 0 }',
    'boxes apart': 'table { border-collapse: separate; border-spacing: 1.5pt }',
  },
  drawn: {
    all: '',
    'no sides': OUTER,
    'rows only': 'td { border-left: none !important; border-right: none !important }',
    'columns only': 'tbody td { border-top: none !important; border-bottom: none !important }',
    'head only': 'tbody td { border: none !important }',
    none: 'td { border: none !important }',
  },
  size: of([6, 7, 8, 9, 10], (pt) => `table, table.small { font-size: ${pt}pt }`),
  padding: of(['0', '1pt', '2pt 3pt', '4pt 2pt', '1pt 6pt'], (pt) => `td { padding: ${pt} }`),
  leading: of([1, 1.2, 1.5, 1.8], (em) => `table { line-height: ${em} }`),
  height: of([17, 10, 27], (pt) => `tr { height: ${pt}pt !important }`),
  stands: {
    middle: 'td { vertical-align: middle }',
    top: 'td { vertical-align: top }',
    foot: 'td { vertical-align: bottom }',
    mixed: 'td.right { vertical-align: top } td.left { vertical-align: bottom }',
  },
  amounts: of(['right', 'center', 'left'], (side) => `td.right { text-align: ${side} }`),
  width: of(['100%', '85%', '70%'], (part) => `table { width: ${part}; margin: 0 auto }`),
  columns: of(['fixed', 'auto'], (kind) => `table { table-layout: ${kind} }`),
  shade: {
    none: '',
    head: 'thead td { background: #dde }',
    stripes: 'tbody tr:nth-child(even) td { background: #eee }',
    all: 'td { background: #f6f6f6 }',
  },
  breaks: of(['avoid', 'auto'], (kind) => `tr { break-inside: ${kind} }`),
  head: {
    'as ever': '',
    again: 'table thead, table.once thead { display: table-header-group !important }',
    once: 'table thead { display: table-row-group !important }',
  },
  spacing: of([0, 0.5, 1.5], (pt) => `td.left, td.center { letter-spacing: ${pt}pt }`),
  font: of(["'AR PL UMing CN'", "'WenQuanYi Micro Hei'"], (name) => `table { font-family: ${name} }`),
};

function of(choices, css) {
  return Object.fromEntries(choices.map((choice) => [String(choice), css(choice)]));
}

/** Numbers from 0 to 1 that a seed gives (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rules are drawn whole in half of the styles. */
function styleOf(seed) {
  const next = random(seed);
  const style = {};
  for (const [name, choices] of Object.entries(CHOICES)) {
    const names = Object.keys(choices);
    style[name] = name === 'drawn' && next() < 0.5 ? names[0] : names[Math.floor(next() * names.length)];
  }
  return style;
}

const LAYOUTS = [
  [accounts.qingzhou2024, liaoning, liaoning.liaoningGrids, '金额单位：万元'],
  [accounts.qingzhou2023, central, central.centralGrids, '金额单位：元'],
  [accounts.yunling2024, shanghai, shanghai.shanghaiGrids, '单位：万元'],
];

function printed([source, { TITLES }, gridsOf, unit], style, path) {
  const account = deriveAccount(source);
  const grids = gridsOf(account);
  const tableSections = grids.map((grid) => ({
    landscape: grid.landscape,
    blocks: [
      { kind: 'title', text: grid.title },
      { kind: 'line', parts: [`部门：${account.department}`, `${account.year}年度`, unit] },
      { kind: 'table', grid },
      ...[grid.note, ...(grid.notes ?? [])].flatMap((text) => (text ? [{ kind: 'note', text }] : [])),
    ],
  }));
  const css = Object.entries(style).map(([kind, choice]) => CHOICES[kind][choice]);
  const html = htmlDocument(account.department, disclosure(account, { titles: TITLES, tableSections }));
  htmlToPdf(html.replace('</style>', `${css.join('\n')}</style>`), path);
  return parseCsv(truthCsv(grids));
}

const DRAWN_WHOLE = new Set(['all', 'no sides']);
const sums = new Map();
const folder = mkdtempSync(join(tmpdir(), 'juesuan-styles-'));
for (let i = 0; i < Number(values.count); i++) {
  const seed = Number(values.seed) + i;
  const style = styleOf(seed);
  const path = join(folder, `${seed}.pdf`);
  const truth = printed(LAYOUTS[seed % LAYOUTS.length], style, path);
  const document = await convert(new Uint8Array(readFileSync(path)), `${seed}.pdf`).catch(() => undefined);
  const { count, errors } = scoreOf(document, truth);
  const drawn = DRAWN_WHOLE.has(style.drawn) ? 'rules whole' : `rules: ${style.drawn}`;
  const sum = sums.get(drawn) ?? { documents: 0 };
  sum.documents++;
  for (const [name, n] of Object.entries(count)) sum[name] = (sum[name] ?? 0) + n;
  sums.set(drawn, sum);
  if (count.right < count.cells || count.silent > 0 || count.false > 0) {
    const choices = Object.entries(style).map(([kind, choice]) => `${kind} ${choice}`);
    console.log(`seed ${seed}: ${JSON.stringify(count)}\n  ${choices.join(', ')}`);
    for (const error of errors.filter((e) => /^(silent|confirmed)/.test(e)).slice(0, 5)) console.log(`  ${error}`);
  }
}
if (values.keep) console.log(folder);
else rmSync(folder, { recursive: true });

console.log(
  '| rules | documents | amounts | right | of them disputed | wrong | missing | silent | confirmed and wrong |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const [drawn, s] of [...sums].sort(([a], [b]) => a.localeCompare(b))) {
  const share = ((100 * s.right) / s.cells).toFixed(1);
  console.log(
    `| ${drawn} | ${s.documents} | ${s.cells} | ${share} % | ${s.disputed} | ${s.wrong + s.extra} | ${s.missing} | ${s.silent} | ${s.false} |`,
  );
}
