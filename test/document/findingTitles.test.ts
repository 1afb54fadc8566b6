import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { FINDING_TITLES } from '../../src/document/findingTitles.js';
import { fromRoot } from '../files.js';

const sources = readdirSync(fromRoot('src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(fromRoot(`src/${file}`), 'utf8'));

/** The rules that the sources give to findings: `finding('rule'`, and the notes of accounts that come as text. */
const used = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/(?:finding|note)\(\s*'([a-z-]+)'|rule: '([a-z]+(?:-[a-z]+)+)'/g)].map((m) => m[1] ?? m[2]!),
  ),
);

test('every finding has a title in both languages', () => {
  expect(used.size).toBeGreaterThan(40);
  expect([...used].filter((rule) => !(rule in FINDING_TITLES))).toEqual([]);
});

test('no title is left over', () => {
  const unused = Object.keys(FINDING_TITLES).filter((rule) => !used.has(rule));
  expect(unused).toEqual([]);
});
