// Mutates the samples and converts what comes out. Nothing may crash, hang, swell, end without a code, or give a document that
// does not validate. Prints how the cases ended and every case that did not hold; exit 1 if there is one.
//
//   npm run fuzz -- [--cases 1000] [--from 0] [--seed 1] [--processes 2] [--keep FOLDER] [--only SEED-OF-A-CASE]
import { fork, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeCase } from './mutate.mjs';
import { seedOf } from './random.mjs';
import { loadSamples } from './samples.mjs';

/**
 * A case may take so many CPU seconds, its process so many MiB; a process that is silent so many seconds hangs. What takes more is
 * given to the command, which is to end it at bounds that are asked of it, with a code.
 */
const BOUNDS = { cpuSeconds: 20, mib: 1024, silentSeconds: 30 };
const HOLD = new Set(['document', 'UNREADABLE', 'ENCRYPTED', 'LIMIT', 'NOT_FINAL_ACCOUNTS']);

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '2' },
    keep: { type: 'string' },
    only: { type: 'string' },
  },
});
const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..', '..');
const seeds = values.only
  ? [Number(values.only)]
  : Array.from({ length: Number(values.cases) }, (_, i) => seedOf(Number(values.seed), Number(values.from) + i));
const endings = new Map();
const kinds = new Map();
const main = join(root, 'dist', 'cli', 'main.js');
const found = [];
const guards = [];
let next = 0;
let slowest = { seconds: 0 };
let largest = 0;

function take(seed, result) {
  const { outcome, kind, seconds = 0, mib = 0 } = result;
  endings.set(outcome, (endings.get(outcome) ?? 0) + 1);
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  if (seconds > slowest.seconds) slowest = { seconds, seed };
  if (mib <= BOUNDS.mib) largest = Math.max(largest, mib);
  const wrong = !HOLD.has(outcome)
    ? outcome
    : seconds > BOUNDS.cpuSeconds
      ? 'SLOW'
      : mib > BOUNDS.mib
        ? 'LARGE'
        : undefined;
  if (wrong === undefined) return false;
  if (wrong !== 'CRASH' && wrong !== 'INVALID' && guarded(seed)) return true;
  found.push(seed);
  console.log(`${wrong} seed ${seed} ${result.name ?? ''} ${kind ?? ''} ${seconds.toFixed(1)} s ${mib.toFixed(0)} MiB`);
  console.log(`  ${String(result.why ?? '').replaceAll('\n', '\n  ')}`);
  if (values.keep) {
    mkdirSync(values.keep, { recursive: true });
    writeFileSync(join(values.keep, `${wrong}-${seed}.bin`), makeCase(seed, loadSamples()).bytes);
  }
  return true;
}

/** Whether the command ends the case with a code, within the bounds that it is given. */
function guarded(seed) {
  const { bytes, options } = makeCase(seed, loadSamples());
  const file = join(mkdtempSync(join(tmpdir(), 'juesuan-fuzz-')), 'case.pdf');
  writeFileSync(file, bytes);
  const bounds = ['--max-seconds', '15', '--max-memory', '1024', '--second-reading', options.secondReading];
  const { status, stderr } = spawnSync(process.execPath, [main, 'extract', file, '--ocr', 'never', ...bounds], {
    encoding: 'utf8',
    timeout: BOUNDS.silentSeconds * 1000,
    maxBuffer: 1 << 28,
  });
  const held =
    status === 0 || (status === 3 && /^juesuan: (UNREADABLE|ENCRYPTED|LIMIT|NOT_FINAL_ACCOUNTS): /.test(stderr));
  if (held) {
    guards.push(seed);
    console.log(`ended by the guard of the command, seed ${seed}: ${status} ${stderr.trim()}`);
  } else console.log(`not ended by the guard of the command, seed ${seed}: ${status} ${stderr.trim()}`);
  return held;
}

/** One process after another until the cases are done: one that crashed, hangs or swelled is replaced. */
async function work() {
  while (next < seeds.length) await serveCases();
}

function serveCases() {
  return new Promise((done) => {
    const child = fork(
      join(here, 'child.mjs'),
      [join(root, 'dist', 'index.js'), join(root, 'schemas', 'document.schema.json')],
      { execArgv: ['--max-old-space-size=1024'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
    );
    let seed;
    let timer;
    let said = '';
    let began = false;
    child.stderr.on('data', (text) => {
      said = (said + text).slice(-2000);
    });
    const give = () => {
      clearTimeout(timer);
      seed = undefined;
      if (next >= seeds.length) return child.kill();
      seed = seeds[next++];
      timer = setTimeout(() => {
        take(seed, { outcome: 'HANG', ...about(seed) });
        seed = undefined;
        child.kill('SIGKILL');
      }, BOUNDS.silentSeconds * 1000);
      child.send({ seed });
      if (next % 1000 === 0) console.error(`${next} of ${seeds.length}, found ${found.length}`);
    };
    child.on('message', (message) => {
      began = true;
      // The peak of a process never falls: after a large case another process measures the next.
      if (!message.ready && take(seed, message)) {
        seed = undefined;
        clearTimeout(timer);
        child.kill();
      } else give();
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (!began) throw new Error(`the process does not begin: ${said}`);
      if (said.includes('test/fuzz/')) throw new Error(`the fuzzer itself failed at seed ${seed}: ${said}`);
      if (seed !== undefined) take(seed, { outcome: 'DIED', why: `${code ?? signal} ${said}`, ...about(seed) });
      done();
    });
  });
}

const about = (seed) => {
  const { name, kind } = makeCase(seed, loadSamples());
  return { name, kind };
};

await Promise.all(Array.from({ length: Number(values.processes) }, work));
const list = (counts) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
console.log(`${seeds.length} cases, seed ${values.seed}: ${list(endings)}`);
console.log(`kinds: ${list(kinds)}`);
console.log(
  `most CPU s a case ${slowest.seconds.toFixed(1)} (seed ${slowest.seed}), peak of a process ${largest.toFixed(0)} MiB`,
);
console.log(`ended by the guard of the command: ${guards.length}`);
console.log(`found: ${found.length}`);
process.exitCode = found.length > 0 ? 1 : 0;
