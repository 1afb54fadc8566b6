// Writes the generated parts of the docs: the rules in docs/checks.md, the fields in docs/schema.md, the schema and the examples in docs/databases.md, the
// statements of the samples in docs/glossary.md, the output of the demo and a finding in both READMEs, the summary in docs/batch.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../dist/databases/openStore.js';
import { schemaText } from '../dist/databases/schemaText.js';
import { convert } from '../dist/index.js';
import { checksPage } from '../dist/outputs/checksPage.js';
import { schemaPage } from '../dist/outputs/schemaPage.js';
import { EXAMPLE, rowsToText } from './rowsText.mjs';

writeFileSync('docs/checks.md', checksPage());
writeFileSync('docs/schema.md', schemaPage());

const folder = mkdtempSync(join(tmpdir(), 'juesuan-docs-'));
const between = (text, marker, content) =>
  text.replace(
    new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
    (_, a, b) => `${a}${content}\n${b}`,
  );

const { stdout } = spawnSync(process.execPath, ['scripts/demo.mjs', join(folder, 'demo.db')], { encoding: 'utf8' });
const planted = ['dist/cli/main.js', 'check', 'samples/planted-errors-2024.pdf'];
const report = spawnSync(process.execPath, planted, { encoding: 'utf8' }).stdout;
const found = report.match(/^ {2}error {3}B2: .*行政运行.*\n.*$/m)[0];
for (const name of ['README.md', 'README.zh-CN.md']) {
  const shown = between(readFileSync(name, 'utf8'), 'demo', `\`\`\`\n${stdout.trimEnd()}\n\`\`\``);
  writeFileSync(name, between(shown, 'finding', `\`\`\`\n${found}\n\`\`\``));
}

const store = await openStore(`sqlite:${join(folder, 'examples.db')}`);
for (const file of readdirSync('samples').filter((f) => f.endsWith('.json')))
  await store.load(JSON.parse(readFileSync(`samples/${file}`, 'utf8')));
let page = between(readFileSync('docs/databases.md', 'utf8'), 'schema', `\n${schemaText()}`);
for (const [whole, query] of [...page.matchAll(EXAMPLE)]) {
  const { rows } = await sql.raw(query).execute(store.db);
  page = page.replace(whole, () => `\`\`\`sql\n${query}\`\`\`\n\n\`\`\`\n${rowsToText(rows)}\n\`\`\``);
}
writeFileSync('docs/databases.md', page);
await store.close();

const kinds = Array.from({ length: 12 }, (_, i) => `N${i + 1}`);
const lines = [`| sample | ${kinds.join(' | ')} |`, `|---|${kinds.map(() => '--:').join('|')}|`];
for (const file of readdirSync('samples').filter((f) => f.endsWith('.pdf'))) {
  const { narrative } = await convert(new Uint8Array(readFileSync(`samples/${file}`)), file, { secondReading: 'none' });
  const count = (kind) => narrative.filter((s) => s.statement === kind).length || '';
  lines.push(`| ${file} | ${kinds.map(count).join(' | ')} |`);
}
const glossary = readFileSync('docs/glossary.md', 'utf8');
writeFileSync(
  'docs/glossary.md',
  glossary.replace(/(<!-- statements -->\n)[\s\S]*?(<!-- \/statements -->)/, `$1${lines.join('\n')}\n$2`),
);

const out = mkdtempSync(join(tmpdir(), 'juesuan-docs-'));
const batch = ['dist/cli/main.js', 'batch', 'samples/*.pdf', 'samples/declined', '--out', out];
const said = spawnSync(process.execPath, batch, { encoding: 'utf8' })
  .stderr.split('\n')
  .filter((line) => !line.startsWith('juesuan: '))
  .join('\n');
const batchPage = readFileSync('docs/batch.md', 'utf8');
writeFileSync(
  'docs/batch.md',
  batchPage.replace(
    /(<!-- batch -->\n)[\s\S]*?(<!-- \/batch -->)/,
    () => `<!-- batch -->\n\`\`\`\n${said.trimEnd().replace(out, 'out')}\n\`\`\`\n<!-- /batch -->`,
  ),
);

// The beginning of what the documentation of `diff` shows.
const samples = ['samples/qingzhou-2024.pdf', 'samples/planted-errors-2024.pdf'];
const diff = spawnSync(process.execPath, ['dist/cli/main.js', 'diff', ...samples], { encoding: 'utf8' }).stdout;
const shown = `${diff.split('\n').slice(0, 22).join('\n')}\n…`;
const scanned = ['samples/qingzhou-2024.pdf', 'samples/scans/qingzhou-2024.pdf'];
const scan = spawnSync(process.execPath, ['dist/cli/main.js', 'diff', ...scanned], {
  encoding: 'utf8',
}).stdout.trimEnd();
const review = readFileSync('docs/review.md', 'utf8');
writeFileSync(
  'docs/review.md',
  review
    .replace(/(<!-- diff -->\n)[\s\S]*?(<!-- \/diff -->)/, `$1\`\`\`\n${shown}\n\`\`\`\n$2`)
    .replace(/(<!-- scan -->\n)[\s\S]*?(<!-- \/scan -->)/, `$1\`\`\`\n${scan}\n\`\`\`\n$2`),
);
