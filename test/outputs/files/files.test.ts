import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { csvLine } from '../../../src/outputs/csv.js';
import type { Line, Shape } from '../../../src/outputs/files/columns.js';
import { lineFile } from '../../../src/outputs/files/lineFile.js';

const SHAPE: Shape = {
  columns: [
    { name: 'table', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'value', type: 'amount' },
    { name: 'page', type: 'integer' },
    { name: 'standing', type: 'text' },
  ],
  sheets: { by: 'table', names: { one: '收入决算表', two: '支出决算表', three: '没有' } },
};
const LINES: readonly Line[] = [
  { table: 'one', name: '行政运行', value: '1082.94', page: 5, standing: 'confirmed' },
  { table: 'one', name: '=HYPERLINK("x")', value: '-0.10', page: 5, standing: 'disputed' },
  { table: 'two', name: null, value: null, page: null, standing: null },
  { table: 'two', name: '大', value: '1234567890123456.78', page: 6, standing: 'unconfirmed' },
];

async function file(format: 'csv' | 'ndjson' | 'parquet' | 'xlsx', lines = LINES, bom = true): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'juesuan-files-')), `it's.${format}`);
  const out = await lineFile(format, path, SHAPE, bom);
  await out.add(lines);
  await out.finish();
  return path;
}

describe('CSV', () => {
  test('begins with a byte order mark where it is for Excel', async () => {
    const text = readFileSync(await file('csv'), 'utf8');
    expect(text.split('\n')[0]).toBe('\uFEFFtable,name,value,page,standing');
    expect(text.split('\n')[2]).toBe(`one,"'=HYPERLINK(""x"")",-0.10,5,disputed`);
    expect(readFileSync(await file('csv', LINES, false), 'utf8').startsWith('table')).toBe(true);
  });

  test('never lets a text begin like a formula, and changes no figure', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'),
        fc.string(),
        (start, rest) => {
          const written = csvLine([`${start}a${rest}`], true).replace(/^"/, '');
          expect(written.startsWith(`'${start}`)).toBe(true);
        },
      ),
    );
    for (const figure of ['-12.50', '+3', '-', '--', '0.00', '-1,082.94', '', '一、行政'])
      expect(csvLine([figure], true).replace(/^"|"?\n$/g, '')).toBe(figure);
  });
});

test('NDJSON is one object a line', async () => {
  const lines = readFileSync(await file('ndjson'), 'utf8')
    .trim()
    .split('\n');
  expect(lines.map((l) => JSON.parse(l))).toEqual(LINES);
});

describe('Parquet', () => {
  async function read(path: string): Promise<{ type: string; values: unknown[] }> {
    const { DuckDBInstance } = await import('@duckdb/node-api');
    const db = await (await DuckDBInstance.create()).connect();
    const from = `'${path.replace(/'/g, "''")}'`;
    const types = await db.runAndReadAll(`SELECT typeof(value) FROM ${from} LIMIT 1`);
    const values = await db.runAndReadAll(`SELECT CAST(value AS VARCHAR) FROM ${from}`);
    db.closeSync();
    return { type: String(types.getRows()[0]![0]), values: values.getRows().map((r) => r[0]) };
  }

  test('has amounts as DECIMAL(18,2), exactly', async () => {
    expect(await read(await file('parquet'))).toEqual({
      type: 'DECIMAL(18,2)',
      values: ['1082.94', '-0.10', null, '1234567890123456.78'],
    });
  });

  test('is wider where an amount has more decimals: nothing is rounded', async () => {
    const lines = [{ ...LINES[0]!, value: '12345678901234567.891' }, LINES[1]!];
    expect(await read(await file('parquet', lines))).toEqual({
      type: 'DECIMAL(20,3)',
      values: ['12345678901234567.891', '-0.100'],
    });
  });
});

describe('workbook', () => {
  test('has a sheet for each table with lines, numbers as numbers and texts as texts', async () => {
    const zip = unzipSync(new Uint8Array(readFileSync(await file('xlsx'))));
    const text = (name: string): string => new TextDecoder().decode(zip[name]);
    expect([...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((m) => m[1])).toEqual([
      '收入决算表',
      '支出决算表',
    ]);
    const shared = [...text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map((m) => m[1]);
    const cell = (sheet: number, at: string): readonly [string, string] => {
      const found = new RegExp(`<c r="${at}"([^>]*)><v>([^<]*)</v>`).exec(text(`xl/worksheets/sheet${sheet}.xml`))!;
      return found[1]!.includes('t="s"') ? ['text', shared[Number(found[2])]!] : ['number', found[2]!];
    };
    expect(cell(1, 'C2')).toEqual(['number', '1082.94']);
    expect(cell(1, 'C3')).toEqual(['number', '-0.1']);
    expect(cell(1, 'B3')).toEqual(['text', '=HYPERLINK("x")']);
    expect(cell(1, 'D2')).toEqual(['number', '5']);
    // More digits than a number of Excel keeps.
    expect(cell(2, 'C3')).toEqual(['text', '1234567890123456.78']);
    expect(text('xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect(text('xl/styles.xml')).toContain('#,##0.00');
  });
});
