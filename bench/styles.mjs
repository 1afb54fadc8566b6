// How well tables are read in whatever style they are printed: the made-up accounts in random styles (borders, gaps, sizes, alignments, row
// heights, breaks), printed by Chromium, read, and compared with their truth. The same seed gives the same styles.
//
//   npm run styles [-- [--seed N] [--count N] [--keep]]        Chromium and the fonts of samples/README.md are needed
import { htmlToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { truthCsv } from '../samples/make/grid.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import { LAYOUTS, random, readOptions, readPrinted } from './madeUp.mjs';
import { parseCsv } from './score.mjs';

const values = readOptions();

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

function printed([source, titles, gridsOf, unit], style, path) {
  const account = deriveAccount(source);
  const grids = gridsOf(account);
  const tableSections = grids.map((grid) => ({
    landscape: grid.landscape,
    blocks: [
      { kind: 'title', text: grid.title },
      { kind: 'line', parts: [`部门：${account.department}`, `${account.year}年度`, `金额单位：${unit}`] },
      { kind: 'table', grid },
      ...[grid.note, ...(grid.notes ?? [])].flatMap((text) => (text ? [{ kind: 'note', text }] : [])),
    ],
  }));
  const css = Object.entries(style).map(([kind, choice]) => CHOICES[kind][choice]);
  const html = htmlDocument(account.department, disclosure(account, { titles, tableSections }));
  htmlToPdf(html.replace('</style>', `${css.join('\n')}</style>`), path);
  return parseCsv(truthCsv(grids));
}

const DRAWN_WHOLE = new Set(['all', 'no sides']);
await readPrinted({ seed: Number(values.seed), count: Number(values.count), keep: values.keep }, (seed, path) => {
  const style = styleOf(seed);
  return {
    truth: printed(LAYOUTS[seed % LAYOUTS.length], style, path),
    kind: DRAWN_WHOLE.has(style.drawn) ? 'rules whole' : `rules: ${style.drawn}`,
    words: Object.entries(style)
      .map(([name, choice]) => `${name} ${choice}`)
      .join(', '),
  };
});
