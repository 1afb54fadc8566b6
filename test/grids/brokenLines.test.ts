import { expect, test } from '@jest/globals';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import { isOneNumberOverLines } from '../../src/normalise/amount.js';
import { drawnPage, glyphsOf } from '../pages/drawn.js';

const rowsOf = (stacks: readonly (readonly string[])[]): number => {
  const page = drawnPage([
    { x: 50, y: 50, widths: stacks.map(() => 60), rowHeight: 40, rows: [stacks.map(() => ''), stacks.map(() => '')] },
  ]);
  const glyphs = stacks.flatMap((lines, c) => lines.flatMap((l, i) => glyphsOf(l, 52 + c * 60, 65 + i * 12)));
  return pageToGrids({ ...page, glyphs }).grids[0]!.ys.length - 1;
};

test('codes and amounts that narrow columns break stay one row; amounts without a rule between them are rows', () => {
  expect(rowsOf([['3010', '1'], ['721.53'], ['3020', '1'], ['8.38']])).toBe(2);
  expect(
    rowsOf([
      ['29,289.7', '3'],
      ['40,826.1', '5'],
    ]),
  ).toBe(2);
  expect(
    rowsOf([
      ['721.53', '1.00'],
      ['8.38', '4.00'],
    ]),
  ).toBe(3);
  expect(
    rowsOf([
      ['201', '20101'],
      ['8.38', '4.00'],
    ]),
  ).toBe(3);
});

test('levels of a code that are broken beside broken amounts', () => {
  expect(
    rowsOf([
      ['20', '8'],
      ['0', '5'],
      ['2,658.8', '4'],
      ['1,906.4567', '89'],
    ]),
  ).toBe(2);
  expect(
    rowsOf([
      ['3', '0', '1', '0'],
      ['3', '0', '2', '0'],
      ['301', '0'],
      ['30', '10'],
    ]),
  ).toBe(2);
  expect(
    rowsOf([
      ['30', '31'],
      ['8.38', '4.00'],
      ['60', '61'],
    ]),
  ).toBe(3);
  expect(
    rowsOf([
      ['8', '9'],
      ['8.38', '4.00'],
      ['1.38', '2.00'],
    ]),
  ).toBe(3);
});

test('a number is one where only all of its lines have two decimals', () => {
  expect(isOneNumberOverLines(['29,289.7', '3'])).toBe(true);
  expect(isOneNumberOverLines(['29,289', '3'])).toBe(false);
  expect(isOneNumberOverLines(['29,289.73', '3'])).toBe(false);
  expect(isOneNumberOverLines(['29,289.734', '512'])).toBe(true);
  expect(isOneNumberOverLines(['29,289.7345', '12'])).toBe(true);
  expect(isOneNumberOverLines(['29,289.73', '4512'])).toBe(false);
});
