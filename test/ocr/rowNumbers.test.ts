import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { settleNumbers } from '../../src/ocr/rowNumbers.js';

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('numbers of rows', () => {
  test('that are read in order are as they were read', () => {
    expect(settleNumbers(upTo(23))).toEqual(upTo(23));
    expect(settleNumbers([1, 2, 5, 6, 9, 10])).toEqual([1, 2, 5, 6, 9, 10]);
  });

  test('that lost a stroke between others are known', () => {
    expect(settleNumbers([...upTo(10), 10, 11, 13, 14])).toEqual(upTo(14));
    expect(settleNumbers([1, 3, 3, 4])).toEqual(upTo(4));
  });

  test('that lost a stroke at the end are not', () => {
    expect(settleNumbers([...upTo(21), 10])).toEqual([...upTo(21), null]);
    expect(settleNumbers([...upTo(11), 20])).toEqual([...upTo(11), null]);
  });

  test('are not known beside rows that were left out', () => {
    expect(settleNumbers([1, 2, 2, 5, 6])).toEqual([1, 2, null, 5, 6]);
  });

  test('one misread number never changes another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 26 }), fc.nat(25), fc.integer({ min: 1, max: 30 }), (n, at, misread) => {
        const read = upTo(n);
        read[at % n] = misread;
        const settled = settleNumbers(read);
        for (const [i, s] of settled.entries()) expect(s === null || s === i + 1).toBe(true);
        expect(settled.filter((s) => s === null).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
