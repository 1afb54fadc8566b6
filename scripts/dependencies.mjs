// Writes docs/dependencies.md: what is installed for use (not for development), its licence and size, and what runs a script on install.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sizeOf = (folder) =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return sum;
    return sum + (entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0);
  }, 0);

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const rows = Object.entries(lock.packages)
  .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional && existsSync(path))
  .map(([path, { version, optional, hasInstallScript, license }]) => {
    const { license: own, name } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    return {
      name,
      version,
      licence: own?.type ?? own ?? license ?? '?',
      optional,
      script: hasInstallScript === true,
      mib: sizeOf(path) / 2 ** 20,
    };
  })
  .sort((a, b) => b.mib - a.mib);
const total = (list) => list.reduce((sum, { mib }) => sum + mib, 0).toFixed(0);
const needed = rows.filter(({ optional }) => !optional);

let audit = 'npm audit did not answer';
try {
  const text = execFileSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  audit = `npm audit: ${JSON.parse(text).metadata.vulnerabilities.total} known vulnerabilities`;
} catch (error) {
  const counted = /"total":\s*(\d+)/.exec(error.stdout ?? '');
  if (counted) audit = `npm audit: ${counted[1]} known vulnerabilities`;
}

const licences = new Map();
for (const { licence } of rows) licences.set(licence, (licences.get(licence) ?? 0) + 1);
const page = `# Dependencies

Made by \`npm run dependencies\`. Installed for use, on this platform: ${rows.length} packages, ${total(rows)} MiB; without the optional ones
(\`npm ci --omit=dev --omit=optional\`: no PP-OCRv4, Parquet, databases or queue) ${needed.length} packages, ${total(needed)} MiB. ${audit}.

Licences: ${[...licences]
  .sort((a, b) => b[1] - a[1])
  .map(([licence, count]) => `${licence} ${count}`)
  .join(', ')}.

Scripts on install: ${
  rows
    .filter(({ script }) => script)
    .map(({ name }) => name)
    .join(', ') || 'none'
}. None is needed: everything works after
\`npm ci --ignore-scripts\`. The one of onnxruntime-node would fetch GPU libraries from outside the registry.

| package | version | licence | MiB | optional | script on install |
|---|---|---|--:|---|---|
${rows.map((r) => `| ${r.name} | ${r.version} | ${r.licence} | ${r.mib.toFixed(1)} | ${r.optional ? 'yes' : ''} | ${r.script ? 'yes' : ''} |`).join('\n')}
`;
writeFileSync('docs/dependencies.md', page);
