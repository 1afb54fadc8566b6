// How well tables are read that are pasted as pictures under titles set in type: the tables of a made-up account, drawn by pdftoppm, each under
// its title in a document that Chromium prints; read, and compared with their truth.
//
//   npm run pasted [-- [--keep]]        Chromium, pdftoppm (poppler-utils) and the fonts of samples/README.md are needed
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../dist/index.js';
import { qingzhou2024 } from '../samples/make/accounts.mjs';
import { htmlToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import { TITLES } from '../samples/make/layouts/liaoning.mjs';
import { parseCsv, scoreOf } from './score.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'samples', 'qingzhou-2024.pdf');
const truth = parseCsv(readFileSync(join(root, 'samples', 'qingzhou-2024.truth.csv'), 'utf8'));
const account = deriveAccount(qingzhou2024);
const folder = mkdtempSync(join(tmpdir(), 'juesuan-pasted-'));

const KINDS = [
  { kind: '150 dots an inch', dpi: 150 },
  { kind: '130', dpi: 130 },
  { kind: '110', dpi: 110 },
  { kind: '150, leaning by 2°', dpi: 150, css: 'img { transform: rotate(2deg) scale(0.95) }' },
];
/** Points: what is left away at the edges of a page, its page number too, and on top of a page with a title. */
const [SIDE, TOP, TITLED, FOOT] = [30, 40, 78, 70];

const document = await convert(new Uint8Array(readFileSync(sample)), 'sample.pdf');
const titleOf = new Map(document.tables.map((t) => [t.pages[0], t.title]));
const pages = [...new Set(document.tables.flatMap((t) => t.pages))].sort((a, b) => a - b);

function pasted({ dpi, css = '' }) {
  const scale = dpi / 72;
  const sizes = execFileSync('pdfinfo', ['-l', '99', sample]).toString();
  const sections = pages.map((page) => {
    const [, width, height] = new RegExp(`Page +${page} size: +([\\d.]+) x ([\\d.]+)`).exec(sizes).map(Number);
    const top = titleOf.has(page) ? TITLED : TOP;
    const box = { x: SIDE, y: top, W: width - 2 * SIDE, H: height - top - FOOT };
    const crop = Object.entries(box).flatMap(([name, points]) => [`-${name}`, String(Math.round(points * scale))]);
    const path = join(folder, `${dpi}-${page}`);
    execFileSync(
      'pdftoppm',
      ['-r', dpi, '-f', page, '-l', page, ...crop, '-png', '-singlefile', sample, path].map(String),
    );
    const title = titleOf.has(page)
      ? [{ kind: 'title', text: TITLES.find((t) => t.replace(/[“”]/g, '') === titleOf.get(page)) }]
      : [];
    return { landscape: width > height, blocks: [...title, { kind: 'note', text: `picture ${path}.png` }] };
  });
  const html = htmlDocument(account.department, disclosure(account, { titles: TITLES, tableSections: sections }))
    .replace(/<p class="note">picture ([^<]+)<\/p>/g, '<img style="width: 100%" src="file://$1">')
    .replace('</style>', `${css}</style>`);
  const path = join(folder, 'pasted.pdf');
  htmlToPdf(html, path);
  return path;
}

console.log('| pictures | amounts | right | of them disputed | wrong | missing | silent | confirmed and wrong |');
console.log('|---|---|---|---|---|---|---|---|');
for (const kind of KINDS) {
  const read = await convert(new Uint8Array(readFileSync(pasted(kind))), 'pasted.pdf').catch(() => undefined);
  const { count: n } = scoreOf(read, truth);
  console.log(
    `| ${kind.kind} | ${n.cells} | ${n.right} | ${n.disputed} | ${n.wrong + n.extra} | ${n.missing} | ${n.silent} | ${n.false} |`,
  );
}
if (process.argv.includes('--keep')) console.log(folder);
else rmSync(folder, { recursive: true });
