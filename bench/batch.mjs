// Proves `juesuan batch` on many documents: throughput of one and two workers, memory from the first to the last hundred,
// every bad file recorded and none lost, and ten kills that leave the same bytes as an undisturbed run.
//
//   npm run bench:batch [-- [--documents 1000] [--kills 10] [--from FOLDER] [--second-reading none] [--only throughput|kills] [--light]]
//
// The documents are samples/ (and the PDFs under --from), over and over, each copy with a comment of its own at the end, so
// that all hashes differ; one in twenty-five is a broken file, and two samples are to be declined.
// --light: of the accounts only the smallest sample, for a busy machine. RSS is read from /proc (Linux).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '10' },
    from: { type: 'string' },
    'second-reading': { type: 'string', default: 'auto' },
    only: { type: 'string' },
    light: { type: 'boolean', default: false },
  },
});
const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const main = join(root, 'dist', 'cli', 'main.js');
process.setMaxListeners(0);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const work = mkdtempSync(join(tmpdir(), 'juesuan-batch-'));
const inputs = join(work, 'in');
const expected = makeInputs(Number(values.documents));
console.log(
  `${expected.all} documents, ${expected.bad.size} of them broken; load of the machine ${loadavg()[0].toFixed(1)}`,
);

// Two workers first: this is the undisturbed run that the killed one is compared with.
const calm = join(work, 'calm');
const two = await undisturbed(calm, 2);
if (values.only !== 'throughput') await kill(Number(values.kills), two.seconds);
if (values.only !== 'kills') {
  const one = await undisturbed(join(work, 'one'), 1);
  console.log(
    `two workers against one: ${(one.seconds / two.seconds).toFixed(2)} times the documents a second, ${(two.busy / one.busy).toFixed(2)} times the processors busy, ${(two.cpu / one.cpu).toFixed(2)} times the CPU time`,
  );
}
rmSync(work, { recursive: true, force: true });

async function undisturbed(out, workers) {
  const { seconds, cpu, samples } = await runWhole(out, workers);
  const lines = manifestOf(out);
  const failed = lines.filter((l) => l.status === 'failed').map((l) => basename(l.path));
  const bad = failed.filter((name) => expected.bad.has(name)).length;
  check(lines.length === expected.all, `${lines.length} of ${expected.all} recorded`);
  check(bad === expected.bad.size, `${bad} of ${expected.bad.size} broken files recorded as failed`);
  // What lies under --from may be damaged as well.
  if (!values.from) check(failed.length === bad, `${failed.length - bad} others failed`);
  // Each document counts once, however long it takes; before the first one is recorded the process only starts.
  const after = new Map();
  for (const s of samples) after.set(s.done, [...(after.get(s.done) ?? []), s]);
  const hundred = (from, to) =>
    mean([...after].filter(([done]) => done > from && done <= to).map(([, own]) => mean(own.map((s) => s.mib))));
  const first = hundred(0, 100);
  const last = hundred(expected.all - 100, expected.all);
  console.log(
    `${workers} worker${workers > 1 ? 's' : ''}: ${(expected.all / seconds).toFixed(2)} documents a second, ${(cpu / expected.all).toFixed(3)} CPU s each, ` +
      `${(cpu / seconds).toFixed(2)} processors busy; RSS first hundred ${first.toFixed(0)} MiB, last hundred ${last.toFixed(0)} MiB (${((100 * last) / first - 100).toFixed(1)} %), peak ${Math.max(...samples.map((s) => s.mib)).toFixed(0)} MiB; load ${loadavg()[0].toFixed(1)}`,
  );
  const tenth = Math.ceil(expected.all / 10);
  const curve = Array.from({ length: 10 }, (_, i) => hundred(i * tenth, (i + 1) * tenth).toFixed(0));
  console.log(`  RSS in MiB, tenth by tenth of the documents: ${curve.join(' ')}`);
  return { seconds, cpu, busy: cpu / seconds };
}

