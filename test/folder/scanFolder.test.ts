import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { scanFolder } from '../../src/folder/scanFolder.js';
import { fromRoot } from '../files.js';

const json = fromRoot('samples/lanting-2024.json');
const pdf = fromRoot('samples/lanting-2024.pdf');

test('a JSON and its PDF are one document; other files of juesuan are none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  mkdirSync(join(folder, 'a'));
  mkdirSync(join(folder, 'pdf'));
  cpSync(json, join(folder, 'a', 'one.json'));
  cpSync(pdf, join(folder, 'a', 'one.PDF'));
  cpSync(json, join(folder, 'two.json'));
  cpSync(pdf, join(folder, 'pdf', 'two.pdf'));
  cpSync(pdf, join(folder, 'three.pdf'));
  cpSync(json, join(folder, '.hidden.json'));
  writeFileSync(join(folder, 'two.corrections.json'), '{"format":"juesuan corrections 1"}');
  symlinkSync(json, join(folder, 'outside.json'));
  symlinkSync(join(folder, 'two.json'), join(folder, 'inside.json'));
  const found = await scanFolder(folder);
  expect(found.map((e) => [e.name, e.json !== null, e.pdf?.replace(/^.*\//, '') ?? null])).toEqual([
    ['a/one', true, 'one.PDF'],
    ['inside', true, null],
    ['three', false, 'three.pdf'],
    ['two', true, 'two.pdf'],
  ]);
  expect((await scanFolder(folder)).map((e) => e.id)).toEqual(found.map((e) => e.id));
});

test('PDFs may be in another folder', async () => {
  const [folder, other] = [mkdtempSync(join(tmpdir(), 'juesuan-')), mkdtempSync(join(tmpdir(), 'juesuan-'))];
  cpSync(json, join(folder, 'one.json'));
  cpSync(pdf, join(other, 'one.pdf'));
  cpSync(json, join(folder, 'renamed.json'));
  cpSync(pdf, join(other, 'lanting-2024.pdf'));
  expect(await scanFolder(folder, other)).toMatchObject([
    { name: 'one', pdf: expect.stringContaining('one.pdf') },
    { name: 'renamed', pdf: expect.stringContaining('lanting-2024.pdf') },
  ]);
});
