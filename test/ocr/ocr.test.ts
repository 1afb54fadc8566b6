import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Differing, type Settled, settleByLooks, settleReadings } from '../../src/checks/settleReadings.js';
import type { Table } from '../../src/document/schema.js';
import { cached, openCache } from '../../src/ocr/cache.js';
import { NOTHING, type Reading, type TextEngine } from '../../src/ocr/engine.js';
import { decode } from '../../src/ocr/ppocr/ctc.js';
import { settleLabels } from '../../src/ocr/settleLabels.js';
import { nearest, summaryLabels } from '../../src/ocr/vocabulary.js';
import { nine, table } from '../checks/tables.js';

const everyPage = (): boolean => true;

test('repeated classes are one character unless nothing stands between them', () => {
  const keys = ['1', '.'];
  const classes = [1, 1, 0, 1, 2, 0, 3, 1];
  const p = new Float32Array(classes.length * 4);
  classes.forEach((c, t) => {
    p[t * 4 + c] = t === 4 ? 0.6 : 0.9;
  });
  const reading = decode(p, classes.length, keys);
  expect(reading.text).toBe('11.1');
  expect(reading.confidence).toBeCloseTo(0.6);
});

describe('labels', () => {
  const summary = (names: readonly string[]): Table =>
    table(
      'revenue_expenditure_summary',
      names.map((name) => ({ section: 'revenue', name, cells: { amount: '1.00' } })),
    );
  const settle = (t: Table) => settleLabels({ table: t, findings: [] }, [], everyPage);

  test('misread numbering and characters become what they must be, and that is said', () => {
    const { table: t, findings } = settle(
      summary([
        '一、一般公共预算财政拨款收入',
        '三、政府性基金预算财政拨款收入',
        '三、国有资本经营预算财政拨款收入',
        '四上级补助收人',
      ]),
    );
    expect(t.rows.map((r) => r.name)).toEqual([
      '一、一般公共预算财政拨款收入',
      '二、政府性基金预算财政拨款收入',
      '三、国有资本经营预算财政拨款收入',
      '四、上级补助收入',
    ]);
    expect(findings.map((f) => f.rule)).toEqual(['labels-corrected']);
  });

  test('a row that does not follow the numbered ones gets no number', () => {
    const read = summary(['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '', '', '一般公共预算财政拨款']);
    expect(settle(read).table.rows.at(-1)!.name).toBe('一般公共预算财政拨款');
    const dusty = summary(['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '', '', '-.一般公共预算财政拨款']);
    expect(settle(dusty).table.rows.at(-1)!.name).not.toContain('三');
    const lost = summary(['一、一般公共预算财政拨款', '二、政府性基金预算财政拨款', '国有资本经营预算财政拨款']);
    expect(settle(lost).table.rows.at(-1)!.name).toBe('三、国有资本经营预算财政拨款');
  });

  test('a mark that was lost between number and label is no doubt, and a number that lost a stroke is known by its neighbours', () => {
    const { table: t } = settle(
      summary([
        '一、一般公共预算财政拨款收入',
        '二政府性基金预算财政拨款收入',
        '三国有资本经营预算财政拨款收入',
        '三、上级补助收入',
        '五事业收入',
      ]),
    );
    expect(t.rows.map((r) => r.name)).toEqual([
      '一、一般公共预算财政拨款收入',
      '二、政府性基金预算财政拨款收入',
      '三、国有资本经营预算财政拨款收入',
      '四、上级补助收入',
      '五、事业收入',
    ]);
    expect(t.status).toBe('present');
  });

  test('a row that is none of the form puts its figures in doubt and makes the table partial', () => {
    const { table: t } = settle(summary(['一、一般公共预算财政拨款收入', '乱七八糟']));
    expect(t.status).toBe('partial');
    expect(t.rows.map((r) => r.cells['amount']!.why.length)).toEqual([0, 1]);
  });

  test('a misread code is restored where name, class and order leave one', () => {
    const rows = (codes: readonly [string, string][]): Table => ({
      ...table(
        'expenditure',
        codes.map(([code, name]) => ({ code, name, cells: { total: '1.00' } })),
      ),
      pages: [1],
    });
    const read = rows([
      ['208', '社会保障和就业支出'],
      ['20805', '行政事业单位养老支出'],
      ['2030501', '行政单位离退休'],
      ['2080505', '机关事业单位基本养老保险缴费支出'],
    ]);
    expect(settle(read).table.rows.map((r) => r.code)).toEqual(['208', '20805', '2080501', '2080505']);
    const whole = rows([
      ['212', '城乡社区支出'],
      ['21211', '农业土地开发资金安排的支出'],
      ['2121100', '农业土地开发资金安排的支出'],
    ]);
    expect(settle(whole).table.rows.map((r) => [r.code, r.cells['total']!.why])).toEqual([
      ['212', []],
      ['21211', []],
      ['2121100', []],
    ]);
    expect(
      settle(
        rows([
          ['208', '社会保障和就业支出'],
          ['2080599', '某某某支出'],
        ]),
      ).table.status,
    ).toBe('partial');
  });

  test('a short name that lacks its last character has it again, a long one may be printed so', () => {
    const read: Table = {
      ...table('general_public_budget_basic', [
        { code: '31006', name: '大型修', cells: { amount: '1.00' } },
        { code: '30108', name: '机关事业单位基本养老保险缴', cells: { amount: '1.00' } },
      ]),
      pages: [1],
    };
    expect(settle(read).table.rows.map((r) => r.name)).toEqual(['大型修缮', '机关事业单位基本养老保险缴']);
  });

  test('of two labels that are equally near none is taken', () => {
    expect(nearest('事业收人', summaryLabels())).toBe('事业收入');
    expect(nearest('某业收入', ['事业收入', '企业收入'])).toBeUndefined();
  });
});

describe('two readings of one cell', () => {
  const rows = (first: string | null) =>
    nine(
      table('general_public_budget', [
        { code: '', name: '合计', cells: { total: '30.00', basic: '30.00', project: null } },
        { code: '201', name: '', cells: { total: '10.00', basic: '10.00', project: null } },
        { code: '208', name: '', cells: { total: first, basic: '20.00', project: null } },
      ]),
    );
  const id = 'general_public_budget/2/total';
  const totalOf = (tables: readonly Table[]) =>
    tables.find((t) => t.key === 'general_public_budget')!.rows[2]!.cells['total']!.value;
  const anchors = { operatingCost: null };
  const unsettled = (tables: readonly Table[]): Settled => ({ tables, taken: new Map() });
  const read = (first: string, second: string): Differing => ({ id, page: 1, box: [0, 0, 1, 1], first, second });

  test('the one that satisfies every identity is taken, whichever engine gave it', () => {
    const { tables, taken } = settleReadings(unsettled(rows('26.00')), anchors, [read('26.00', '20.00')]);
    expect(totalOf(tables)).toBe('20.00');
    expect(taken.get(id)!.why).toContain('26.00');
    const kept = settleReadings(unsettled(rows('20.00')), anchors, [read('20.00', '26.00')]);
    expect(kept.taken.get(id)!.raw).toBe('20.00');
  });

  test('a reading that no engine gave is never made', () => {
    const { tables, taken } = settleReadings(unsettled(rows('26.00')), anchors, [read('26.00', '28.00')]);
    expect(taken.size).toBe(0);
    expect(totalOf(tables)).toBe('26.00');
  });

  test('where sums say nothing, the one is taken that looks like its digits elsewhere, if the other does not', () => {
    const tables = rows('26.00');
    const taken = (first: string, second: string, ...alike: string[]) =>
      settleByLooks(unsettled(tables), [read(first, second)], {
        learn: () => {},
        bearsOut: (_page, _box, amount) => alike.includes(amount),
      });
    const settled = taken('26.00', '28.00', '28.00');
    expect(totalOf(settled.tables)).toBe('28.00');
    expect(settled.taken.get(id)!.why).toContain('only 28.00 looks like');
    expect(taken('26.00', '28.00').taken.size).toBe(0);
    expect(taken('26.00', '28.00', '26.00', '28.00').taken.size).toBe(0);
    expect(taken('26.00', '(28', '(28').taken.size).toBe(0);
  });
});

test('what was read is not read again, also in another run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-cache-'));
  let calls = 0;
  const reading: Reading = { text: '1', chars: [{ char: '1', x0: 0, x1: 1, confidence: 0.9 }], confidence: 0.9 };
  const engine: TextEngine = {
    name: 'ppocr',
    readCell: async () => {
      calls++;
      return reading;
    },
    close: async () => {},
  };
  const crop = { width: 2, height: 1, data: Uint8Array.of(0, 255) };
  for (let run = 0; run < 2; run++) {
    const once = cached(engine, await openCache(folder, 'a'.repeat(64)));
    expect(await once.readCell(crop, 'text')).toEqual(reading);
    expect(await once.readCell(crop, 'text')).toEqual(reading);
    await once.close();
  }
  expect(calls).toBe(1);
  expect(readdirSync(folder).every((f) => f.endsWith('.json'))).toBe(true);
  expect(NOTHING.text).toBe('');
});
