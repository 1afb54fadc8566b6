// Packs the package, installs the tarball in an empty folder and uses it there as a stranger would: the command, the library, its types.
// Fails where anything is missing or where sources of tests and samples are inside.
//
//   npm run pack:check [-- --offline]
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'juesuan-pack-'));
const offline = process.argv.includes('--offline') ? ['--prefer-offline'] : [];
const run = (command, args, cwd = folder) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
const hold = (true_, what) => {
  if (!true_) throw new Error(`the package does not hold: ${what}`);
  console.log(`ok  ${what}`);
};

const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root));
const names = packed.files.map(({ path }) => path);
console.log(`${packed.filename}: ${names.length} files, ${(packed.unpackedSize / 2 ** 20).toFixed(1)} MiB unpacked`);
hold(!names.some((n) => /^(test|samples|bench|scripts|src|docs)\//.test(n)), 'no tests, samples or sources inside');
hold(!names.some((n) => n.endsWith('.compiled')), 'no machine code of this machine inside');
for (const needed of [
  'dist/cli/main.js',
  'dist/index.js',
  'dist/index.d.ts',
  'schemas/document.schema.json',
  'README.md',
  'LICENSE',
])
  hold(names.includes(needed), needed);

writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
run('npm', [
  'install',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--omit=optional',
  ...offline,
  join(folder, packed.filename),
]);
copyFileSync(join(root, 'samples', 'lanting-2024.pdf'), join(folder, 'account.pdf'));

const document = JSON.parse(run('npx', ['--no-install', 'juesuan', 'extract', 'account.pdf']));
hold(document.tables.length === 9, 'npx juesuan extract');
const expected = JSON.parse(readFileSync(join(root, 'samples', 'lanting-2024.json'), 'utf8'));
hold(JSON.stringify(document.tables) === JSON.stringify(expected.tables), 'the tables are those of the sample');
const facts = run('npx', ['--no-install', 'juesuan', 'facts', 'account.pdf']);
hold(
  facts.startsWith('document,department,fiscal_year,table,') && facts.trim().split('\n').length > 100,
  'npx juesuan facts',
);
writeFileSync(
  join(folder, 'use.mjs'),
  "import { convert } from 'juesuan'; import { readFileSync } from 'node:fs';\nconst d = await convert(readFileSync('account.pdf'), 'account.pdf'); console.log(d.tables.length);\n",
);
hold(run(process.execPath, ['use.mjs']).trim() === '9', 'import { convert } from juesuan');
writeFileSync(
  join(folder, 'use.ts'),
  "import { convert, type FinalAccounts } from 'juesuan';\nexport const read = (b: Uint8Array): Promise<FinalAccounts> => convert(b, 'account.pdf');\n",
);
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
hold(existsSync(tsc), 'TypeScript to try the types with');
run(process.execPath, [
  tsc,
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--module',
  'nodenext',
  '--target',
  'es2023',
  'use.ts',
]);
hold(true, 'the types');
