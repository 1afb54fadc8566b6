// How well self-evaluation forms (绩效自评表) are read in whatever way regions set them up: forms made up at random behind the tables of a
// made-up account, printed by Chromium or LibreOffice, read, and each field compared with its truth. The same seed gives the same forms.
// --scan KIND: the pages of the forms are read from a scan, of a kind of samples/make/scan.mjs.
//
//   npm run evaluations [-- [--seed N] [--count N] [--only FAMILY,..] [--through writer|calc] [--scan KIND] [--keep]]        Chromium and the fonts of samples/README.md are needed
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../dist/index.js';
import { attachmentFactsOf } from '../dist/outputs/attachmentFacts.js';
import { htmlToPdf, officeToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { flatSheets } from '../samples/make/fods.mjs';
import { flatText } from '../samples/make/fodt.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import { scanOf } from '../samples/make/scan.mjs';
import { Choice, FAMILIES } from './evaluationForms.mjs';
import { flowToSheets } from './flowToSheets.mjs';
import { LAYOUTS, random, readOptions } from './madeUp.mjs';
import { SHEETS } from './rougher.mjs';

const values = readOptions({ only: undefined, through: 'chromium', scan: undefined });
const names = values.only?.split(',') ?? Object.keys(FAMILIES);

/** The title as it is printed, in or over the grid, and what of it is the title. */
function titled(c, form, title, at, { year, department }) {
  const printed = c.pick([
    title,
    title,
    `${year}年度${title}`,
    `附件${at}：${title}`,
    `${title}（${year}年度）`,
    `附表${at}-1 ${title}`,
    `${department}${year}年度${title}`,
    `${title}（公开）`,
    `${at}.${title}`,
  ]);
  const before = printed.replace(/^(?:附(?:件|表)[\d-]+[：\s]*|\d\.)/, '').replace(/（\d{4}年度）$/, '');
  form.header('title', before);
  const line = c.chance(0.5) ? [{ kind: 'line', parts: ['', `（${year}年度）`, ''] }] : [];
  if (c.chance(0.2)) {
    form.rows.unshift([{ text: printed, align: 'center', span: form.width }]);
    return [{ kind: 'gap', lines: 1 }];
  }
  return [{ kind: 'title', text: printed }, ...line];
}

function madeUp(seed) {
  const c = new Choice(random(seed * 7919 + 13));
  const [source, titles, gridsOf] = LAYOUTS[seed % LAYOUTS.length];
  const account = deriveAccount(source);
  const grids = gridsOf(account);
  const sections = [];
  const truth = [];
  const words = [];
  const count = c.between(1, 4);
  const together = c.chance(0.25) && values.through !== 'calc';
  for (let at = 1; at <= count; at++) {
    const family = c.pick(names);
    const [form, title] = FAMILIES[family](c);
    const blocks = titled(c, form, title, at, account);
    words.push(`${family} “${form.truth.find(([, , f]) => f === 'title')[3]}”`);
    for (const [group, row, field, value] of form.truth) truth.push({ key: `${at}|${group}|${row}|${field}`, value });
    const inside = blocks[0].kind === 'gap' ? 1 : 0;
    const [from, to] = form.head.map((row) => row + inside);
    // What stands at the side reaches from the head into the rows: only a spreadsheet prints such rows again.
    const again = c.chance(0.5) && (values.through === 'calc' || !form.side);
    if (again) words.push('the head again on each page');
    const grid = {
      widths: form.widths,
      rowHeight: 20,
      ...(again && values.through !== 'calc'
        ? { head: form.rows.slice(0, to), body: form.rows.slice(to), repeatHead: true }
        : { head: [], body: form.rows }),
      again: again ? [c.pick([0, from]), to] : undefined,
      small: form.width > 11,
    };
    const section = { landscape: form.width > 11 || c.chance(0.2), blocks: [...blocks, { kind: 'table', grid }] };
    if (together && sections.length > 0 && !section.landscape) sections.at(-1).blocks.push(...section.blocks);
    else sections.push(section);
  }
  if (c.chance(0.2)) {
    words.push('spaces in labels');
    for (const { blocks } of sections)
      for (const cell of blocks.flatMap(({ grid }) => grid?.body ?? []).flat())
        if (/^(?:得分|分值|总分|合计|权重|项目名称|主管部门|实施单位|年度总体目标)$/.test(cell.text))
          cell.text = [...cell.text].join(' ');
  }
  const sheets = Object.keys(SHEETS).filter((name) => !/small print|running head/.test(name) && c.chance(0.05));
  const splitting = c.chance(0.4);
  words.push(...sheets, ...(splitting ? ['rows break over pages'] : []));
  const tableSections = grids.map((grid) => ({
    landscape: grid.landscape,
    blocks: [
      { kind: 'title', text: grid.title },
      { kind: 'table', grid },
    ],
  }));
  return {
    account,
    flow: disclosure(account, { titles, tableSections, attachments: sections }),
    truth,
    words,
    sheets,
    splitting,
  };
}

function print({ account, flow, sheets, splitting }, path) {
  if (values.through === 'writer') {
    const xml = flatText(flow);
    officeToPdf(splitting ? xml.replaceAll(' fo:keep-together="always"', '') : xml, 'fodt', path);
    return;
  }
  if (values.through === 'calc') {
    officeToPdf(flatSheets(flowToSheets(flow)), 'fods', path);
    return;
  }
  const style = [...sheets.map((name) => SHEETS[name]), splitting ? 'tr { break-inside: auto }' : ''].join('\n');
  htmlToPdf(htmlDocument(account.department, flow).replace('</style>', `${style}</style>`), path);
}

/** Its cover, its first table and its forms, as a scan. */
async function scan(path) {
  const { tables, attachments } = await convert(new Uint8Array(readFileSync(path)), 'printed.pdf');
  const pages = [1, 2, ...(tables[0]?.pages ?? []), ...attachments.flatMap((a) => a.pages)];
  writeFileSync(
    path,
    await scanOf(
      path,
      [...new Set(pages)].sort((a, b) => a - b),
      values.scan,
    ),
  );
}

const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[“”"'‘’]/g, '"')
    .replace(/[﹒·]/g, '.');

/** Fields by attachment, group, row and name, held against the truth. */
function compare(document, truth) {
  const count = { fields: 0, right: 0, disputed: 0, wrong: 0, missing: 0, extra: 0, silent: 0, false: 0 };
  const errors = [];
  const have = new Map(
    [...attachmentFactsOf(document)].map((f) => [`${f.attachment}|${f.group}|${f.row}|${f.field}`, f]),
  );
  const note = (kind, key, expected, fact) => {
    count[kind]++;
    if (fact?.standing !== 'disputed') count.silent++;
    if (fact?.standing === 'confirmed') count.false++;
    errors.push(
      `${kind} ${key}: printed '${expected}', read '${fact?.value ?? ''}' (${fact?.standing ?? 'no such field'})`,
    );
  };
  for (const { key, value } of truth) {
    const fact = have.get(key);
    have.delete(key);
    const read = plain(String(fact?.value ?? ''));
    if (value === '' && read === '') continue;
    if (value !== '') count.fields++;
    if (read === plain(value)) {
      count.right++;
      if (fact.standing === 'disputed') count.disputed++;
    } else note(read === '' ? 'missing' : value === '' ? 'extra' : 'wrong', key, value, fact);
  }
  for (const [key, fact] of have) if ((fact.value ?? '') !== '') note('extra', key, '', fact);
  return { count, errors };
}

const folder = mkdtempSync(join(tmpdir(), 'juesuan-evaluations-'));
const total = { documents: 0 };
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.count); seed++) {
  const made = madeUp(seed);
  const path = join(folder, `${seed}.pdf`);
  print(made, path);
  if (values.scan) await scan(path);
  const document = await convert(new Uint8Array(readFileSync(path)), `${seed}.pdf`);
  const { count, errors } = compare(document, made.truth);
  total.documents++;
  for (const [name, n] of Object.entries(count)) total[name] = (total[name] ?? 0) + n;
  const findings = document.findings.filter((f) => f.severity !== 'info' && /attachment/.test(f.rule));
  if (errors.length > 0 || findings.length > 0) {
    console.log(`seed ${seed}: ${JSON.stringify(count)}\n  ${made.words.join(', ')}`);
    for (const f of findings.slice(0, 3)) console.log(`  finding ${f.rule}: ${f.message} (p. ${f.place?.page})`);
    for (const error of errors.slice(0, values.keep ? 999 : 6)) console.log(`  ${error}`);
  }
}
console.log(JSON.stringify(total));
if (values.keep) console.log(folder);
else rmSync(folder, { recursive: true });
