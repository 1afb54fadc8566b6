import { expect, test } from '@jest/globals';
import { lighten } from '../../../src/pages/pdfjs/lighten.js';

/** What lighten makes of a file with these objects, by number. */
function lightened(...objects: readonly string[]): string {
  const file = objects.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`).join('');
  return Buffer.from(lighten(Buffer.from(file, 'latin1'))).toString('latin1');
}

const DESCRIPTOR = '<< /Type /FontDescriptor /FontFile2 9 0 R >>';
const HIDDEN = '/XontFile2 9 0 R';

test('hides the program of a composite font that has a ToUnicode map', () => {
  const child = '<< /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /FontDescriptor 1 0 R >>';
  expect(lightened(DESCRIPTOR, child, '<< /DescendantFonts [2 0 R] /ToUnicode 8 0 R >>')).toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, child, '<< /DescendantFonts 4 0 R /ToUnicode 8 0 R >>', '[2 0 R]')).toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, child, '<< /DescendantFonts [2 0 R] >>')).not.toContain(HIDDEN);
});

test('hides that of a TrueType font with a map or a named encoding, and no other', () => {
  const font = (rest: string): string =>
    `<< /Subtype /TrueType /BaseFont /ABCDEF+Song /FontDescriptor 1 0 R ${rest} >>`;
  expect(lightened(DESCRIPTOR, font('/ToUnicode 8 0 R'))).toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, font('/Encoding /WinAnsiEncoding'))).toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, font(''))).not.toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, font('/ToUnicode 8 0 R').replace('TrueType', 'Type1'))).not.toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, font('/ToUnicode 8 0 R').replace('ABCDEF+Song', 'ArialMT'))).not.toContain(HIDDEN);
});

test('keeps a program that one of two fonts needs', () => {
  const font = '<< /Subtype /TrueType /BaseFont /ABCDEF+Song /FontDescriptor 1 0 R /ToUnicode 8 0 R >>';
  const other = '<< /Subtype /TrueType /BaseFont /ABCDEF+Song /FontDescriptor 1 0 R >>';
  expect(lightened(DESCRIPTOR, font, other)).not.toContain(HIDDEN);
  expect(lightened(DESCRIPTOR, other, font)).not.toContain(HIDDEN);
});

test('makes a picture one sample wide and leaves its data coded, length for length', () => {
  const picture = '<< /Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode >>\nstream\n/Width 99\nendstream';
  const file = lightened(picture);
  expect(file).toContain('/Width 1    /Height 3508 /Xilter /DCTDecode >>\nstream\n/Width 99\nendstream');
  expect(file).toHaveLength(lightened(picture.replace('Image', 'Other')).length);
});

test('touches neither the given bytes nor anything inside a stream', () => {
  const bytes = Buffer.from('1 0 obj\n<< >>\nstream\n/Subtype /Image /Width 20\nendstream\nendobj\n', 'latin1');
  const before = Buffer.from(bytes);
  expect(Buffer.from(lighten(bytes)).equals(before)).toBe(true);
  expect(bytes.equals(before)).toBe(true);
});
