import { expect, test } from '@jest/globals';
import type { Cell } from '../../src/document/schema.js';
import { type Evidence, standingOf } from '../../src/readings/standing.js';

const cell: Cell = {
  value: '1.00',
  raw: '1.00',
  page: 1,
  box: [0, 0, 1, 1],
  reader: 'pdfium',
  standing: 'unconfirmed',
  why: [],
  checks: [],
  secondReading: null,
};
const evidence = (more: Partial<Evidence>): Evidence => ({
  cell,
  doubts: [],
  unitKnown: true,
  supported: false,
  contradicted: false,
  second: null,
  ...more,
});

test.each<[string, Partial<Evidence>, string]>([
  ['an identity elsewhere', { supported: true }, 'confirmed'],
  ['a second reading', { second: 'same' }, 'confirmed'],
  ['neither', {}, 'unconfirmed'],
  ['no unit', { supported: true, second: 'same', unitKnown: false }, 'unconfirmed'],
  ['a failing identity', { supported: true, second: 'same', contradicted: true }, 'disputed'],
  ['readings that differ', { supported: true, second: 'differs' }, 'disputed'],
  [
    'a doubtful place, which an identity never mends',
    { supported: true, second: 'same', doubts: ['its cell is not a rectangle'] },
    'disputed',
  ],
  ['a bilevel page, where two readers err alike', { second: 'same', poor: 'bilevel' }, 'disputed'],
  [
    'a bilevel page and the same amount printed again',
    { second: 'same', poor: 'bilevel', supported: true, addsUp: false },
    'disputed',
  ],
  [
    'a bilevel page and a sum that holds',
    { second: 'same', poor: 'bilevel', supported: true, addsUp: true },
    'confirmed',
  ],
  ['a bilevel page, and each digit looks as it should', { second: 'same', poor: 'bilevel', alike: true }, 'confirmed'],
])('%s', (_what, more, standing) => {
  expect(standingOf(evidence(more)).standing).toBe(standing);
});
