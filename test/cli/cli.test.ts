import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { fromRoot, sampleNeighbours, samples } from '../files.js';
import { tinyPdf } from '../pages/tinyPdf.js';

const run = (args: readonly string[], input?: Uint8Array) =>
  spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input ? { input } : {}),
  });
const folder = (): string => mkdtempSync(join(tmpdir(), 'juesuan-'));
const sample = samples()[0]!;

describe('extract', () => {
  test('gives the JSON on standard output and nothing on standard error', () => {
    const { status, stdout, stderr } = run(['extract', sample]);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout).tables).toHaveLength(9);
  });

  test('writes into a folder, a summary goes to standard error', () => {
    const out = folder();
    const { status, stdout, stderr } = run(['extract', sample, sample, '-o', out]);
    expect([status, stdout]).toEqual([0, '']);
    expect(readdirSync(out).filter((f) => !f.startsWith('.'))).toHaveLength(1);
    expect(stderr).toContain('confirmed');
  });

  test('reads standard input', () => {
    expect(run(['extract', '-'], readFileSync(sample)).status).toBe(0);
  });

  test('a bad file is one line, status 3 and no output; the others are done', () => {
    const out = folder();
    const bad = join(folder(), 'bad.pdf');
    writeFileSync(bad, 'no pdf');
    const { status, stderr } = run(['extract', bad, sample, '-o', out]);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^juesuan: UNREADABLE: expected .*, found .*$/m);
    expect(readdirSync(out)).toHaveLength(1);
  });
});

test('codes of what cannot be processed', () => {
  const locked = join(folder(), 'locked.pdf');
  writeFileSync(locked, tinyPdf({ pages: [{ content: '' }], locked: true }));
  const big = join(folder(), 'big.pdf');
  writeFileSync(big, tinyPdf({ pages: [{ content: '' }, { content: '' }] }));
  expect(run(['extract', locked]).stderr).toMatch(/^juesuan: ENCRYPTED: /);
  expect(run(['extract', big, '--max-pages', '1']).stderr).toMatch(/^juesuan: LIMIT: /);
  expect(run(['extract', big]).stderr).toMatch(/^juesuan: NOT_FINAL_ACCOUNTS: /);
  for (const path of sampleNeighbours()) expect(run(['extract', path]).status).toBe(3);
});

test('wrong usage is status 2', () => {
  expect(run(['extract']).status).toBe(2);
  expect(run(['extract', 'nowhere.pdf']).status).toBe(2);
  expect(run(['facts', sample, '--format', 'xml']).status).toBe(2);
  expect(run(['nonsense']).status).toBe(2);
});

describe('facts', () => {
  test('--narrative gives the figures of the text with their sentences', () => {
    const lines = run(['facts', '--narrative', sample]).stdout.trim().split('\n');
    expect(lines[0]).toBe(
      'document,department,fiscal_year,statement,subject,measure,value,unit,standing,page,x0,y0,x1,y1,reader,sentence',
    );
    const statements = run(['facts', '--narrative', '--format', 'ndjson', sample]).stdout.trim().split('\n');
    expect(statements).toHaveLength(lines.length - 1);
    for (const line of statements.map((l) => JSON.parse(l))) expect(line.sentence).toContain(line.value.slice(0, 3));
    const verified = run(['facts', '--narrative', '--format', 'ndjson', '--verified-only', sample]).stdout.trim();
    for (const line of verified.split('\n')) expect(JSON.parse(line).standing).toBe('confirmed');
  });

  test('of a PDF and of its JSON are the same', () => {
    const json = join(folder(), 'a.json');
    run(['extract', sample, '-o', json]);
    const fromJson = run(['facts', json]);
    expect(fromJson.status).toBe(0);
    expect(fromJson.stdout).toBe(run(['facts', sample]).stdout);
    expect(fromJson.stdout.split('\n')[0]).toBe(
      'document,department,fiscal_year,table,table_status,section,line_no,code,printed_code,name,column,value,unit,standing,page,x0,y0,x1,y1,reader,raw',
    );
  });

  test('as NDJSON are as many; verified only are the confirmed ones', () => {
    const csv = run(['facts', sample]).stdout.trim().split('\n');
    const lines = run(['facts', sample, '--format', 'ndjson'])
      .stdout.trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(lines).toHaveLength(csv.length - 1);
    const verified = run(['facts', sample, '--format', 'ndjson', '--verified-only'])
      .stdout.trim()
      .split('\n')
      .map((l) => JSON.parse(l));
    expect(verified).toEqual(lines.filter((l) => l.standing === 'confirmed'));
  });
});

test('a JSON that is none of juesuan is refused', () => {
  const json = join(folder(), 'a.json');
  writeFileSync(json, '{"a":1}');
  expect(run(['facts', json]).stderr).toMatch(/^juesuan: UNREADABLE: .*schema/);
});

test('check is a report with the identities; --strict tells errors by the status', () => {
  expect(run(['check', sample]).stdout).toContain('Identities tried');
  const planted = samples().find((p) => p.includes('planted'));
  if (planted) expect(run(['check', planted, '--strict']).status).toBe(1);
});

test('schema and help go to standard output', () => {
  expect(JSON.parse(run(['schema']).stdout).title).toBe('juesuan document');
  expect(run(['--help']).stdout).toContain('Examples');
  expect(run(['--help']).status).toBe(0);
});
