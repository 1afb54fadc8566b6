import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { convert } from '../../src/convert.js';
import { saved } from '../../src/pages/pdfium/cutPages.js';
import { loadPdfium } from '../../src/pages/pdfium/library.js';
import { closePdf, openPdf } from '../../src/pages/pdfium/openPdf.js';
import { fromRoot, samples } from '../files.js';
import { tinyPdf } from '../pages/tinyPdf.js';

const split = (...args: readonly string[]) =>
  spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'split', ...args], { encoding: 'utf8' });
const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-'));
const sample = samples()[0]!;

/** Some PDFs as one. */
async function joined(files: readonly string[]): Promise<Uint8Array> {
  const pdfium = await loadPdfium();
  const { wrapped } = pdfium;
  const whole = wrapped.FPDF_CreateNewDocument();
  for (const path of files) {
    const file = openPdf(pdfium, readFileSync(path));
    wrapped.FPDF_ImportPages(whole, file.handle, '', wrapped.FPDF_GetPageCount(whole));
    closePdf(pdfium, file);
  }
  return saved(pdfium, whole);
}

test('the accounts of three units in one file become files of their own, each read as it is by itself', async () => {
  const [file, out] = [join(folder(), 'three.pdf'), folder()];
  const units = ['qingzhou-2024', 'yunling-2024', 'lanting-2024'].map((name) => fromRoot(`samples/${name}.pdf`));
  writeFileSync(file, await joined(units));
  const { status, stdout, stderr } = split(file, '-o', out);
  expect([status, stderr]).toEqual([0, '']);
  const parts = stdout.trim().split('\n');
  expect(parts).toHaveLength(3);
  for (const [i, part] of parts.entries()) {
    const [own, alone] = await Promise.all([part, units[i]!].map((path) => convert(readFileSync(path), 'a.pdf')));
    expect(own!.tables).toEqual(alone!.tables);
    expect(own!.document.department).toBe(alone!.document.department);
    expect(own!.findings).toEqual(alone!.findings);
  }
});

test('a file with one account is listed as it is; where accounts begin may be given', () => {
  const [one, two, out] = [join(folder(), 'one.pdf'), join(folder(), 'two.pdf'), folder()];
  copyFileSync(sample, one);
  writeFileSync(two, tinyPdf({ pages: [{ content: '' }, { content: '' }, { content: '' }] }));
  const alone = split(one, '-o', out);
  expect([alone.status, alone.stdout, readdirSync(out)]).toEqual([0, `${one}\n`, []]);
  const known = split(two, '-o', out, '--at', '3');
  const paths = ['two.p1-2.pdf', 'two.p3-3.pdf'].map((name) => join(out, name));
  expect([known.status, known.stdout.trim().split('\n')]).toEqual([0, paths]);
  expect(paths.every((path) => readFileSync(path, 'latin1').startsWith('%PDF-'))).toBe(true);
});

test('says what is wrong, and does the other files', () => {
  const [bad, out] = [join(folder(), 'bad.pdf'), folder()];
  writeFileSync(bad, 'no pdf');
  const both = split(bad, sample, '-o', out);
  expect([both.status, both.stdout]).toEqual([3, `${sample}\n`]);
  expect(both.stderr).toMatch(/^juesuan: UNREADABLE: .*bad\.pdf/m);
  expect(split(sample, '-o', out, '--at', '2,99')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('expected pages of the file'),
  });
  expect(split(sample, sample, '-o', out, '--at', '2').status).toBe(2);
  expect(split(sample, '-o', out, '--at', 'two').status).toBe(2);
  expect(readdirSync(out)).toEqual([]);
});
