// How well the figures of the text are read in whatever way regions word it: the narrative of made-up accounts in random words, printed by
// Chromium with their tables, read, and each figure compared with what it says. Every figure is true: a contradiction is a false alarm.
// With --errors SHARE, so many figures are printed with a digit changed: how many of them are disputed, and is any confirmed?
//
//   npm run narratives [-- [--seed N] [--count N] [--errors SHARE] [--keep]]        Chromium and the fonts of samples/README.md are needed
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../dist/index.js';
import { htmlToPdf } from '../samples/make/convert.mjs';
import { deriveAccount } from '../samples/make/derive.mjs';
import { disclosure } from '../samples/make/disclosure.mjs';
import { htmlDocument } from '../samples/make/html.mjs';
import { Choice } from './evaluationForms.mjs';
import { LAYOUTS, random, readOptions } from './madeUp.mjs';
import { Telling } from './narratives/telling.mjs';
import { told } from './narratives/told.mjs';

const values = readOptions({ errors: '0' });

function madeUp(seed) {
  const choice = new Choice(random(seed * 6007 + 5));
  const [source, titles, gridsOf, unit] = LAYOUTS[seed % LAYOUTS.length];
  const account = deriveAccount(source);
  const telling = new Telling(account, choice, Number(values.errors));
  const tableSections = gridsOf(account).map((grid) => ({
    landscape: grid.landscape,
    blocks: [
      { kind: 'title', text: grid.title },
      { kind: 'right', text: `单位：${unit}` },
      { kind: 'table', grid },
    ],
  }));
  const words = told(telling);
  const flow = disclosure(account, { titles, tableSections, words });
  return { html: htmlDocument(account.department, flow), truth: telling.truth };
}

/** What was read against what is said, each once. */
function compare(read, truth) {
  const left = read.map((s) => ({ ...s, free: true }));
  const errors = [];
  const count = {
    figures: truth.length,
    right: 0,
    confirmed: 0,
    missing: 0,
    extra: 0,
    misread: 0,
    wrong: 0,
    caught: 0,
    believed: 0,
  };
  for (const one of truth) {
    const keys = one.subject.split('|');
    const found = left.find(
      (s) => s.free && keys.includes(s.subject) && s.measure === one.measure && s.value === one.value,
    );
    if (found) {
      found.free = false;
      count.right++;
      if (found.standing === 'confirmed' && !one.wrong) count.confirmed++;
      if (one.wrong) {
        count.wrong++;
        if (found.standing === 'disputed') count.caught++;
        if (found.standing === 'confirmed') {
          count.believed++;
          errors.push(`believed ${one.subject} ${one.measure} ${one.value}${one.unit}: ${found.sentence}`);
        } else if (found.standing !== 'disputed')
          errors.push(`not caught ${one.subject} ${one.measure} ${one.value}${one.unit}: ${found.sentence}`);
      }
    } else one.lost = true;
  }
  for (const one of truth.filter((t) => t.lost)) {
    const other = left.find((s) => s.free && s.value === one.value && s.unit === one.unit);
    if (other) other.free = false;
    count[other ? 'misread' : 'missing']++;
    errors.push(
      `${other ? 'misread' : 'missing'} ${one.subject} ${one.measure} ${one.value}${one.unit}${other ? ` as ${other.subject} ${other.measure}: ${other.sentence}` : ''}`,
    );
  }
  for (const s of left.filter((s) => s.free)) {
    count.extra++;
    errors.push(`extra ${s.subject} ${s.measure} ${s.value}${s.unit}: ${s.sentence}`);
  }
  return { count, errors };
}

const folder = mkdtempSync(join(tmpdir(), 'juesuan-narratives-'));
const total = { documents: 0 };
for (let seed = Number(values.seed); seed < Number(values.seed) + Number(values.count); seed++) {
  const { html, truth } = madeUp(seed);
  const path = join(folder, `${seed}.pdf`);
  htmlToPdf(html, path);
  const document = await convert(new Uint8Array(readFileSync(path)), `${seed}.pdf`);
  const { count, errors } = compare(document.narrative, truth);
  const alarms = document.findings.filter((f) => f.severity !== 'info');
  total.documents++;
  count.alarms = alarms.length;
  for (const [name, n] of Object.entries(count)) total[name] = (total[name] ?? 0) + n;
  if (errors.length > 0 || alarms.length > 0) console.log(`seed ${seed}: ${JSON.stringify(count)}`);
  for (const f of values.errors === '0' ? alarms.slice(0, 8) : []) console.log(`  finding ${f.rule}: ${f.message}`);
  for (const error of errors.slice(0, 12)) console.log(`  ${error.slice(0, 260)}`);
}
console.log(JSON.stringify(total));
if (values.keep) console.log(folder);
else rmSync(folder, { recursive: true });
