import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Pdfium } from './library.js';

/** The font that stands for those that a file names and does not hold: Chinese, from an npm package (OFL). */
const FONT = '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf';

/** A font's handle: there is one font, and 0 means none. */
const HANDLE = 1;

/**
 * Lets a library draw the fonts that are not in its file: with one font of this package, whatever is asked for, so that a page looks
 * the same on every machine. For pictures that a person looks at; what such a picture shows proves nothing about the file's text,
 * which chose its glyphs.
 *
 * The structure is FPDF_SYSFONTINFO (fpdf_sysfontinfo.h), version 1: nine words, of which eight are functions. It stays in the
 * library's memory as long as the library.
 */
export function addSubstituteFont(pdfium: Pdfium): void {
  let font: Uint8Array | undefined;
  const data = (): Uint8Array => {
    font ??= readFileSync(createRequire(import.meta.url).resolve(FONT));
    return font;
  };
  const { pdfium: module, FPDF_SetSystemFontInfo } = pdfium.wrapped;
  /** Bytes of a table (named by four letters in a word), or of the whole font (0); copied where the buffer holds them. */
  const table = (tag: number, buffer: number, size: number): number => {
    const [from, length] = tag === 0 ? [0, data().length] : findTable(data(), tag >>> 0);
    if (buffer !== 0 && size >= length) pdfium.bytes().set(data().subarray(from, from + length), buffer);
    return length;
  };
  const functions: readonly (readonly [(...args: number[]) => number | undefined, string])[] = [
    [() => undefined, 'vi'], // Release
    [() => undefined, 'vii'], // EnumFonts
    [() => HANDLE, 'iiiiiiii'], // MapFont
    [() => HANDLE, 'iii'], // GetFont
    [(_info, _font, tag, buffer, size) => table(tag!, buffer!, size!), 'iiiiii'], // GetFontData
    [() => 0, 'iiiii'], // GetFaceName
    [() => 0, 'iii'], // GetFontCharset
    [() => undefined, 'vii'], // DeleteFont
  ];
  const info = module.wasmExports.malloc(4 * (1 + functions.length));
  module.setValue(info, 1, 'i32');
  functions.forEach(([f, signature], i) => {
    module.setValue(info + 4 * (i + 1), module.addFunction(f, signature), 'i32');
  });
  FPDF_SetSystemFontInfo(info);
}

/** Where a table lies in a TrueType file: [offset, length], both 0 where it has none. */
function findTable(font: Uint8Array, tag: number): readonly [number, number] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  for (let i = 0, at = 12; i < view.getUint16(4); i++, at += 16)
    if (view.getUint32(at) === tag) return [view.getUint32(at + 8), view.getUint32(at + 12)];
  return [0, 0];
}
