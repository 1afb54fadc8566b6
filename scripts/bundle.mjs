// The command and its worker as a few files instead of three hundred: a process that lives for a second spends a third of it on
// finding and linking modules. Both then stand in dist/run, and what tsc made of them leads there; the library keeps its modules.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const cli = join(dist, 'cli');
const run = join(dist, 'run');
const ENTRIES = ['main', 'jobWorker'];
/** Packages whose code goes into the bundle: small ones, that every run needs. */
const TAKEN = ['decimal.js', 'p-limit', 'yocto-queue', 'zod'];

const nameOf = (path) => path.match(/^(@[^/]+\/[^/]+|[^/]+)/)[0];

/** A module goes on to find its files from where it stood. */
const keepPlaces = {
  name: 'keep-places',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('node:') || TAKEN.includes(nameOf(path))
        ? undefined
        : { path, external: true },
    );
    build.onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(dist)) return undefined;
      const own = relative(run, path).split(sep).join('/');
      const place = `new URL(${JSON.stringify(own)}, import.meta.url).href`;
      return { contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', place), loader: 'js' };
    });
  },
};

rmSync(run, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ENTRIES.map((name) => join(cli, `${name}.js`)),
  outdir: run,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [keepPlaces],
});

for (const name of ENTRIES)
  writeFileSync(
    join(cli, `${name}.js`),
    `${name === 'main' ? '#!/usr/bin/env node\n' : ''}import '../run/${name}.js';\n`,
  );

// The licences of what is in there.
const homes = new Set(
  Object.keys(metafile.inputs).flatMap((path) => path.match(/^.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? []),
);
const notices = [...homes].sort().map((home) => {
  const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const licence = ['LICENSE', 'LICENCE.md', 'license', 'LICENSE.md'].flatMap((file) => {
    try {
      return [readFileSync(join(home, file), 'utf8')];
    } catch {
      return [];
    }
  })[0];
  if (!licence) throw new Error(`a licence in ${home} was expected`);
  return `${name} ${version}\n\n${licence.trim()}\n`;
});
writeFileSync(join(run, 'THIRD-PARTY.txt'), notices.join('\n----\n\n'));
