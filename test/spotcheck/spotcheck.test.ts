import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf } from '../../src/document/sheets.js';
import { sameValue } from '../../src/review/spotCheckApi.js';
import { atMost, upperBound } from '../../src/spotcheck/bound.js';
import { drawing } from '../../src/spotcheck/draw.js';
import type { SpotCheck } from '../../src/spotcheck/spotCheck.js';
import { statementOf } from '../../src/spotcheck/statement.js';
import { allocate, type Stratum, stratumOf } from '../../src/spotcheck/strata.js';
import { fromRoot } from '../files.js';
import { handmade } from '../handmade.js';

describe('the exact bound', () => {
  // 0 of n: 1 - 0.05^(1/n). The others from the beta quantiles of published tables (one-sided 95 %).
  test.each([
    [0, 60, 1 - 0.05 ** (1 / 60)],
    [0, 1, 0.95],
    [1, 10, 0.394163],
    [2, 50, 0.12061],
    [5, 100, 0.102253],
  ])('%i wrong of %i', (k, n, bound) => {
    expect(upperBound(k, n, 0.95)).toBeCloseTo(bound, 5);
  });

  test('is where so few errors have a chance of 5 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 0.99, noNaN: true }), (n, share) => {
        const k = Math.floor(n * share);
        expect(atMost(k, n, upperBound(k, n, 0.95))).toBeCloseTo(0.05, 6);
      }),
    );
  });

  test('nothing judged proves nothing, all wrong proves nothing good', () => {
    expect([upperBound(0, 0, 0.95), upperBound(5, 5, 0.95)]).toEqual([1, 1]);
  });
});

test('the sample is divided whole, never above what there is', () => {
  const strata: Stratum[] = ['disputed', 'unconfirmed', 'confirmed', 'blank'];
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 1, max: 900 }),
      (sizes, sample) => {
        const of = new Map(strata.map((s, i) => [s, sizes[i]!]));
        const out = allocate(of, sample);
        for (const [s, n] of out) expect(n).toBeLessThanOrEqual(of.get(s)!);
        expect([...out.values()].reduce((a, b) => a + b, 0)).toBe(
          Math.min(
            sample,
            sizes.reduce((a, b) => a + b, 0),
          ),
        );
      },
    ),
  );
});

describe('drawing', () => {
  const draw = (seed: string, order = [0, 1]): SpotCheck => {
    const documents = [handmade('planted-errors-2024'), handmade('qingzhou-2024')];
    const draws = drawing({ sample: 30, seed, blind: false, drawn: '2026-01-01T00:00:00.000Z' });
    for (const i of order) draws.add(`d${i}`, documents[i]!);
    return draws.draw();
  };

  test('the same seed draws the same figures, in whatever order documents come; another seed draws others', () => {
    expect(draw('a', [1, 0]).items).toEqual(draw('a').items);
    expect(draw('b').items).not.toEqual(draw('a').items);
  });

  test('every stratum is drawn from, none twice, and all is counted', () => {
    const { items, population } = draw('a');
    expect(items).toHaveLength(30);
    expect(new Set(items.map((i) => `${i.document} ${i.cell}`)).size).toBe(30);
    expect(new Set(items.map((i) => i.stratum))).toEqual(new Set(Object.keys(population)));
    const all = [...figuresOf(handmade('planted-errors-2024')), ...figuresOf(handmade('qingzhou-2024'))];
    for (const [stratum, n] of Object.entries(population))
      expect(all.filter(({ figure }) => stratumOf(figure) === stratum)).toHaveLength(n);
  });

  test('the order tells nothing of the stratum: half of each stands in the first half, more or less', () => {
    const first = Array.from({ length: 40 }, (_, n) => draw(`seed ${n}`).items.slice(0, 15)).flat();
    for (const stratum of ['disputed', 'confirmed', 'blank']) {
      const share = first.filter((i) => i.stratum === stratum).length / first.length;
      // A quarter each or so; 600 figures: five standard deviations are 0.09.
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.36);
    }
  });

  test('each figure of a stratum is as likely as the next', () => {
    const document = handmade('planted-errors-2024');
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) {
      const draws = drawing({ sample: 3, seed: String(seed), blind: false, drawn: '2026-01-01T00:00:00.000Z' });
      draws.add('d', document);
      for (const i of draws.draw().items) if (i.stratum === 'disputed') times.set(i.cell, (times.get(i.cell) ?? 0) + 1);
    }
    const all = drawing({ sample: 10_000, seed: '', blind: false, drawn: '2026-01-01T00:00:00.000Z' });
    all.add('d', document);
    const disputed = all.draw().items.filter((i) => i.stratum === 'disputed').length;
    const drawn = [...times.values()].reduce((a, b) => a + b, 0);
    // The seeds are fixed. Three times the mean of seven draws or more has a chance below one in ten thousand for a figure.
    expect(times.size).toBeGreaterThan(0.9 * disputed);
    expect(Math.max(...times.values())).toBeLessThan((3 * drawn) / disputed);
  });
});

