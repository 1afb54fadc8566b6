// Writes the generated parts of the docs: the rules in docs/checks.md, the statements of the samples in docs/glossary.md, the output of
// the demo in README.md, the summary in docs/batch.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../dist/index.js';
import { checksPage } from '../dist/outputs/checksPage.js';

writeFileSync('docs/checks.md', checksPage());
const { stderr } = spawnSync('npm', ['run', '--silent', 'demo'], { encoding: 'utf8' });
const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(/(<!-- demo -->\n)[\s\S]*?(<!-- \/demo -->)/, `$1\`\`\`\n${stderr.trimEnd()}\n\`\`\`\n$2`),
);

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
const page = readFileSync('docs/batch.md', 'utf8');
writeFileSync(
  'docs/batch.md',
  page.replace(
    /(<!-- batch -->\n)[\s\S]*?(<!-- \/batch -->)/,
    () => `<!-- batch -->\n\`\`\`\n${said.trimEnd().replace(out, 'out')}\n\`\`\`\n<!-- /batch -->`,
  ),
);

// The beginning of what the documentation of `diff` shows.
const samples = ['samples/qingzhou-2024.json', 'samples/planted-errors-2024.json'];
const diff = spawnSync(process.execPath, ['dist/cli/main.js', 'diff', ...samples], { encoding: 'utf8' }).stdout;
const shown = `${diff.split('\n').slice(0, 22).join('\n')}\n…`;
const review = readFileSync('docs/review.md', 'utf8');
writeFileSync(
  'docs/review.md',
  review.replace(/(<!-- diff -->\n)[\s\S]*?(<!-- \/diff -->)/, `$1\`\`\`\n${shown}\n\`\`\`\n$2`),
);
