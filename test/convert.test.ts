import { expect, test } from '@jest/globals';
import { convert } from '../src/convert.js';

test.each([
  ['no bytes', ['samples/a.pdf', 'a.pdf'], 'bytes: expected a Uint8Array, found “samples/a.pdf”'],
  [
    'options in the place of the name',
    [new Uint8Array(1), { ocr: 'never' }],
    'fileName: expected a string, found object',
  ],
  ['another word', [new Uint8Array(1), 'a.pdf', { ocr: 'yes' }], 'ocr: expected auto, always, never, found “yes”'],
  [
    'another second reading',
    [new Uint8Array(1), 'a.pdf', { secondReading: 'both' }],
    'secondReading: expected auto, all, none, found “both”',
  ],
])('%s: one line says what was expected', async (_, given, message) => {
  await expect(convert(...(given as unknown as Parameters<typeof convert>))).rejects.toThrow(
    new TypeError(`convert: ${message}`),
  );
});
