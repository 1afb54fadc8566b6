import { describe, expect, test } from '@jest/globals';
import type { Gray } from '../../src/pictures/picture.js';
import { sheetOnly } from '../../src/pictures/sheetOnly.js';

const [WIDTH, HEIGHT, PAPER] = [200, 300, 240];

/** A sheet with a line of print; `dark`: where it is not the sheet. */
function sheet(dark: (x: number, y: number) => boolean): Gray {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      if (dark(x, y)) data[y * WIDTH + x] = 60;
      if (y === 150 && x >= 50 && x < 150) data[y * WIDTH + x] = 20;
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}
const grayAt = ({ data }: Gray, x: number, y: number): number => data[y * WIDTH + x]!;

describe('what lies round a sheet', () => {
  const seen = sheetOnly(sheet((x, y) => x < 10 + y / 50 || y > 290));

  test('is paper, its edge too', () => {
    expect([grayAt(seen, 0, 0), grayAt(seen, 5, 150), grayAt(seen, 14, 200), grayAt(seen, 100, 299)]).toEqual([
      PAPER,
      PAPER,
      PAPER,
      PAPER,
    ]);
  });

  test('is not what is printed on it', () => {
    expect(grayAt(seen, 100, 150)).toBe(20);
  });
});

test('a sheet that fills its picture stays as it is', () => {
  const whole = sheet(() => false);
  expect(sheetOnly(whole)).toBe(whole);
});

test('a picture that is dark for the most part stays as it is', () => {
  const photograph = sheet((x) => x < 120);
  expect(sheetOnly(photograph)).toBe(photograph);
});
