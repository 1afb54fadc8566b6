// What the benches of printed tables share: the made-up accounts with their layouts, a seeded choice, and the sums of what was read.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convert } from '../dist/index.js';
import * as accounts from '../samples/make/accounts.mjs';
import * as central from '../samples/make/layouts/central.mjs';
import * as liaoning from '../samples/make/layouts/liaoning.mjs';
import * as shanghai from '../samples/make/layouts/shanghai.mjs';
import { scoreOf } from './score.mjs';

/** Account, titles of its tables, what prints its tables, unit. */
export const LAYOUTS = [
  [accounts.qingzhou2024, liaoning.TITLES, liaoning.liaoningGrids, '万元'],
  [accounts.qingzhou2023, central.TITLES, central.centralGrids, '元'],
  [accounts.yunling2024, shanghai.TITLES, shanghai.shanghaiGrids, '万元'],
];

const TEXT = { type: 'string' };
/** The options of the command line: --seed, --count and --keep, and those of `others` with what they are if not given. */
export function readOptions(others = {}) {
  const options = { seed: { ...TEXT, default: '1' }, count: { ...TEXT, default: '30' }, keep: { type: 'boolean' } };
  for (const [name, value] of Object.entries(others))
    options[name] = value === undefined ? TEXT : { ...TEXT, default: value };
  return parseArgs({ options }).values;
}

/** Numbers from 0 to 1 that a seed gives (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Prints a document a seed, reads it, and says where it was read otherwise; then the sums by kind. `print` writes a PDF to a path and
 * gives its truth, its kind, and words for what it is. `keep`: the documents stay, and every error is told.
 */
export async function readPrinted({ seed, count, keep }, print) {
  const sums = new Map();
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-printed-'));
  for (let own = seed; own < seed + count; own++) {
    const path = join(folder, `${own}.pdf`);
    const { truth, kind, words } = await print(own, path);
    const document = await convert(new Uint8Array(readFileSync(path)), `${own}.pdf`).catch(() => undefined);
    const { count: read, errors } = scoreOf(document, truth);
    const sum = sums.get(kind) ?? { documents: 0 };
    sum.documents++;
    for (const [name, n] of Object.entries(read)) sum[name] = (sum[name] ?? 0) + n;
    sums.set(kind, sum);
    if (read.right < read.cells || read.silent > 0 || read.false > 0) {
      console.log(`seed ${own}: ${JSON.stringify(read)}\n  ${words}`);
      const told = keep ? errors : errors.filter((e) => /^(silent|confirmed)/.test(e)).slice(0, 5);
      for (const error of told) console.log(`  ${error}`);
    }
  }
  if (keep) console.log(folder);
  else rmSync(folder, { recursive: true });
  table(sums);
}

function table(sums) {
  console.log(
    '| kind | documents | amounts | right | of them disputed | wrong | missing | silent | confirmed and wrong |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [kind, s] of [...sums].sort(([a], [b]) => a.localeCompare(b))) {
    const share = ((100 * s.right) / s.cells).toFixed(1);
    console.log(
      `| ${kind} | ${s.documents} | ${s.cells} | ${share} % | ${s.disputed} | ${s.wrong + s.extra} | ${s.missing} | ${s.silent} | ${s.false} |`,
    );
  }
}
