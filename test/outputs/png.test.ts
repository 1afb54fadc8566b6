import { inflateSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { escapeHtml } from '../../src/outputs/escapeHtml.js';
import { grayToPng } from '../../src/outputs/png.js';

test('a PNG holds the pixels row by row, each behind its filter byte', () => {
  const png = grayToPng(3, 2, new Uint8Array([0, 1, 2, 253, 254, 255]));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([3, 2, 8, 0]);
  const at = png.indexOf('IDAT');
  const data = png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
  expect([...inflateSync(data)]).toEqual([0, 0, 1, 2, 0, 253, 254, 255]);
});

test('text stays text in an element and in an attribute', () => {
  expect(escapeHtml(`<b a="1" c='2'>&\u0000`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;\ufffd');
});
