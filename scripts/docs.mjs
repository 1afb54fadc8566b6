// Writes the generated parts of the docs: the rules in docs/checks.md, the output of the demo in README.md.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { checksPage } from '../dist/outputs/checksPage.js';

writeFileSync('docs/checks.md', checksPage());
const { stderr } = spawnSync('npm', ['run', '--silent', 'demo'], { encoding: 'utf8' });
const readme = readFileSync('README.md', 'utf8');
writeFileSync(
  'README.md',
  readme.replace(/(<!-- demo -->\n)[\s\S]*?(<!-- \/demo -->)/, `$1\`\`\`\n${stderr.trimEnd()}\n\`\`\`\n$2`),
);