describe('the statement', () => {
  const judged = (
    verdicts: Record<string, [right: number, wrong: number]>,
    population: Record<string, number>,
  ): SpotCheck => {
    const item = {
      document: 'd',
      sha256: '',
      cell: '',
      page: 1,
      box: [0, 0, 1, 1] as [number, number, number, number],
      label: '',
      read: null,
      who: null,
      when: null,
    };
    const items = Object.entries(verdicts).flatMap(([stratum, [right, wrong]]) => [
      ...Array.from({ length: right }, () => ({ ...item, stratum, verdict: 'right' as const })),
      ...Array.from({ length: wrong }, () => ({ ...item, stratum, verdict: 'unclear' as const })),
    ]);
    return {
      format: 'juesuan spot-check 1',
      drawn: '2026-01-01T00:00:00.000Z',
      seed: '',
      blind: true,
      population,
      items,
    };
  };

  test('one stratum: k of n right, below the exact bound', () => {
    const s = statementOf(judged({ confirmed: [60, 0] }, { confirmed: 10_000 }));
    expect([s.right, s.judged]).toEqual([60, 60]);
    expect(s.below).toBeCloseTo(0.0487, 3);
    expect(s.strata[0]!.below).toBe(s.below);
  });

  test('what the eye could not tell does not count as right', () => {
    expect(statementOf(judged({ confirmed: [59, 1] }, { confirmed: 10_000 })).strata[0]).toMatchObject({
      right: 59,
      wrong: 1,
    });
  });

  test('a stratum that was judged whole is known', () => {
    expect(statementOf(judged({ disputed: [3, 1] }, { disputed: 4 })).strata[0]!.below).toBe(0.25);
  });

  test('all together: each stratum bounded more surely, added up by size', () => {
    const s = statementOf(judged({ confirmed: [50, 0], disputed: [5, 5] }, { confirmed: 900, disputed: 100 }));
    expect(s.below).toBeCloseTo(0.9 * upperBound(0, 50, 0.975) + 0.1 * upperBound(5, 10, 0.975), 10);
    expect(statementOf(judged({}, { confirmed: 900 })).below).toBe(1);
  });
});

test('what the eye reads is compared as an amount or as text', () => {
  expect(sameValue('1,244.25', '1244.25')).toBe(true);
  expect(sameValue('1 244.25 ', '1244.25')).toBe(true);
  expect(sameValue('1244.250', '1244.25')).toBe(false);
  expect(sameValue('', null)).toBe(true);
  expect(sameValue('0.00', null)).toBe(false);
  expect(sameValue('产出指标', '产出 指标')).toBe(true);
});

test('the command draws, keeps the sample that was there, and states', () => {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [fromRoot('dist/cli/main.js'), 'spotcheck', ...args], { encoding: 'utf8' });
  cpSync(fromRoot('samples/planted-errors-2024.json'), join(folder, 'a.json'));
  expect(run(folder).status).toBe(2);
  const first = run(folder, '--sample', '12', '--seed', 's');
  expect([first.status, first.stdout]).toEqual([0, expect.stringContaining('seed s: 0 of 12 judged')]);
  expect(run(folder, '--sample', '9').status).toBe(0);
  expect(existsSync(join(folder, 'spotcheck.json'))).toBe(true);
  expect(readdirSync(folder).filter((f) => /^spotcheck-\d{14}\.json$/.test(f))).toHaveLength(1);
  expect(run(join(folder, 'nowhere'), '--sample', '3').status).toBe(2);
});
