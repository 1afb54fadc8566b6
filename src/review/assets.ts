import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the page loads, by the path it asks for: files of this package and of two libraries, found when the server starts. */
export type Assets = ReadonlyMap<string, { readonly file: string; readonly type: string }>;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const dist = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const packageOf = (name: string): string => dirname(require.resolve(`${name}/package.json`));

/** Modules outside the page's own folder that it shares with the rest. */
const SHARED = [
  'document/sheets.js',
  'document/columnLabel.js',
  'corrections/standingRemarks.js',
  'corrections/locate.js',
];

export async function listAssets(): Promise<Assets> {
  const out = new Map<string, { file: string; type: string }>();
  const add = (path: string, file: string): void => {
    out.set(path, { file, type: TYPES[extname(file)] ?? 'application/octet-stream' });
  };
  const folder = async (path: string, from: string, only: RegExp): Promise<void> => {
    for (const name of await readdir(from)) if (only.test(name)) add(`${path}/${name}`, join(from, name));
  };
  await folder('/app/review/page', join(dist, 'review/page'), /\.(js|css|svg)$/);
  for (const path of SHARED) add(`/app/${path}`, join(dist, path));
  const preact = packageOf('preact');
  for (const path of ['dist/preact.mjs', 'hooks/dist/hooks.mjs', 'jsx-runtime/dist/jsxRuntime.mjs'])
    add(`/lib/preact/${path}`, join(preact, path));
  const pdfjs = packageOf('pdfjs-dist');
  await folder('/lib/pdfjs/build', join(pdfjs, 'build'), /^pdf(\.worker)?\.min\.mjs$/);
  await folder('/lib/pdfjs/cmaps', join(pdfjs, 'cmaps'), /\.bcmap$/);
  await folder('/lib/pdfjs/standard_fonts', join(pdfjs, 'standard_fonts'), /\.(pfb|ttf)$/);
  await folder('/lib/pdfjs/wasm', join(pdfjs, 'wasm'), /\.(wasm|js)$/);
  await folder('/lib/pdfjs/iccs', join(pdfjs, 'iccs'), /\.icc$/);
  return out;
}

const IMPORTS = JSON.stringify({
  imports: {
    preact: '/lib/preact/dist/preact.mjs',
    'preact/hooks': '/lib/preact/hooks/dist/hooks.mjs',
    'preact/jsx-runtime': '/lib/preact/jsx-runtime/dist/jsxRuntime.mjs',
    'pdfjs-dist': '/lib/pdfjs/build/pdf.min.mjs',
  },
});

/** The hash of the import map, for the policy. */
export const IMPORTS_HASH = `sha256-${createHash('sha256').update(IMPORTS).digest('base64')}`;

export const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>juesuan</title>
<link rel="icon" href="/app/review/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/app/review/page/style.css">
<script type="importmap">${IMPORTS}</script>
<script type="module" src="/app/review/page/main.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;

export const readAsset = (file: string): Promise<Buffer> => readFile(file);
