import { readFileSync } from 'node:fs';
import { convert } from '../../src/convert.js';
import type { FinalAccounts } from '../../src/document/schema.js';
import { ExtractError } from '../../src/errors.js';
import { fromRoot } from '../files.js';
import { type PdfObject, type PdfParts, putTogether, takeApart } from '../fuzz/objects.mjs';

/** The plainest sample: 17 pages, no fonts in the file, streams of `BT … Tj ET`. Every case begins as this. */
const sound = readFileSync(fromRoot('samples/lanting-2024.pdf'));

/** The account, taken apart; a case changes it. */
export const account = (): PdfParts => takeApart(sound);
export const soundBytes = (): Uint8Array => new Uint8Array(sound);

export const plain = (head: string): PdfObject => ({ head, data: null, packed: false });
export const stream = (data: string, dictionary = '', packed = false): PdfObject => ({
  head: `<< ${dictionary} /Length 0 ${packed ? '/Filter /FlateDecode' : ''} >>`,
  data,
  packed,
});

/** Adds an object; gives its number. */
export function add({ objects }: PdfParts, object: PdfObject): number {
  const number = Math.max(...objects.keys()) + 1;
  objects.set(number, object);
  return number;
}

export const pagesOf = ({ objects }: PdfParts): PdfObject[] =>
  [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));

export const contentOf = ({ objects }: PdfParts, page: PdfObject): PdfObject =>
  objects.get(Number(/\/Contents (\d+) 0 R/.exec(page.head)![1]))!;

/** Adds entries to a dictionary. */
export const enter = (object: PdfObject, entries: string): void => {
  object.head = object.head.replace(/>>\s*$/, `${entries} >>`);
};

export const bytesOf = (parts: PdfParts): Uint8Array => new Uint8Array(putTogether(parts));

/** The document, or the code with which the file is refused. */
export async function read(bytes: Uint8Array): Promise<FinalAccounts | string> {
  try {
    return await convert(bytes, 'hostile.pdf', { ocr: 'never' });
  } catch (error) {
    if (error instanceof ExtractError) return error.code;
    throw error;
  }
}

/** Every figure by its table, row and column: value and standing. */
export function figures(document: FinalAccounts): Map<string, string> {
  const out = new Map<string, string>();
  for (const { key, rows } of document.tables)
    for (const { section, lineNo, code, name, cells } of rows)
      for (const [column, { value, standing }] of Object.entries(cells))
        if (value !== null) out.set([key, section, lineNo, code, name, column].join(), `${value} ${standing}`);
  return out;
}

let known: Promise<FinalAccounts> | undefined;
/** What the account gives when nothing is done to it. */
export const untouched = async (): Promise<FinalAccounts> => {
  known ??= read(soundBytes()) as Promise<FinalAccounts>;
  return known;
};

/** The figures of a file that is to be read: fails where it is refused. */
export async function figuresOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const document = await read(bytes);
  if (typeof document === 'string') throw new Error(`refused: ${document}`);
  return figures(document);
}
