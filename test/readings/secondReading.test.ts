import { expect, test } from '@jest/globals';
import type { PageReader } from '../../src/pages/page.js';
import { secondFromPages } from '../../src/readings/secondReading.js';
import { drawnPage } from '../pages/drawn.js';

test('a page is read once for all that is asked of it, and not at all where nothing is', async () => {
  const read: number[] = [];
  const reader: PageReader = {
    name: 'pdfjs',
    facts: { pageCount: 2, producer: '', title: '' },
    page: async (number) => {
      read.push(number);
      return { ...drawnPage([], [{ text: `${number}.50`, x: 10, y: 20 }]), number };
    },
    close: async () => {},
  };
  const second = secondFromPages(reader);
  const here = { box: [0, 0, 100, 30], raw: '' } as const;
  const below = { box: [0, 30, 100, 60], raw: '' } as const;
  expect(await second.again(1, [])).toEqual([]);
  expect(read).toEqual([]);
  expect(await second.again(1, [here])).toEqual(['1.50']);
  expect(await second.again(1, [below, here])).toEqual(['', '1.50']);
  expect(await second.again(2, [here])).toEqual(['2.50']);
  expect(read).toEqual([1, 2]);
});
