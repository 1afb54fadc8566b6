import { describe, expect, test } from '@jest/globals';
import type { Cell } from '../../src/document/schema.js';
import { isComparable, maySee } from '../../src/ocr/testLayers.js';
import type { Leaf } from '../../src/pages/page.js';

test.each([
  ['908.62', '908.62', true],
  ['90862', '908.62', true],
  ['50', '0.50', true],
  ['12.50', '-12.50', true],
  ['1250', '-12.50', true],
  // Lost by the text layer, as by that of a poor scan: the page shows more than the text says.
  ['908.62', '90862', false],
  ['-12.50', '12.50', false],
  ['90.862', '908.62', false],
  ['903.62', '908.62', false],
  ['90863', '908.62', false],
])('an engine that read %s may have seen %s: %s', (shown, value, may) => {
  expect(maySee(shown, value)).toBe(may);
});

describe('what is held against its picture', () => {
  /** A cell from 0 to 40 with these digits in it, each at its x and its line. */
  const comparable = (value: string, digits: readonly [x: number, line: number][], pictureShare = 0): boolean => {
    const flat = digits.flatMap(([x, line]) => [1, x, 8 * line, x + 5, 8 * line + 9]);
    const leaf = { pictureShare, digits: Float32Array.from(flat) } as unknown as Leaf;
    return isComparable({ value, box: [0, 0, 40, 30] } as unknown as Cell, leaf);
  };
  const three: [number, number][] = [
    [5, 0],
    [10, 0],
    [20, 0],
  ];

  test('an amount on one line', () => expect(comparable('11.1', three)).toBe(true));
  test('none that its column breaks over lines', () => expect(comparable('11.11', [...three, [15, 1]])).toBe(false));
  test('none that reaches over the edge of its cell', () =>
    expect(comparable('11.11', [...three, [38, 0]])).toBe(false));
  test('none in a font that is not in the file', () => expect(comparable('11.1', [])).toBe(false));
  test('over a picture, whatever the text layer has', () => expect(comparable('11.11', three, 0.9)).toBe(true));
});
