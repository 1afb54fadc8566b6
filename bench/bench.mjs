// Measures juesuan against poppler's pdftotext -bbox-layout (the floor: text only) in one run, on the PDFs given or on samples/.
// CPU seconds of whole processes; then CPU milliseconds a page in one warm process, and peak memory; then rows a second into databases.
//
//   npm run bench [-- [--load DOCUMENTS] FILE.pdf ...]      10,000 documents are loaded, which takes ten minutes or more a database; 0: none
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
// Certificates of this machine, which Node reads at every start and no document needs: a third of what pdftotext takes.
delete process.env.NODE_EXTRA_CA_CERTS;

const { values, positionals: given } = parseArgs({
  allowPositionals: true,
  options: { load: { type: 'string', default: '10000' } },
});
const files =
  given.length > 0
    ? given
    : readdirSync(join(root, 'samples'))
        .filter((f) => f.endsWith('.pdf'))
        .map((f) => join(root, 'samples', f));
const main = join(root, 'dist', 'cli', 'main.js');
const readAlone = join(root, 'bench', 'readAlone.mjs');
const RUNS = 7;

/** CPU seconds and peak MiB of one process, the median of some runs; undefined where the command cannot be had. */
function cost(command, args) {
  const runs = [];
  for (let i = 0; i < RUNS; i++) {
    // `time` of bash counts thousandths of a second, that of Debian hundredths: the floor is a few of these.
    const timed = ['bash', '-c', 'TIMEFORMAT="%3U %3S"; time "$0" "$@"', command, ...args];
    const time = spawnSync('/usr/bin/time', ['-f', '%M', ...timed], { encoding: 'utf8', maxBuffer: 1 << 30 });
    const [user, system, kib] = (time.stderr ?? '').trim().split(/\s+/).slice(-3).map(Number);
    if (time.error || time.status !== 0 || Number.isNaN(kib)) return undefined;
    runs.push({ cpu: user + system, mib: kib / 1024 });
  }
  runs.sort((a, b) => a.cpu - b.cpu);
  return runs[RUNS >> 1];
}

if (!existsSync('/usr/bin/time')) {
  console.error('bench needs bash, /usr/bin/time (Debian package time) and, for the floor, pdftotext (poppler-utils)');
  process.exit(2);
}
const out = mkdtempSync(join(tmpdir(), 'juesuan-bench-'));
console.log('Whole process, CPU s (times the floor), peak MiB');
for (const file of files) {
  const floor = cost('pdftotext', ['-bbox-layout', file, join(out, 'floor')]);
  const row = [basename(file).padEnd(28), `floor ${floor ? floor.cpu.toFixed(3) : '-'}`];
  for (const reading of ['reading alone', 'none', 'auto', 'all']) {
    const args = ['extract', file, '--second-reading', reading, '-o', join(out, 'a.json')];
    const own = cost(process.execPath, reading === 'reading alone' ? [readAlone, file] : [main, ...args]);
    row.push(
      own
        ? `${reading} ${own.cpu.toFixed(3)}${floor ? ` (${(own.cpu / floor.cpu).toFixed(1)}x)` : ''} ${own.mib.toFixed(0)} MiB`
        : `${reading} -`,
    );
  }
  console.log(row.join('   '));
}

const { convert } = await import('../dist/index.js');
console.log('\nWarm, in one process, all files: CPU ms a page');
for (const secondReading of ['none', 'auto', 'all']) {
  let pages = 0;
  let began;
  for (let round = 0; round < 3; round++) {
    if (round === 1) began = process.cpuUsage();
    for (const file of files) {
      const document = await convert(new Uint8Array(readFileSync(file)), basename(file), { secondReading }).catch(
        () => undefined,
      );
      if (round > 0) pages += document?.source.pageCount ?? 0;
    }
  }
  const used = process.cpuUsage(began);
  console.log(
    `  ${secondReading.padEnd(5)} ${((used.user + used.system) / 1000 / pages).toFixed(1)}   (${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB peak so far)`,
  );
}

const scans = join(root, 'samples', 'scans');
console.log('\nScans, whole process without a cache: CPU s, CPU s a page, peak MiB');
for (const file of readdirSync(scans).filter((f) => f.startsWith('qingzhou'))) {
  const { source } = await convert(new Uint8Array(readFileSync(join(scans, file))), file);
  const own = cost(process.execPath, [main, 'extract', join(scans, file), '--no-cache', '-o', join(out, 'a.json')]);
  if (own)
    console.log(
      `${file.padEnd(28)} ${own.cpu.toFixed(1)}   ${(own.cpu / source.pageCount).toFixed(1)}   ${own.mib.toFixed(0)} MiB`,
    );
}

if (Number(values.load) > 0) {
  console.log('\nInto databases, from JSON in memory');
  const { status } = spawnSync(process.execPath, [join(root, 'bench', 'load.mjs'), values.load], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}
