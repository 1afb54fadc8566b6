import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConvertOptions } from '../convert.js';
import { documentFromJson } from '../document/documentFromJson.js';
import type { Extract } from '../folder/readEntry.js';
import { runOne } from './jobPool.js';

/** Extracts PDFs in threads of their own, within the bounds that the command was given. */
export const extractGuarded =
  (options: ConvertOptions): Extract =>
  async (pdf) => {
    const bytes = new Uint8Array(await readFile(pdf));
    const result = await runOne({ bytes, fileName: basename(pdf), options, output: { as: 'json' } });
    return documentFromJson(result.text);
  };
