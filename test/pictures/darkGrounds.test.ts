import { expect, test } from '@jest/globals';
import { lightenGrounds } from '../../src/pictures/darkGrounds.js';
import type { Area, Gray } from '../../src/pictures/picture.js';

const [WIDTH, HEIGHT, PAPER] = [640, 480, 250];

/** Paper with boxes of one gray each, the later over the earlier. */
function drawn(...boxes: (Area & { readonly gray: number })[]): Gray {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  for (const { x0, y0, x1, y1, gray } of boxes)
    for (let y = y0; y < y1; y++) data.fill(gray, y * WIDTH + x0, y * WIDTH + x1);
  return { width: WIDTH, height: HEIGHT, data };
}

const at = ({ data }: Gray, x: number, y: number): number => data[y * WIDTH + x]!;
const HEAD = { x0: 101, y0: 53, x1: 540, y1: 97, gray: 100 };

test('white print and black rules on a dark ground become dark on paper, up to its edge', () => {
  const word = { x0: 200, y0: 65, x1: 230, y1: 85, gray: 250 };
  const rule = { x0: 320, y0: 53, x1: 322, y1: 97, gray: 10 };
  const light = lightenGrounds(drawn(HEAD, word, rule));
  expect(at(light, 150, 75)).toBe(255);
  expect(at(light, 210, 75)).toBeLessThan(20);
  expect(at(light, 320, 75)).toBeLessThan(40);
  // The edge of the ground is a line; what lies outside it is as it was.
  expect([at(light, 101, 75), at(light, 539, 75), at(light, 150, 53), at(light, 150, 96)]).toEqual([0, 0, 0, 0]);
  expect([at(light, 100, 75), at(light, 540, 75), at(light, 150, 52), at(light, 150, 97)]).toEqual([
    PAPER,
    PAPER,
    PAPER,
    PAPER,
  ]);
});

test.each([
  ['a ruling line', { ...HEAD, y1: 58 }],
  ['a letter of a title', { ...HEAD, x1: 180 }],
  ['the shadow of the lid', { ...HEAD, x0: 0, x1: 500, y0: 0 }],
  ['a photograph', { x0: 50, y0: 50, x1: 600, y1: 400, gray: 100 }],
  ['the light shading of a head', { ...HEAD, gray: 200 }],
])('%s is no ground', (_, box) => {
  const picture = drawn(box);
  expect(lightenGrounds(picture)).toBe(picture);
});
