// The command and its worker as a few files instead of three hundred: a process that lives for a second spends a third of it on
// finding, linking and parsing modules. Both then stand in dist/run, and what tsc made of them leads there; the library keeps its
// modules. The worker is a script with its bytecode beside it (src/workers/keptScript.ts), and so are the two halves of pdf.js, which it loads when
// a second reading is needed.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { scriptOf } from '../dist/workers/keptScript.js';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const cli = join(dist, 'cli');
const run = join(dist, 'run');
/** Packages whose code goes into the bundle: what every run needs. */
const TAKEN = ['@embedpdf/pdfium', 'commander', 'decimal.js', 'p-limit', 'yocto-queue', 'zod'];
/** Modules that are scripts of their own. */
const INNER = ['pdf', 'pdf.worker'].map((name) => `pdfjs-dist/legacy/build/${name}.min.mjs`);

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
    build.onLoad({ filter: /\.m?js$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replaceAll(/\bimport\((?!['"]\.)/g, `${importing}(`);
      if (!path.startsWith(dist)) return { contents, loader: 'js' };
      const own = relative(run, path).split(sep).join('/');
      const here = `new URL(${JSON.stringify(own)}, ${place}).href`;
      return { contents: contents.replaceAll('import.meta.url', here), loader: 'js' };
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
const requireHere = createRequire(import.meta.url);
const inner = Object.fromEntries(INNER.map((name) => [name, basename(name, '.mjs')]));
const worker = await build({
  ...COMMON,
  entryPoints: {
    jobWorker: entry('jobWorker'),
    ...Object.fromEntries(INNER.map((name) => [inner[name], requireHere.resolve(name)])),
  },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': 'scriptPlace' },
  plugins: [keepPlaces('scriptPlace', 'importForScript')],
});

// ASCII is read in a third of the time; an escape says the same in texts and in patterns (raw templates are patterns here).
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
for (const name of ['jobWorker', ...Object.values(inner)]) {
  const script = join(run, `${name}.cjs`);
  const text = readFileSync(script, 'utf8');
  writeFileSync(script, scriptOf(text.replace(/[^\x00-\x7f]/g, escaped)));
}

writeFileSync(entry('main'), "#!/usr/bin/env node\nimport '../run/main.js';\n");
writeFileSync(
  entry('jobWorker'),
  `import { fileURLToPath } from 'node:url';
import { keptScript } from '../workers/keptScript.js';
const run = fileURLToPath(new URL('../run/', import.meta.url));
keptScript(\`\${run}jobWorker.cjs\`, {
${INNER.map((name) => `  '${name}': \`\${run}${inner[name]}.cjs\`,`).join('\n')}
}).run();
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
const keeper = new Worker(new URL('keepCode.mjs', import.meta.url), {
  workerData: {
    path: join(run, 'jobWorker.cjs'),
    inner: Object.fromEntries(INNER.map((name) => [name, join(run, `${inner[name]}.cjs`)])),
  },
});
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
  for (const { path, code } of await ask('keep')) writeFileSync(path, code);
} catch (error) {
  console.error(`The worker is compiled anew in every run: its bytecode could not be kept (${error.message})`);
}
await keeper.terminate();
