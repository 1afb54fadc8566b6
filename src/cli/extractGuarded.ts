import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConvertOptions } from '../convert.js';
import { parseDocument } from '../document/parseDocument.js';
import type { Extract } from '../folder/readEntry.js';
import { runGuarded } from './guard.js';

/** Extracts PDFs in threads of their own, within the bounds that the command was given. */
export const extractGuarded =
  (options: ConvertOptions): Extract =>
  async (pdf) => {
    const bytes = new Uint8Array(await readFile(pdf));
    const result = await runGuarded({ bytes, fileName: basename(pdf), options, output: { as: 'json' } });
    return parseDocument(result.text);
  };
