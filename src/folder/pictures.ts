import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Box } from '../pages/page.js';
import { type Crop, type CropReader, openForCrops } from '../pages/pdfium/crop.js';

export interface Pictures {
  /** Part of a page of a PDF, or null where there is no PDF or its bytes are not those that were read. */
  crop(pdf: string | null, sha256: string, page: number, box: Box): Promise<Crop | null>;
  close(): void;
}

/** Pixels a point. */
const SCALE = 2;
/** Files that are kept open, one a side of a comparison. */
const OPEN = 2;

/** Draws crops of PDFs; the last files stay open. A PDF whose sha256 is not the document's is not shown: it is another one. */
export function pictures(): Pictures {
  const open = new Map<string, CropReader | null>();
  const reader = async (pdf: string, sha256: string): Promise<CropReader | null> => {
    const key = `${sha256} ${pdf}`;
    if (open.has(key)) return open.get(key)!;
    const bytes = await readFile(pdf).catch(() => null);
    const same = bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256;
    const made = same ? await openForCrops(new Uint8Array(bytes)) : null;
    for (const [old, r] of open) {
      if (open.size < OPEN) break;
      r?.close();
      open.delete(old);
    }
    open.set(key, made);
    return made;
  };
  return {
    crop: async (pdf, sha256, page, box) =>
      pdf === null ? null : ((await reader(pdf, sha256))?.crop(page, box, SCALE) ?? null),
    close: () => {
      for (const r of open.values()) r?.close();
      open.clear();
    },
  };
}
