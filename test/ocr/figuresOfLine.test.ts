import { expect, test } from '@jest/globals';
import { figuresOfLine } from '../../src/ocr/figuresOfLine.js';
import type { Place } from '../../src/ocr/pageLayout.js';
import { readingOf } from './reading.js';

/** A line of characters 8 pixels wide, every 10 pixels from 20, from 10 to 26 down; the engine's places are off by `shift` pixels. */
function line(text: string, shift = 0) {
  const [width, height] = [20 + 10 * text.length + 20, 40];
  const data = new Uint8Array(width * height).fill(250);
  for (let i = 0; i < text.length; i++)
    for (let y = 10; y < 26; y++) data.fill(40, y * width + 20 + 10 * i, y * width + 28 + 10 * i);
  const stretch = { x0: 20, y0: 10, x1: 18 + 10 * text.length, y1: 26, top: 9, bottom: 27, type: 16 };
  const place: Place = { stretch, ink: stretch, bounds: { x0: 0, y0: 0, x1: width, y1: height }, inCell: false };
  const whole = stretch.x1 - stretch.x0 + 2 * 0.4 * 16;
  const at = (x: number): number => (x + shift - stretch.x0 + 0.4 * 16) / whole;
  const chars = [...text].map((char, i) => ({ char, x0: at(20 + 10 * i), x1: at(28 + 10 * i), confidence: 1 }));
  return figuresOfLine({ width, height, data }, place, { ...readingOf(text), chars });
}

test('each figure of a line is cut out from the paper before it to the paper behind it', () => {
  const cut = line('收入12.5元，占9%。');
  expect(cut.map(({ x0, x1 }) => [x0, x1])).toEqual([
    [expect.closeTo(39, 0), expect.closeTo(79, 0)],
    [expect.closeTo(109, 0), expect.closeTo(119, 0)],
  ]);
  expect(cut[0]).toMatchObject({ y0: 10, y1: 26 });
});

test('an engine that is some pixels off does not cut a digit', () => {
  for (const { x0, x1 } of line('收入12.5元，占9%。', 3))
    for (const x of [x0, x1]) expect((x - 20) % 10).toBeGreaterThanOrEqual(8);
});

test('a figure whose place the engine does not know is left out', () => {
  const place = { x0: 20, y0: 10, x1: 100, y1: 26, top: 9, bottom: 27, type: 16 };
  const paper = { width: 200, height: 40, data: new Uint8Array(8000).fill(250) };
  const chars = [...'收12元'].map((char, i) => ({ char, x0: 2 - i / 4, x1: 2 - i / 4, confidence: 1 }));
  const bounds = { x0: 0, y0: 0, x1: 200, y1: 40 };
  expect(
    figuresOfLine(paper, { stretch: place, ink: place, bounds, inCell: false }, { ...readingOf('收12元'), chars }),
  ).toEqual([]);
});

test('figures at the ends reach to the ends; marks alone and words are none', () => {
  expect(line('12').map(({ x0, x1 }) => [x0, x1])).toEqual([[20, 38]]);
  expect(line('收入、支出')).toEqual([]);
});
