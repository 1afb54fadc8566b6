import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { makeFigure } from '../../src/checks/figures.js';
import { largestRounding, roundingBound, withinBound } from '../../src/checks/tolerance.js';
import { wan } from './account.js';

const GRAIN = { decimals: 2 };
const STEP = 10_000n;
const figure = (value: string | null, unit: '万元' | '元' = '万元') =>
  makeFigure({ table: 'revenue', row: 0, column: 'total' }, value, unit, 2, GRAIN);
const many = (count: number) => Array.from({ length: count }, () => figure('1.00'));
const allowed = (left: readonly string[], right: readonly (string | null)[], leaves?: number): bigint => {
  const [a, b] = [left.map((one) => figure(one)), right.map((one) => figure(one))];
  return largestRounding(roundingBound(a, b, leaves), a, b);
};

describe('tolerance', () => {
  test.each([
    [1, 0n],
    [2, 1n],
    [3, 1n],
    [4, 2n],
    [10, 5n],
    [20, 10n],
  ])('a sum of %i rounded addends is off by at most %i steps', (count, steps) => {
    const [left, right] = [[figure('9.00')], many(count)];
    expect(largestRounding(roundingBound(left, right), left, right)).toBe(steps * STEP);
  });

  test('blank and structural noughts are no addends', () => {
    expect(allowed(['9.00'], ['4.00', '5.00', null, '0.00'])).toBe(STEP);
    expect(allowed(['9.00'], ['9.00', null, '0.00', null])).toBe(0n);
  });

  test('the same amount is the same, unless one side may be added up from rounded items', () => {
    expect(allowed(['9.00'], ['9.00'])).toBe(0n);
    expect(allowed(['9.00'], ['9.00'], 1)).toBe(0n);
    expect(allowed(['9.00'], ['9.00'], 2)).toBe(STEP);
    expect(allowed(['9.00'], ['9.00'], 4)).toBe(2n * STEP);
  });

  test('元 with all decimals is exact', () => {
    const [left, right] = [[figure('9.00', '元')], [figure('4.00', '元'), figure('5.00', '元')]];
    expect(roundingBound(left, right, 9)).toBe(0n);
    expect(withinBound(1n, roundingBound(left, right))).toBe(false);
  });

  test('元 against 万元: the coarser unit decides', () => {
    const [left, right] = [[figure('1.23')], [figure('12345.67', '元')]];
    const bound = roundingBound(left, right);
    expect(withinBound(1_234_567n - 1_230_000n, bound)).toBe(true);
    expect(withinBound(1_235_001n - 1_230_000n, bound)).toBe(false);
  });

  test('a total that is left blank has no slack of its own', () => {
    expect(withinBound(STEP, roundingBound([figure(null)], [figure('0.01')]))).toBe(false);
  });

  test('exact amounts rounded independently are always within it, whatever their number', () => {
    const fen = fc.bigInt({ min: 0n, max: 10n ** 9n });
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 40 }), (addends) => {
        const shown = addends.filter((one) => one >= STEP).map((one) => figure(wan(one)));
        const exact = addends.filter((one) => one >= STEP).reduce((sum, one) => sum + one, 0n);
        const left = [figure(wan(exact))];
        const difference = (left[0]?.amount ?? 0n) - shown.reduce((sum, { amount }) => sum + amount, 0n);
        expect(withinBound(difference, roundingBound(left, shown))).toBe(true);
        const steps = BigInt(Math.floor(shown.length / 2));
        expect(difference <= steps * STEP && -difference <= steps * STEP).toBe(true);
      }),
    );
  });
});
