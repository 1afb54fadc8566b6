import { describe, expect, test } from '@jest/globals';
import { finishForms } from '../../src/checks/attachments/finishForms.js';
import { partId } from '../../src/checks/attachments/parts.js';
import { finishStatement, wantsAgain } from '../../src/checks/narrative/finish.js';
import { ONE_ENGINE, pictureDoubt } from '../../src/checks/pictures.js';
import type { SecondReading } from '../../src/checks/secondReadings.js';
import type { Attachment, Field, Finding } from '../../src/document/schema.js';
import type { Said } from '../../src/narrative/statement.js';

const same = (text: string) => ({ text, same: true });

test.each<[string | null, Parameters<typeof pictureDoubt>[1], boolean]>([
  ['95.53%', same('95.53%'), false],
  ['1,234.50', same('1234.50'), false],
  [null, null, false],
  ['12', { text: '17', same: false }, false],
  ['12', null, true],
  ['>=', same('>='), false],
  ['>=', null, true],
  ['次', same('次'), false],
  ['%', same('%'), false],
  ['-', same('-'), true],
  ['100-80', same('100-80'), true],
  ['次', null, true],
])('%s from a picture, read again as %j: in doubt of one engine %s', (value, again, doubt) => {
  expect(pictureDoubt(value, again) === ONE_ENGINE).toBe(doubt);
});

const picture = (poor: string | null, looksLike = ''): SecondReading => ({
  when: 'auto',
  open: () => Promise.reject(new Error('no text layer')),
  pictures: {
    reader: null,
    poor: (page) => (page === 1 ? poor : undefined),
    digits: { learn: () => {}, bearsOut: (_page, _box, amount) => amount === looksLike },
  },
});

describe('a form read from a picture', () => {
  const box = (x: number): Field['box'] => [x, 0, x + 1, 1];
  const field = (value: string | null, x: number, page: number): Field => ({
    value,
    page,
    box: box(x),
    reader: page === 1 ? 'ppocr' : 'pdfium',
    standing: 'unconfirmed',
    why: [],
    checks: [],
    secondReading: null,
  });
  const texts = { level3: '指标', operator: '>=', target: '95', actual: '96', reason: null };
  const finish = (page: number, poor: string | null = null, looksLike = '') => {
    const cells = Object.fromEntries(Object.entries(texts).map(([k, v], i) => [k, field(v, i, page)]));
    const form: Attachment = {
      form: 'project_self_evaluation',
      title: null,
      status: 'present',
      pages: [page],
      header: {},
      tasks: [],
      funding: [],
      indicators: [{ page, box: box(0), cells }],
    };
    const pieces = new Map(
      Object.entries(texts).map(([k, v], i) => [
        `attachment/1/indicator/1/${k}`,
        [{ page, box: box(i), text: v ?? '', raw: v ?? '', doubt: null }],
      ]),
    );
    const at = (k: keyof typeof texts): string => partId(pieces.get(`attachment/1/indicator/1/${k}`)![0]!);
    const again = new Map([
      [at('target'), same('95')],
      [at('actual'), { text: '90', same: false }],
    ]);
    const findings: Finding[] = [];
    const forms = { attachments: [form], pieces, taken: new Set<never>(), findings: [] };
    const [done] = finishForms(forms, new Map(), again, picture(poor, looksLike), findings);
    return { cells: done!.indicators[0]!.cells, findings };
  };
  const standings = (of: ReturnType<typeof finish>) => Object.values(of.cells).map((f) => f.standing);

  test('only numbers on which two engines agree stand; the rest is told once, differing readings each', () => {
    const done = finish(1);
    expect(standings(done)).toEqual(['disputed', 'disputed', 'confirmed', 'disputed', 'unconfirmed']);
    expect(done.cells.target!.reader).toBe('ppocr+tesseract');
    expect(done.findings.map((f) => f.rule)).toEqual(['readings-differ', 'picture-read-once']);
    expect(done.findings[0]!.message).toContain('of the picture');
    expect(done.findings[1]!.message).toContain('2 values');
  });

  test('on a poor page a sum must bear the number out', () => {
    expect(finish(1, 'bilevel').cells.target!.standing).toBe('disputed');
  });

  test('or its digits look as they do where sums hold', () => {
    const value = finish(1, 'bilevel', '95').cells.target!;
    expect(value.standing).toBe('confirmed');
    expect(value.why).toEqual([
      'two readers give the same characters',
      'its digits look as they do in figures that sums bear out',
    ]);
    expect(finish(1, 'bilevel', '90').cells.target!.standing).toBe('disputed');
  });

  test('a text layer is as it was', () => {
    const done = finish(2);
    expect(standings(done)).toEqual(['unconfirmed', 'unconfirmed', 'confirmed', 'disputed', 'unconfirmed']);
    expect(done.findings.map((f) => f.message)).toEqual([expect.stringContaining('of the text layer')]);
  });
});

describe('a figure of the text on a picture', () => {
  const said = {
    statement: 'x',
    subject: 's',
    measure: 'amount',
    value: '1.00',
    unit: '万元',
    sentence: '',
    raw: '1.00',
    places: [{ page: 1, box: [0, 0, 1, 1], reader: 'ppocr' }],
  } as unknown as Said;
  const bound = { checks: [], supported: false, inTables: false, contradicted: false };
  const [supported, inTables] = [
    { ...bound, supported: true },
    { ...bound, supported: true, inTables: true },
  ];
  const standing = (...[binding, again, poor]: [typeof bound, ReturnType<typeof same>?, string?]): string =>
    finishStatement(said, binding, again, picture(poor ?? null)).standing;

  test('that one engine read stands where the tables bear it out', () => {
    expect([standing(inTables), standing(supported)]).toEqual(['confirmed', 'disputed']);
  });

  test('that two engines read stands, on a poor page with a check beside it', () => {
    expect([standing(bound, same('1.00')), standing(bound, { text: '7.00', same: false })]).toEqual([
      'confirmed',
      'disputed',
    ]);
    expect([standing(supported, same('1.00'), 'bilevel'), standing(bound, same('1.00'), 'bilevel')]).toEqual([
      'confirmed',
      'disputed',
    ]);
  });

  test('is read again where the tables are silent and a second reading can help', () => {
    const wants = (binding: typeof bound, poor: string | null = null) => wantsAgain(said, binding, picture(poor));
    expect([wants(bound), wants(supported), wants(inTables)]).toEqual([true, true, false]);
    expect([wants(bound, 'bilevel'), wants(supported, 'bilevel')]).toEqual([false, true]);
    expect(wants({ ...inTables, contradicted: true })).toBe(true);
    expect(wantsAgain(said, bound, { ...picture(null), when: 'none' })).toBe(false);
  });
});
