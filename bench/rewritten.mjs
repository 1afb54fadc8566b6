// Whether a document says the same when other programs have written its PDF anew: Ghostscript, cairo, MuPDF and qpdf lay fonts, text and
// rules down in ways of their own. What is read is compared with what the document as it came gives.
//
//   npm run rewritten [-- [--only NAME,...] [--ocr auto] [FILE.pdf ...]]        without a FILE the samples; needs ghostscript, poppler-utils, mupdf-tools and qpdf
//
// Without --ocr pages whose text layer a program spoiled are only said; with it they are read from their pictures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { convert } from '../dist/index.js';
import { factsOf } from '../dist/outputs/facts.js';

/** Each makes `to` from `from`. */
const WRITERS = {
  ghostscript: (from, to) => ['gs', '-q', '-sDEVICE=pdfwrite', '-o', to, from],
  'ghostscript-a5': (from, to) => [
    'gs',
    '-q',
    '-sDEVICE=pdfwrite',
    '-sPAPERSIZE=a5',
    '-dFIXEDMEDIA',
    '-dPDFFitPage',
    '-o',
    to,
    from,
  ],
  cairo: (from, to) => ['pdftocairo', '-pdf', from, to],
  'mupdf-clean': (from, to) => ['mutool', 'clean', '-gggg', '-z', '-s', from, to],
  'mupdf-convert': (from, to) => ['mutool', 'convert', '-F', 'pdf', '-o', to, from],
  'qpdf-objects': (from, to) => ['qpdf', '--object-streams=generate', '--coalesce-contents', from, to],
  'qpdf-turned': (from, to) => ['qpdf', '--rotate=+90', from, to],
  'qpdf-encrypted': (from, to) => ['qpdf', '--encrypt', '', 'owner', '256', '--', from, to],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, ocr: { type: 'string', default: 'never' } },
});
const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const files =
  positionals.length > 0
    ? positionals
    : readdirSync(samples)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => join(samples, name));
const names = values.only?.split(',') ?? Object.keys(WRITERS);
const folder = mkdtempSync(join(tmpdir(), 'juesuan-rewritten-'));

const read = (file, name) => convert(new Uint8Array(readFileSync(file)), name, { ocr: values.ocr });

/** The printed amounts by their table, row and column. */
function amountsOf(document) {
  const amounts = new Map();
  for (const fact of factsOf(document)) {
    if (fact.value === null || fact.value === '') continue;
    const own = [fact.table, fact.section, fact.code, fact.name, fact.column].join('|');
    let key = own;
    for (let n = 2; amounts.has(key); n++) key = `${own}|${n}`;
    amounts.set(key, fact);
  }
  return amounts;
}

const rows = Object.fromEntries(
  names.map((name) => [name, { documents: 0, amounts: 0, same: 0, confirmed: 0, refused: 0 }]),
);
for (const file of files) {
  const before = amountsOf(await read(file, basename(file)));
  for (const name of names) {
    const to = join(folder, 'written.pdf');
    const [program, ...args] = WRITERS[name](file, to);
    const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
    // qpdf ends with 3 where it only warns.
    if (error || (status !== 0 && status !== 3)) throw new Error(`${program} cannot write ${file}: ${error ?? stderr}`);
    const row = rows[name];
    row.documents++;
    row.amounts += before.size;
    try {
      const after = amountsOf(await read(to, basename(file)));
      for (const [key, { value }] of before) if (after.get(key)?.value === value) row.same++;
      for (const [key, { value, standing }] of after)
        if (standing === 'confirmed' && before.get(key)?.value !== value) {
          row.confirmed++;
          console.error(`${basename(file)}, ${name}: ${key} is ${value}, before ${before.get(key)?.value}`);
        }
    } catch (error) {
      row.refused++;
      console.error(`${basename(file)}, ${name}: ${error.message}`);
    }
  }
}
rmSync(folder, { recursive: true });

console.log(
  '| written by | documents | amounts | the same | confirmed and another | refused |\n|---|---|---|---|---|---|',
);
for (const [name, { documents, amounts, same, confirmed, refused }] of Object.entries(rows))
  console.log(`| ${name} | ${documents} | ${amounts} | ${same} | ${confirmed} | ${refused} |`);
