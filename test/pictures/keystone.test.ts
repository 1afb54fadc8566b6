import { describe, expect, test } from '@jest/globals';
import { keystoneOf } from '../../src/pictures/keystone.js';
import type { Gray, Keystone } from '../../src/pictures/picture.js';
import { asDisplayed, straighten } from '../../src/pictures/turn.js';

const WIDTH = 800;
const HEIGHT = 1000;
const LINES = Array.from({ length: 19 }, (_, i) => 50 + 50 * i);

/** Lines across and down a page, as a camera that is held at an angle shows them. */
function photographed({ across, down }: Keystone): Gray {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  const dot = (x: number, y: number): void => {
    const [px, py] = [Math.round(x), Math.round(y)];
    for (const k of [0, 1])
      if (px >= 0 && px + k < WIDTH && py >= 0 && py + k < HEIGHT) data[(py + k) * WIDTH + px + k] = 0;
  };
  for (const y of LINES)
    for (let x = 50; x < WIDTH - 50; x += 0.5)
      dot(x, y + (across.middle + across.spread * (y / HEIGHT - 0.5)) * (x - WIDTH / 2));
  for (const x of LINES.filter((x) => x < WIDTH))
    for (let y = 50; y < HEIGHT - 50; y += 0.5)
      dot(x + (down.middle + down.spread * (x / WIDTH - 0.5)) * (y - HEIGHT / 2), y);
  return { width: WIDTH, height: HEIGHT, data };
}

/** How many of the lines are dark over nearly all their length in one row of pixels, or in two that touch. */
function straightLines({ width, height, data }: Gray): number {
  const dark = (y: number): number => {
    let count = 0;
    for (let x = 60; x < width - 60; x++) if (data[y * width + x]! < 160 || data[(y + 1) * width + x]! < 160) count++;
    return count / (width - 120);
  };
  return LINES.filter((y) => [-2, -1, 0, 1, 2].some((d) => y + d < height - 1 && dark(y + d) > 0.95)).length;
}

const TILTED: Keystone = { across: { middle: 0, spread: 0.03 }, down: { middle: -0.01, spread: 0.02 } };

describe('a page that was photographed at an angle', () => {
  const picture = photographed(TILTED);
  const keystone = keystoneOf(picture)!;

  test('shows by how much its lines run together', () => {
    expect(keystone.across.middle).toBeCloseTo(0, 3);
    expect(keystone.across.spread).toBeCloseTo(0.03, 2);
    expect(keystone.down.middle).toBeCloseTo(-0.01, 2);
    expect(keystone.down.spread).toBeCloseTo(0.02, 2);
  });

  test('is made straight', () => {
    expect(straightLines(picture)).toBeLessThan(LINES.length / 2);
    expect(straightLines(straighten(picture, 0, keystone))).toBe(LINES.length);
  });

  test('has its boxes where it is displayed', () => {
    const [x, y] = [700, 900];
    const box = asDisplayed([x, y, x, y], { turn: 0, angle: 0, keystone: TILTED }, WIDTH, HEIGHT);
    expect(box[0]).toBeCloseTo(x + (-0.01 + 0.02 * (700 / 800 - 0.5)) * 400, 6);
    expect(box[1]).toBeCloseTo(y + 0.03 * (900 / 1000 - 0.5) * 300, 6);
  });
});

test('a page with straight lines has none', () => {
  const none = { middle: 0, spread: 0 };
  expect(keystoneOf(photographed({ across: none, down: none }))).toBeNull();
});

test('a page of print without lines has none', () => {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  let seed = 7;
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    if (seed / 2 ** 32 < 0.1) data[i] = 0;
  }
  expect(keystoneOf({ width: WIDTH, height: HEIGHT, data })).toBeNull();
});
