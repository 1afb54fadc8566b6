import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAmount, grainOf, makeFigure, roundedNoughts, usualDecimals } from '../../src/checks/figures.js';
import { table } from './tables.js';

const GRAIN = { decimals: 2 };
const place = { table: 'revenue', row: 0, column: 'total' } as const;
const amounts = (values: readonly (string | null)[]) =>
  table(
    'revenue',
    values.map((total) => ({ cells: { total } })),
  );

describe('figures', () => {
  test('万元 and 元 are counted in the same grain', () => {
    const wan = makeFigure(place, '1082.94', '万元', 2, GRAIN);
    const yuan = makeFigure(place, '10829400.00', '元', 2, GRAIN);
    expect(wan.amount).toBe(yuan.amount);
    expect([wan.step, wan.error]).toEqual([10_000n, 10_000n]);
    expect([yuan.step, yuan.error]).toEqual([1n, 0n]);
  });

  test('元 without decimals is rounded, blank and nought are not', () => {
    expect(makeFigure(place, '1250', '元', 0, GRAIN).error).toBe(100n);
    expect(makeFigure(place, null, '万元', 2, GRAIN)).toMatchObject({ amount: 0n, error: 0n, printed: null });
    expect(makeFigure(place, '0.00', '万元', 2, GRAIN)).toMatchObject({ amount: 0n, error: 0n, printed: '0.00' });
  });

  test('a lone 0.00 in a column that leaves noughts blank is an amount of less than half a step', () => {
    const rare = amounts(['5.00', null, null, '0.00']);
    expect(roundedNoughts(rare)).toEqual(new Set(['total']));
    expect(roundedNoughts(amounts(['5.00', '0.00', '0.00', null]))).toEqual(new Set());
    expect(makeFigure(place, '0.00', '万元', 2, GRAIN, roundedNoughts(rare)).error).toBe(10_000n);
  });

  test('a figure with fewer decimals than its table has lost its trailing noughts', () => {
    const printed = amounts(['6.2', '10.55', '3.17', null, '0']);
    expect(usualDecimals(printed)).toBe(2);
    expect(makeFigure(place, '6.2', '万元', usualDecimals(printed), GRAIN)).toMatchObject({
      decimals: 2,
      step: 10_000n,
    });
    expect(usualDecimals(amounts(['5', '6', '7.25']))).toBe(0);
    expect(usualDecimals(amounts([null]))).toBe(0);
  });

  test('the grain is fine enough for every figure and never coarser than 分', () => {
    expect(grainOf([amounts(['1.5'])], () => '万元', [])).toEqual({ decimals: 2 });
    expect(grainOf([amounts(['1.1234567'])], () => '万元', [])).toEqual({ decimals: 3 });
    expect(grainOf([amounts(['1.5'])], () => '元', [{ value: '0.12345', unit: '元' }])).toEqual({ decimals: 5 });
  });

  test('what is read is what is written', () => {
    const values = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(values, fc.constantFrom('万元' as const, '元' as const), ([digits, decimals], unit) => {
        const grain = { decimals: 8 };
        const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
        const whole = text.slice(0, text.length - decimals);
        const value = `${digits < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${text.slice(-decimals)}`}`;
        const { amount } = makeFigure(place, value, unit, 0, grain);
        expect(formatAmount(amount, unit, decimals, grain)).toBe(value);
      }),
    );
  });

  test('an amount is never cut to the decimals asked for', () => {
    const { amount } = makeFigure(place, '2940.05', '元', 2, GRAIN);
    expect(formatAmount(amount, '万元', 2, GRAIN)).toBe('0.294005');
    expect(formatAmount(-amount, '元', 2, GRAIN)).toBe('-2940.05');
  });
});
