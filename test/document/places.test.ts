import { expect, test } from '@jest/globals';
import { boxToPlace } from '../../src/document/places.js';
import type { Place } from '../../src/pages/page.js';

const places: Place[] = [
  { box: [20, 0, 120, 12], line: 7, from: 1, to: 10 },
  { box: [120, 0, 220, 12], line: 7, from: 12, to: 12 },
  { box: [20, 12, 120, 24], line: 9, from: 1, to: 4 },
];

test('a cell is where its characters are', () => {
  expect(boxToPlace([20, 0, 120, 12], places)).toEqual([1, 7, 10, 7]);
  expect(boxToPlace([120, 0, 220, 12], places)).toEqual([12, 7, 12, 7]);
});

test('part of a line is the columns that the box covers', () => {
  expect(boxToPlace([40, 2, 70, 10], places)).toEqual([3, 7, 5, 7]);
});

test('what reaches over lines has the first and the last of them', () => {
  expect(boxToPlace([20, 0, 220, 24], places)).toEqual([1, 7, 12, 9]);
});

test('a box beside everything is on the nearest line', () => {
  expect(boxToPlace([500, 20, 510, 22], places)[1]).toBe(9);
});
