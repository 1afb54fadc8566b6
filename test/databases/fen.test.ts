import { expect, test } from '@jest/globals';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { amountToFen, canonicalDecimal, stepInFen } from '../../src/databases/fen.js';

test.each([
  ['1082.94', '万元', '1082940000'],
  ['6.2', '万元', '6200000'],
  ['0.00', '万元', '0'],
  ['-1.23', '万元', '-1230000'],
  ['109021.48', '元', '10902148'],
  ['109021.480', '元', '10902148'],
  ['109021.481', '元', null],
  ['1', null, null],
  ['12', '个', null],
  [null, '万元', null],
  ['92233720368547758.07', '元', '9223372036854775807'],
  ['92233720368547758.08', '元', null],
])('%s %s is %s 分', (value, unit, fen) => {
  expect(amountToFen(value, unit)).toBe(fen);
});

test('分 are exact for every amount that is whole 分', () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, decimals]) => new Decimal(digits.toString()).div(new Decimal(10).pow(decimals)).toFixed(decimals));
  fc.assert(
    fc.property(amount, fc.constantFrom('万元', '元'), (value, unit) => {
      const exact = new Decimal(value).times(unit === '万元' ? 1_000_000 : 100);
      const fen = amountToFen(value, unit);
      expect(fen === null ? null : new Decimal(fen).toFixed()).toBe(
        exact.isInteger() && exact.abs().lte('9223372036854775807') ? exact.toFixed().replace(/^-0$/, '0') : null,
      );
    }),
  );
});

test('the step is that of the finest amount', () => {
  expect(stepInFen(['6.2', null, '13.05'], '万元')).toBe(10_000);
  expect(stepInFen(['6', '13'], '万元')).toBe(1_000_000);
  expect(stepInFen(['6.20'], '元')).toBe(1);
  expect(stepInFen([null], '元')).toBeNull();
  expect(stepInFen(['6.20'], null)).toBeNull();
});

test('digits as a decimal column gives them back', () => {
  expect(['-0.00', '007.50', '0.10', '-12.0', '0', null].map(canonicalDecimal)).toEqual([
    '0.00',
    '7.50',
    '0.10',
    '-12.0',
    '0',
    null,
  ]);
});
