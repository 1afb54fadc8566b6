// Writes the generated parts of the docs: the rules in docs/checks.md, the schema and the examples in docs/databases.md, the
// output of the demo in README.md.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../dist/databases/openStore.js';
import { schemaText } from '../dist/databases/schemaText.js';
import { checksPage } from '../dist/outputs/checksPage.js';
import { EXAMPLE, rowsToText } from './rowsText.mjs';

writeFileSync('docs/checks.md', checksPage());

const folder = mkdtempSync(join(tmpdir(), 'juesuan-docs-'));
const between = (text, marker, content) =>
  text.replace(
    new RegExp(`(<!-- ${marker} -->\n)[\\s\\S]*?(<!-- /${marker} -->)`),
    (_, a, b) => `${a}${content}\n${b}`,
  );

const { stdout } = spawnSync(process.execPath, ['scripts/demo.mjs', join(folder, 'demo.db')], { encoding: 'utf8' });
const readme = readFileSync('README.md', 'utf8');
writeFileSync('README.md', between(readme, 'demo', `\`\`\`\n${stdout.trimEnd()}\n\`\`\``));

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
