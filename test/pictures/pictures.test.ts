import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Box } from '../../src/pages/page.js';
import { piecesOf } from '../../src/pictures/components.js';
import { inkToRules } from '../../src/pictures/inkToRules.js';
import type { Gray } from '../../src/pictures/picture.js';
import { skewOf } from '../../src/pictures/skew.js';
import { textLines } from '../../src/pictures/textLines.js';
import { inkOf } from '../../src/pictures/threshold.js';
import { isBilevel, toGray } from '../../src/pictures/toGray.js';
import { asDisplayed, straighten, turnBack } from '../../src/pictures/turn.js';
import { type DrawnPicture, drawnPicture } from './drawnPicture.js';

const SCALE = 2;
const XS = [100, 300, 420, 700];
const YS = [100, 160, 220, 280, 340, 400];

function gridOf(picture: Gray) {
  const rules = inkToRules(inkOf(picture, 12), SCALE);
  const [grid] = pageToGrids({
    number: 1,
    width: picture.width / SCALE,
    height: picture.height / SCALE,
    reader: 'ppocr',
    glyphs: [],
    rules,
    pictureShare: 1,
  }).grids;
  return grid && [grid.ys.length - 1, grid.xs.length - 1];
}

describe('rules of a picture', () => {
  test.each<[string, Partial<DrawnPicture>]>([
    ['clean', {}],
    ['faint', { rule: 205 }],
    ['broken', { broken: 9 }],
    ['with noise', { noise: 12 }],
    [
      'with print that fills its cells',
      {
        marks: [
          [110, 104, 20, 54],
          [140, 104, 20, 54],
          [320, 170, 30, 40],
        ],
      },
    ],
  ])('%s: five rows, three columns', (_what, more) => {
    expect(gridOf(drawnPicture({ xs: XS, ys: YS, ...more }))).toEqual([5, 3]);
  });

  test('the edge of the sheet and bars are no rules', () => {
    const picture = drawnPicture({
      xs: [100],
      ys: [100],
      rule: 255,
      marks: [
        [0, 0, 6, 600],
        [300, 300, 200, 40],
      ],
    });
    expect(inkToRules(inkOf(picture, 12), SCALE)).toEqual([]);
  });

  test('strokes of words that stand side by side on one height part no cell', () => {
    const strokes = [140, 200].map((x): [number, number, number, number] => [x, 250, 56, 1]);
    const feet = [140, 160, 180, 200, 220, 240].map((x): [number, number, number, number] => [x, 251, 2, 12]);
    const picture = drawnPicture({ xs: XS, ys: YS, marks: [...strokes, ...feet] });
    const across = inkToRules(inkOf(picture, 12), SCALE).filter((r) => r.axis === 'horizontal');
    expect(across.map((r) => Math.round(r.at * SCALE))).toEqual(YS.map((y) => y + 1));
  });
});

test('a rule that alone runs on into a character under the table adds no row to it', () => {
  const stroke = [300, 400, 2, 24] as const;
  expect(gridOf(drawnPicture({ xs: XS, ys: YS, marks: [stroke] }))).toEqual([5, 3]);
});

test.each([-2.5, -0.7, 0.4, 1.8])('a lean of %d degrees is found and undone', (degrees) => {
  const leaning = straighten(drawnPicture({ xs: XS, ys: YS }), (-degrees * Math.PI) / 180);
  const angle = skewOf(leaning);
  expect(Math.abs((angle * 180) / Math.PI - degrees)).toBeLessThan(0.06);
  expect(gridOf(straighten(leaning, angle))).toEqual([5, 3]);
});

test('four quarter turns are none, and each undoes the one against it', () => {
  const picture = drawnPicture({ xs: XS, ys: YS, marks: [[110, 110, 9, 20]] });
  expect(turnBack(turnBack(picture, 1), 3)).toEqual(picture);
  expect(turnBack(turnBack(picture, 2), 2)).toEqual(picture);
});

