// The command and its worker as a few files instead of three hundred: a process that lives for a second spends a third of it on
// finding, linking and parsing modules. Both then stand in dist/run, and what tsc made of them leads there; the library keeps its
// modules. The worker is one script, with pdf.js in it and its bytecode beside it (src/workers/keptScript.ts).
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const cli = join(dist, 'cli');
const run = join(dist, 'run');
/** Packages whose code goes into the bundle: small ones, that every run needs; and the second reader. */
const TAKEN = ['commander', 'decimal.js', 'p-limit', 'yocto-queue', 'zod', 'pdfjs-dist'];

const nameOf = (path) => path.match(/^(@[^/]+\/[^/]+|[^/]+)/)[0];

/** A module goes on to find its files from where it stood; `place` is the bundle's own. Packages are imported by `importing`. */
const keepPlaces = (place, importing) => ({
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
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(own)}, ${place}).href`)
        .replaceAll(/\bimport\((?!['"](?:\.|pdfjs-dist))/g, `${importing}(`);
      return { contents, loader: 'js' };
    });
  },
});

const COMMON = {
  outdir: run,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
const entry = (name) => join(cli, `${name}.js`);

rmSync(run, { recursive: true, force: true });
const command = await build({
  ...COMMON,
  entryPoints: [entry('main')],
  splitting: true,
  format: 'esm',
  // For packages that are CommonJS: they load modules of Node.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  plugins: [keepPlaces('import.meta.url', 'import')],
});
const worker = await build({
  ...COMMON,
  entryPoints: [entry('jobWorker')],
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'scriptPlace' },
  plugins: [keepPlaces('scriptPlace', 'importForScript')],
});

// ASCII is read in a third of the time; an escape says the same in texts and in patterns (raw templates are patterns here).
const script = join(run, 'jobWorker.cjs');
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const text = readFileSync(script, 'utf8');
writeFileSync(script, text.replace(/[^\x00-\x7f]/g, escaped));

writeFileSync(entry('main'), "#!/usr/bin/env node\nimport '../run/main.js';\n");
writeFileSync(
  entry('jobWorker'),
  `import { fileURLToPath } from 'node:url';
import { keptScript } from '../workers/keptScript.js';
keptScript(fileURLToPath(new URL('../run/jobWorker.cjs', import.meta.url))).run();
`,
);

// The licences of what is in there.
const homes = new Set(
  Object.keys({ ...command.metafile.inputs, ...worker.metafile.inputs }).flatMap(
    (path) => path.match(/^.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/)?.[0] ?? [],
  ),
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

// What the worker compiles for the sample accounts is worth keeping.
const samples = new URL('../samples/', import.meta.url);
const keeper = new Worker(new URL('keepCode.mjs', import.meta.url), { workerData: script });
const ask = (message) =>
  new Promise((resolve, reject) => {
    keeper.once('message', resolve);
    keeper.once('error', reject);
    keeper.postMessage(message);
  });
try {
  for (const fileName of readdirSync(samples).filter((name) => name.endsWith('.pdf'))) {
    const bytes = new Uint8Array(readFileSync(new URL(fileName, samples)));
    const job = { bytes, fileName, options: { secondReading: 'auto' }, output: { as: 'json' } };
    const { failure } = await ask({ id: 1, job });
    if (failure) throw new Error(JSON.stringify(failure));
  }
  const { path, code } = await ask('keep');
  writeFileSync(path, code);
} catch (error) {
  console.error(`The worker is compiled anew in every run: its bytecode could not be kept (${error.message})`);
}
await keeper.terminate();
