import { expect, test } from '@jest/globals';
import { joinDashes } from '../../src/pictures/dashes.js';
import { inkToRules } from '../../src/pictures/inkToRules.js';
import type { Ink } from '../../src/pictures/picture.js';
import { INK } from '../../src/pictures/threshold.js';

const [WIDTH, HEIGHT, SCALE] = [600, 400, 2.5];

/** A page on which `draw` puts boxes of ink: x, y, width, height. */
function inked(draw: (box: (x: number, y: number, width: number, height: number) => void) => void): Ink {
  const data = new Uint8Array(WIDTH * HEIGHT);
  draw((x, y, width, height) => {
    for (let row = y; row < y + height; row++) data.fill(INK, row * WIDTH + x, row * WIDTH + x + width);
  });
  return { width: WIDTH, height: HEIGHT, data };
}

test('dashed lines both ways are rules of a table', () => {
  const table = inked((box) => {
    for (const y of [50, 150, 250]) for (let x = 50; x < 540; x += 12) box(x, y, 6, 2);
    for (const x of [50, 300, 540]) for (let y = 56; y < 250; y += 12) box(x, y, 2, 6);
  });
  expect(inkToRules(table, SCALE)).toEqual([]);
  const rules = inkToRules(joinDashes(table, SCALE), SCALE);
  expect(rules.map((r) => [r.axis, Math.round(r.at * SCALE)])).toEqual([
    ['horizontal', 51],
    ['horizontal', 151],
    ['horizontal', 251],
    ['vertical', 51],
    ['vertical', 301],
    ['vertical', 541],
  ]);
});

test('the leaders of a contents page are none, and stay as they are', () => {
  const leaders = inked((box) => {
    for (const y of [50, 80, 110, 140, 170]) for (let x = 200; x < 540; x += 10) box(x, y, 3, 3);
  });
  expect(joinDashes(leaders, SCALE)).toBe(leaders);
});

test('the specks of a noisy scan are none', () => {
  let state = 11;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const noise = inked((box) => {
    for (let i = 0; i < 6000; i++)
      box(Math.floor(random() * (WIDTH - 3)), Math.floor(random() * (HEIGHT - 3)), 1 + Math.floor(random() * 2), 1);
  });
  expect(joinDashes(noise, SCALE)).toBe(noise);
});
