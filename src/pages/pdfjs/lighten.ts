/**
 * pdf.js rebuilds every embedded font program for a browser and decodes every picture, although only Unicode maps,
 * widths and places are read here: up to 95 % of its time and 300 MB on a document with one big CJK font. Neither can be
 * switched off, so the keys that lead to them are renamed in a copy of the file, byte for byte. What a compressed object
 * stream holds is out of reach and stays as it is: slower, but read just the same.
 */
export function lighten(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  const file = Buffer.from(copy.buffer);
  hideFontPrograms(file);
  hidePictureData(file);
  return copy;
}

/** The text of an object's dictionary, and where it starts in the file. */
interface Dictionary {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

/** A dictionary longer than this, in bytes, is left alone. */
const REACH = 1 << 14;

function hideFontPrograms(file: Buffer): void {
  const mapped = mappedDescendants(file);
  /** By number of the font descriptor: false where a font needs its program to say what its characters are. */
  const dispensable = new Map<number, boolean>();
  for (const { number, text } of dictionariesWith(file, '/FontDescriptor')) {
    const descriptor = reference(text, 'FontDescriptor');
    if (descriptor === undefined) continue;
    const without = !NAMED_LIKE_STANDARD.test(text) && (mapped.has(number) || isSelfExplaining(text));
    dispensable.set(descriptor, without && dispensable.get(descriptor) !== false);
  }
  for (const { number, start, text } of dictionariesWith(file, '/FontFile')) {
    const at = text.search(/\/FontFile[23]\s+\d+\s+\d+\s+R/);
    if (at >= 0 && dispensable.get(number)) file[start + at + 1] = 0x58;
  }
}

/** Numbers of the CID fonts whose parent has a ToUnicode map: for those the program has no say in Unicode. */
function mappedDescendants(file: Buffer): Set<number> {
  const numbers = new Set<number>();
  const unmapped = new Set<number>();
  for (const { text } of dictionariesWith(file, '/DescendantFonts')) {
    const inline = /\/DescendantFonts\s*\[\s*(\d+)\s+\d+\s+R/.exec(text)?.[1];
    const child = inline === undefined ? arrayElement(file, reference(text, 'DescendantFonts')) : Number(inline);
    if (child !== undefined) (reference(text, 'ToUnicode') === undefined ? unmapped : numbers).add(child);
  }
  for (const number of unmapped) numbers.delete(number);
  return numbers;
}

/** A simple TrueType font with a map or a named encoding. Type 1 is left alone: its encoding is in its program. */
function isSelfExplaining(text: string): boolean {
  if (!/\/Subtype\s*\/TrueType\b/.test(text)) return false;
  return reference(text, 'ToUnicode') !== undefined || /\/Encoding\s*\/(WinAnsi|MacRoman)Encoding\b/.test(text);
}

/** For fonts named like these pdf.js has maps of its own, which it uses where no program is there. */
const STANDARD_NAMES = `Times Helvetica Courier Symbol Zapf Wing Arial Calibri CenturyG Comic Gill Impact Itc Lucida
MS- Nuptial Segoe Tahoma Verdana`;
const NAMED_LIKE_STANDARD = new RegExp(`/BaseFont\\s*/(${STANDARD_NAMES.split(/\s/).join('|')})`, 'i');

/** Makes each picture one sample wide and leaves its data coded: its place on the page is all that is read. */
function hidePictureData(file: Buffer): void {
  for (const { start, text } of dictionariesWith(file, '/Image')) {
    if (!/\/Subtype\s*\/Image\b/.test(text)) continue;
    const width = /\/Width\s+(\d+)(?!\d)(?!\s+\d+\s+R)/.exec(text);
    if (width === null) continue;
    const digits = start + width.index + width[0].length - width[1]!.length;
    file.write('1'.padEnd(width[1]!.length), digits, 'latin1');
    for (const key of text.matchAll(/\/Filter\b/g)) file[start + key.index + 1] = 0x58;
  }
}

/** The dictionaries of top level objects that hold `key`, each once. */
function* dictionariesWith(file: Buffer, key: string): Generator<Dictionary> {
  let end = 0;
  for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + 1)) {
    if (at < end) continue;
    const found = dictionaryAt(file, at);
    if (found === undefined) continue;
    end = found.start + found.text.length;
    yield found;
  }
}

function dictionaryAt(file: Buffer, at: number): Dictionary | undefined {
  const from = Math.max(0, at - REACH);
  const before = file.toString('latin1', from, at);
  const head = before.lastIndexOf(' obj');
  const number = /(\d+)\s+\d+$/.exec(before.slice(Math.max(0, head - 24), Math.max(0, head)))?.[1];
  if (number === undefined || /endobj|\bstream\r?\n/.test(before.slice(head + 4))) return undefined;
  const start = from + head + 4;
  const after = file.toString('latin1', start, at + REACH);
  const stop = after.search(/endobj|\bstream\r?\n/);
  return stop < 0 ? undefined : { number: Number(number), start, text: after.slice(0, stop) };
}

function reference(text: string, key: string): number | undefined {
  const found = new RegExp(`/${key}\\s+(\\d+)\\s+\\d+\\s+R`).exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The first element of an array that is an object of its own. */
function arrayElement(file: Buffer, number: number | undefined): number | undefined {
  if (number === undefined) return undefined;
  for (let at = file.indexOf(`${number} 0 obj`); at >= 0; at = file.indexOf(`${number} 0 obj`, at + 1)) {
    if (at > 0 && file[at - 1]! >= 0x30 && file[at - 1]! <= 0x39) continue;
    const found = /^\d+ 0 obj\s*\[\s*(\d+)\s+\d+\s+R/.exec(file.toString('latin1', at, at + 80))?.[1];
    if (found !== undefined) return Number(found);
  }
  return undefined;
}