async function kill(kills, seconds) {
  const disturbed = join(work, 'disturbed');
  let done = 0;
  for (let k = 0; k < kills; k++) {
    const child = start(disturbed, 2);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    // Somewhere on the way that is left, then anywhere within a document.
    const at = done + Math.random() * 2 * ((expected.all - done) / (kills - k + 1));
    const due = async () => {
      const patience = performance.now() + (2000 * seconds) / kills + 5000;
      while (countLines(disturbed) < at && performance.now() < patience) await sleep(50);
      await sleep(Math.random() * 500);
      return 'time';
    };
    const signal = await Promise.race([ended, due()]);
    child.kill('SIGKILL');
    await ended;
    const now = countLines(disturbed);
    console.log(
      `kill ${k + 1}: ${now - done} more documents, ${now} recorded${signal === 'time' ? '' : ' (it was done before the kill)'}`,
    );
    done = now;
  }
  const { status } = await runWhole(disturbed, 2);
  check(status === 0, `status ${status} at the end`);
  const [a, b] = [digest(calm), digest(disturbed)];
  check(
    a.text === b.text,
    `${b.files} files, ${a.text === b.text ? 'byte for byte those' : 'NOT those'} of the undisturbed run`,
  );
}

function start(out, workers) {
  const args = ['batch', inputs, '--out', out, '--workers', String(workers), '--report', join(out, 'report.html')];
  args.push('--second-reading', values['second-reading']);
  const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

/** Runs to the end, looking at its memory and how many documents are recorded. */
async function runWhole(out, workers) {
  const began = performance.now();
  const child = start(out, workers);
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const samples = [];
  let cpu = 0;
  const timer = setInterval(() => {
    try {
      const both = [child.pid, ...childrenOf(child.pid)].map(usageOf);
      cpu = sum(both.map((u) => u.cpu));
      samples.push({ done: countLines(out), mib: sum(both.map((u) => u.mib)) });
    } catch {
      // It has ended, or not begun to write.
    }
  }, 50);
  const status = await ended;
  clearInterval(timer);
  return { status, seconds: (performance.now() - began) / 1000, cpu, samples };
}

/** The command does its work in a second process; both count. */
function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
}

function usageOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return { mib: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024, cpu: (Number(stat[11]) + Number(stat[12])) / 100 };
}

function makeInputs(count) {
  const good = [
    ...pdfs(join(root, 'samples')).filter((f) => !values.light || f.includes('lanting')),
    ...pdfs(join(root, 'samples', 'declined')),
    ...(values.from ? pdfs(values.from) : []),
  ];
  const kinds = [
    () => Buffer.from('no pdf at all'),
    () => Buffer.from('%PDF-1.7\n%broken'),
    (pdf) => pdf.subarray(0, Math.min(600, pdf.length >> 2)),
  ];
  const bad = new Set();
  for (let i = 0; i < count; i++) {
    const pdf = readFileSync(good[i % good.length]);
    const broken = i % 25 === 7;
    const name = `${String(i).padStart(5, '0')}.pdf`;
    if (broken) bad.add(name);
    const bytes = Buffer.concat([broken ? kinds[i % 3](pdf) : pdf, Buffer.from(`\n%${i}\n`)]);
    // A folder a hundred, so that every hundred has documents of all kinds.
    const folder = join(inputs, String(Math.floor(i / 100)).padStart(3, '0'));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return { all: count, bad };
}

function pdfs(folder) {
  return readdirSync(folder)
    .filter((f) => f.endsWith('.pdf'))
    .sort()
    .map((f) => join(folder, f));
}

function countLines(out) {
  const file = join(out, 'manifest.ndjson');
  return existsSync(file) ? readFileSync(file, 'latin1').split('\n').length - 1 : 0;
}

function manifestOf(out) {
  const text = readFileSync(join(out, 'manifest.ndjson'), 'utf8').trim();
  return text.split('\n').map((line) => JSON.parse(line));
}

function digest(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
  const text = files
    .map((f) => `${f.slice(folder.length)} ${createHash('sha256').update(readFileSync(f)).digest('hex')}`)
    .join('\n');
  return { files: files.length, text };
}

function sum(numbers) {
  return numbers.reduce((a, b) => a + b, 0);
}

function mean(numbers) {
  return sum(numbers) / numbers.length;
}

function check(holds, message) {
  console.log(`  ${holds ? 'ok' : 'NOT OK'}: ${message}`);
  if (!holds) process.exitCode = 1;
}
