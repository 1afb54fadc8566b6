import { expect, test } from '@jest/globals';
import { isOperator, readOperator, withLeadingSign } from '../../src/ocr/operators.js';
import type { Gray } from '../../src/pictures/picture.js';

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** A crop with strokes of two pixels on paper; `dark` is their gray. */
function drawn(strokes: readonly Segment[], dark = 40): Gray {
  const [width, height] = [60, 30];
  const data = new Uint8Array(width * height).fill(250);
  for (const [x0, y0, x1, y1] of strokes) {
    const steps = 4 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
    for (let i = 0; i <= steps; i++) {
      const x = Math.round(x0 + ((x1 - x0) * i) / steps);
      const y = Math.round(y0 + ((y1 - y0) * i) / steps);
      for (const k of [0, 1]) data[(y + k) * width + x] = dark;
    }
  }
  return { width, height, data };
}

const EQUALS = (x: number): Segment[] => [
  [x, 11, x + 13, 11],
  [x, 17, x + 13, 17],
];
const MORE = (x: number): Segment[] => [
  [x, 8, x + 12, 14],
  [x + 12, 14, x, 20],
];
const LESS = (x: number): Segment[] => [
  [x + 12, 8, x, 14],
  [x, 14, x + 12, 20],
];
const BAR: Segment = [10, 25, 22, 25];

test.each<[string, Segment[]]>([
  ['=', EQUALS(20)],
  ['>', MORE(10)],
  ['<', LESS(10)],
  ['>=', [...MORE(10), ...EQUALS(26)]],
  ['<=', [...LESS(10), ...EQUALS(26)]],
  ['≥', [...MORE(10), BAR]],
  ['≤', [...LESS(10), BAR]],
  // As Chinese fonts draw them.
  ['≥', [...MORE(10), [22, 20, 10, 26]]],
  ['≤', [...LESS(10), [10, 20, 22, 26]]],
])('%s is read by its strokes', (sign, strokes) => {
  const reading = readOperator(drawn(strokes))!;
  expect(reading.text).toBe(sign);
  expect(isOperator(reading.text)).toBe(true);
  expect(reading.chars.map((c) => c.x0)).toEqual([...reading.chars.map((c) => c.x0)].sort((a, b) => a - b));
});

test.each<[string, Segment[]]>([
  ['a dash', [[20, 14, 33, 14]]],
  [
    '二, whose upper stroke is shorter',
    [
      [23, 10, 30, 10],
      [20, 18, 33, 18],
    ],
  ],
  [
    '三',
    [
      [20, 8, 33, 8],
      [20, 14, 33, 14],
      [20, 20, 33, 20],
    ],
  ],
  ['1', [[20, 8, 20, 20]]],
  [
    '0',
    [
      [20, 8, 27, 8],
      [20, 8, 20, 20],
      [27, 8, 27, 20],
      [20, 20, 27, 20],
    ],
  ],
  [
    '7',
    [
      [20, 8, 28, 8],
      [28, 8, 23, 20],
    ],
  ],
  [
    'Y',
    [
      [20, 8, 25, 14],
      [30, 8, 25, 14],
      [25, 14, 25, 20],
    ],
  ],
  ['two equals signs', [...EQUALS(5), ...EQUALS(30)]],
  ['nothing', []],
])('%s is none', (_, strokes) => {
  expect(readOperator(drawn(strokes))).toBeNull();
});

test('print that is hardly there is left to the engines', () => {
  expect(readOperator(drawn(EQUALS(20), 200))).toBeNull();
});

test.each<[string, string, Segment[], string]>([
  ['the second stroke that the engine let go', '>95', [...MORE(10), BAR], '≥95'],
  ['a sign that was taken for a bracket', '《95', [...LESS(10), [10, 20, 22, 26]], '≤95'],
  ['all of it that the engine let go', '95', [...MORE(10), BAR], '≥95'],
  ['none where there is none', '95', [], '95'],
  ['no sign where the shape is none', '>95', [[14, 8, 14, 20]], '>95'],
  ['no bracket of words', '《关于', LESS(10), '《关于'],
])('the sign before a figure: %s', (_, text, strokes, expected) => {
  const chars = [...text].map((char, i) => ({ char, x0: i / 3, x1: (i + 1) / 3, confidence: 0.9 }));
  const digits: Segment[] = [
    [40, 8, 40, 20],
    [50, 8, 50, 20],
  ];
  expect(withLeadingSign({ text, chars, confidence: 0.9 }, drawn([...strokes, ...digits])).text).toBe(expected);
});
