import { describe, expect, test } from '@jest/globals';
import { withEdgeMarks } from '../../src/ocr/edgeMarks.js';
import type { Gray } from '../../src/pictures/picture.js';
import { readingOf } from './reading.js';

type Block = readonly [x0: number, y0: number, x1: number, y1: number];

/** Blocks of ink on a crop of 80 by 30 pixels; digits are 8 wide and reach from 5 to 20. */
function crop(blocks: readonly Block[]): Gray {
  const [width, height] = [80, 30];
  const data = new Uint8Array(width * height).fill(250);
  for (const [x0, y0, x1, y1] of blocks) for (let y = y0; y < y1; y++) data.fill(40, y * width + x0, y * width + x1);
  return { width, height, data };
}
const digits = (from: number, count: number): Block[] =>
  Array.from({ length: count }, (_, i) => [from + 10 * i, 5, from + 10 * i + 8, 20]);
const read = (text: string, blocks: readonly Block[], at: { before: boolean; after: boolean }): string =>
  withEdgeMarks(readingOf(text), crop(blocks), at).text;

const AFTER = { before: false, after: true };
const BEFORE = { before: true, after: false };

describe('marks at the ends of the lines of a broken number', () => {
  test.each<[string, string, Block, string]>([
    ['a point', '2887', [52, 17, 55, 20], '2887.'],
    ['a comma', '2887', [52, 17, 55, 23], '2887,'],
    ['a dash is none', '2887', [52, 12, 60, 14], '2887'],
    ['a speck above the line is none', '2887', [52, 6, 55, 9], '2887'],
    ['a speck far off is none', '2887', [70, 17, 73, 20], '2887'],
    ['one that was read is not there twice', '2887.', [52, 17, 55, 20], '2887.'],
  ])('%s', (_, text, mark, expected) => {
    expect(read(text, [...digits(12, 4), mark], AFTER)).toBe(expected);
  });

  test('where the next line of the number begins with it', () => {
    expect(read('80', [[12, 17, 15, 20], ...digits(18, 2)], BEFORE)).toBe('.80');
    expect(read('80', [[12, 17, 15, 20], ...digits(18, 2)], AFTER)).toBe('80');
  });

  test('words are left as they are', () => {
    expect(read('合计', [...digits(12, 2), [32, 17, 35, 20]], AFTER)).toBe('合计');
  });
});