test('a box on the page turned upright comes back where it is displayed', () => {
  const [width, height] = [400, 600];
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2, 3 as const),
      fc.double({ min: -0.05, max: 0.05, noNaN: true }),
      fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      (turn, angle, u, v) => {
        const [w, h] = turn % 2 === 0 ? [width, height] : [height, width];
        const box: Box = [u * w - 1, v * h - 1, u * w + 1, v * h + 1];
        const out = asDisplayed(box, { turn: turn as 0 | 1 | 2 | 3, angle, keystone: null }, width, height);
        const centre = [(out[0] + out[2]) / 2, (out[1] + out[3]) / 2] as const;
        // Forward again: lean back, then turn.
        const turned = [
          [centre[0], centre[1]],
          [centre[1], width - centre[0]],
          [width - centre[0], height - centre[1]],
          [height - centre[1], centre[0]],
        ][turn]!;
        const [dx, dy] = [turned[0]! - w / 2, turned[1]! - h / 2];
        const x = w / 2 + Math.cos(angle) * dx + Math.sin(angle) * dy;
        const y = h / 2 - Math.sin(angle) * dx + Math.cos(angle) * dy;
        expect(Math.hypot(x - u * w, y - v * h)).toBeLessThan(0.01);
        expect(out[0] >= 0 && out[1] >= 0 && out[2] <= width && out[3] <= height).toBe(true);
      },
    ),
  );
});

describe('red ink', () => {
  /** Light where a red area of so many points a side stood; two pixels a point. */
  const grayOf = (area: readonly [number, number], print: readonly [number, number, number]): Gray => {
    const [width, height] = [200, 120];
    const data = new Uint8Array(4 * width * height).fill(240);
    for (let y = 20; y < 20 + 2 * area[1]; y++)
      for (let x = 20; x < 20 + 2 * area[0]; x++) data.set([60, 50, 220, 255], 4 * (y * width + x));
    // Black print across it: blue, green, red.
    for (let x = 0; x < width; x++) data.set([...print, 255], 4 * (30 * width + x));
    return toGray({ width, height, data, scale: 2, scan: null });
  };
  const at = ({ data, width }: Gray, x: number, y: number): number => data[y * width + x]!;

  test('of a seal goes, and black print under it stays', () => {
    const gray = grayOf([40, 40], [25, 20, 60]);
    expect(at(gray, 60, 60)).toBeGreaterThan(230);
    expect(at(gray, 60, 30)).toBeLessThan(100);
    expect(at(gray, 150, 60)).toBe(240);
  });

  test('of a printed figure stays', () => expect(at(grayOf([60, 9], [240, 240, 240]), 60, 25)).toBeLessThan(128));
});

test('black and white alone is bilevel, print with gray edges is not', () => {
  const of = (data: number[]): Gray => ({ width: data.length, height: 1, data: Uint8Array.from(data) });
  expect(isBilevel(of(Array.from({ length: 300 }, (_, i) => (i % 5 === 0 ? 0 : 255))))).toBe(true);
  expect(isBilevel(of(Array.from({ length: 300 }, (_, i) => [0, 120, 255, 255, 255][i % 5]!)))).toBe(false);
});

describe('lines of print', () => {
  const marksAt = (x: number, y: number, n: number): [number, number, number, number][] =>
    Array.from({ length: n }, (_, i) => [x + 24 * i, y, 18, 20]);
  const linesOf = (marks: readonly (readonly [number, number, number, number])[], noise = 0) =>
    textLines(piecesOf(inkOf(drawnPicture({ xs: [1], ys: [1], rule: 255, marks, noise }), 12)), 20);

  test('two lines, the second in two stretches', () => {
    const lines = linesOf([...marksAt(100, 100, 5), ...marksAt(100, 140, 3), ...marksAt(400, 140, 4)]);
    expect(lines.map((l) => [l.x0, l.x1, l.top])).toEqual([
      [100, 214, 100],
      [100, 166, 140],
      [400, 490, 140],
    ]);
  });

  test('dust is no line', () => {
    expect(
      linesOf(
        [
          [200, 200, 2, 2],
          [300, 260, 1, 2],
        ],
        6,
      ),
    ).toEqual([]);
  });

  test('the parts of a broken character are one line', () => {
    expect(linesOf([...marksAt(100, 100, 3), [180, 100, 12, 4], [180, 116, 12, 4]]).length).toBe(1);
  });

  test('characters of thin print in pieces, one over the other, are one line', () => {
    const piece = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1, pixels: 20 });
    const pieces = [100, 124, 148].flatMap((x) => [
      piece(x, 100, x + 16, 108),
      piece(x + 6, 104, x + 8, 111),
      piece(x, 109, x + 6, 122),
      piece(x + 9, 109, x + 17, 122),
    ]);
    expect(textLines(pieces, 20).length).toBe(1);
  });

  test('a stroke of 元 over the line of the digits before it is of their line', () => {
    const digits = Array.from({ length: 6 }, (_, i) => [100 + 12 * i, 108, 9, 15] as const);
    expect(linesOf([...digits, [176, 102, 14, 3], [172, 109, 20, 14]]).length).toBe(1);
  });
});
