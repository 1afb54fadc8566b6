// Writes the generated parts of the docs: the rules in docs/checks.md, the output of the demo in README.md, the summary in docs/batch.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checksPage } from '../dist/outputs/checksPage.js';

writeFileSync('docs/checks.md', checksPage());
const { stderr } = spawnSync('npm', ['run', '--silent', 'demo'], { encoding: 'utf8' });
const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(/(<!-- demo -->\n)[\s\S]*?(<!-- \/demo -->)/, `$1\`\`\`\n${stderr.trimEnd()}\n\`\`\`\n$2`),
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
