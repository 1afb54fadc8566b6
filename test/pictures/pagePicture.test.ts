import { expect, test } from '@jest/globals';
import { pagePicture } from '../../src/pictures/pagePicture.js';
import { drawnPicture } from './drawnPicture.js';

/** Radians; the test page leans to the right. */
const LEAN = 0.012;

test('the dark head of a page that leans becomes light and nothing beside it dark', () => {
  const ys = [100, 140, 180, 220, 260, 300, 340, 380, 420];
  const { width, height, data } = drawnPicture({ width: 1600, xs: [60, 500, 1000, 1500], ys });
  for (let y = 100; y < 140; y++) data.fill(90, y * width + 60, y * width + 1500);
  const leaning = new Uint8Array(data.length).fill(245);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = y - Math.round((x - width / 2) * LEAN);
      if (from >= 0 && from < height) leaning[y * width + x] = data[from * width + x]!;
    }
  const scan = { bits: 8, dpi: 200 } as never;
  const { gray, toDisplayed } = pagePicture({ gray: { width, height, data: leaning }, scale: 200 / 72, scan });
  expect(Math.abs(toDisplayed.angle)).toBeGreaterThan(LEAN / 2);
  // Across the left end of the head there are its two rules and its edge, and beside them no wedge of what was paper.
  let dark = 0;
  for (let y = 60; y < 190; y++) if (gray.data[y * gray.width + 80]! < 150) dark++;
  expect(dark).toBeLessThan(15);
});
