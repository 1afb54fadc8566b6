import { ExtractError } from '../../errors.js';
import { guarded, loadPdfium, type Pdfium } from './library.js';
import { closePdf, openPdf } from './openPdf.js';

/** Consecutive pages of a file as a file of their own. `first`, `last`: pages of the whole file, counted from 1. */
export interface Part {
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
}

/**
 * Cuts a PDF before each of these pages; pages that it does not have are left aside. Every part keeps what belongs to the whole file (layers,
 * forms, a lock that is open), and the first its title, so that its pages read as they did. Errors: UNREADABLE, ENCRYPTED, LIMIT.
 */
export async function cutPages(bytes: Uint8Array, before: readonly number[]): Promise<Part[]> {
  const pdfium = await loadPdfium();
  return guarded(pdfium, () => {
    const { facts, ...file } = openPdf(pdfium, bytes);
    closePdf(pdfium, file);
    const starts = [1, ...before].filter((page) => page <= facts.pageCount).sort((a, b) => a - b);
    return [...new Set(starts)].map((first, i, all) => {
      const last = (all[i + 1] ?? facts.pageCount + 1) - 1;
      return { first, last, bytes: onlyPages(pdfium, bytes, first, last) };
    });
  });
}

function onlyPages(pdfium: Pdfium, bytes: Uint8Array, first: number, last: number): Uint8Array {
  const { wrapped } = pdfium;
  const file = openPdf(pdfium, bytes);
  try {
    for (let page = file.facts.pageCount; page > 0; page--)
      if (page < first || page > last) wrapped.FPDFPage_Delete(file.handle, page - 1);
    // The title is that of the first account.
    if (first > 1) wrapped.EPDF_SetMetaText(file.handle, 'Title', 0);
    return saved(pdfium, file.handle);
  } finally {
    closePdf(pdfium, file);
  }
}

/** A document as the bytes of a file. Errors: UNREADABLE, LIMIT. */
export function saved(pdfium: Pdfium, document: number): Uint8Array {
  const { wrapped, raw } = pdfium;
  const writer = wrapped.PDFiumExt_OpenFileWriter();
  try {
    if (wrapped.PDFiumExt_SaveAsCopy(document, writer) === 0)
      throw new ExtractError('UNREADABLE', 'a file that can be cut', 'one that PDFium cannot write again');
    const size = wrapped.PDFiumExt_GetFileWriterSize(writer);
    const memory = raw.malloc(size);
    if (memory === 0) throw new ExtractError('LIMIT', 'a part that fits into memory', `${size} bytes`);
    wrapped.PDFiumExt_GetFileWriterData(writer, memory, size);
    const copy = pdfium.bytes().slice(memory, memory + size);
    raw.free(memory);
    return copy;
  } finally {
    wrapped.PDFiumExt_CloseFileWriter(writer);
  }
}
