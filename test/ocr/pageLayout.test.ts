import { expect, test } from '@jest/globals';
import { pageLayout } from '../../src/ocr/pageLayout.js';
import { drawnPicture } from '../pictures/drawnPicture.js';

const SCALE = 200 / 72;
const XS = [60, 300, 520, 740];
const YS = [100, 150, 200, 250, 300];

/** Where print is seen in cells, in pixels. `marks`: left, top, width, height. */
function printIn(marks: readonly (readonly [number, number, number, number])[]) {
  const gray = drawnPicture({ xs: XS, ys: YS, marks });
  const picture = { gray, scale: SCALE, toDisplayed: { turn: 0 as const, angle: 0, keystone: null }, poor: null };
  const { places, clean } = pageLayout(picture, 1, null);
  return {
    cells: places.filter((p) => p.inCell).map(({ stretch: s }) => [s.x0, s.y0, s.x1, s.y1]),
    at: (x: number, y: number) => clean.data[y * clean.width + x]!,
  };
}

const word = [0, 1, 2, 3].map((i) => [340 + 22 * i, 164, 18, 20] as const);

test('what a double rule left along it is no print, and is gone from the crops', () => {
  const { cells, at } = printIn([...word, [310, 206, 190, 3]]);
  expect(cells).toHaveLength(1);
  expect(cells[0]!.slice(1)).toEqual([164, 424, 184]);
  expect(at(400, 207)).toBeGreaterThan(200);
});

test('a dash in the middle of its cell is print, and so is a point over a rule', () => {
  const { cells } = printIn([...word, [390, 224, 40, 3]]);
  expect(cells).toHaveLength(2);
  const point = printIn([...word, [430, 190, 6, 6]]);
  expect(point.cells[0]![3]).toBeGreaterThanOrEqual(184);
  expect(point.at(432, 192)).toBeLessThan(100);
});
