import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { fromRoot } from './files.js';

/** The way of a document through the folders: a file may import from its own folder and from what stands before it. */
const WAY = [
  'errors',
  'version',
  'normalise',
  'catalog',
  'source',
  'pages',
  'grids',
  'document',
  'tables',
  'attachments',
  'paragraphs',
  'narrative',
  'readings',
  'checks',
  'pictures',
  'ocr',
  'outputs',
  'corrections',
  'databases',
  'convert',
  'queue',
  'workers',
  'batch',
  'folder',
  'diff',
  'spotcheck',
  'review',
  'cli',
  'index',
];
/** document/ has the vocabulary (schema, finding) that tables use, and the steps that put tables together. */
const BOTH_WAYS = new Set(['document>tables', 'document>attachments', 'document>checks']);

const src = fromRoot('src');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* files(join(folder, entry.name));
    else if (entry.name.endsWith('.ts')) yield join(folder, entry.name);
  }
}

const stageOf = (path: string): string => relative(src, path).split('/')[0]!.replace(/\.ts$/, '');

test('imports point one way along the stages', () => {
  const wrong: string[] = [];
  for (const file of files(src)) {
    for (const [, target] of readFileSync(file, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g)) {
      const from = stageOf(file);
      const to = stageOf(normalize(join(dirname(file), target!.replace(/\.js$/, '.ts'))));
      if (from === to || BOTH_WAYS.has(`${from}>${to}`)) continue;
      if (WAY.indexOf(to) > WAY.indexOf(from) || !WAY.includes(to))
        wrong.push(`${relative(src, file)} imports ${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('every stage is part of the way', () => {
  const stages = new Set([...files(src)].map(stageOf));
  expect([...stages].filter((s) => !WAY.includes(s))).toEqual([]);
});
