import { ExtractError } from '../../errors.js';
import type { FileFacts } from '../page.js';
import type { Pdfium } from './library.js';

const ERROR_PASSWORD = 4;

/** A file that PDFium has opened. */
export interface OpenPdf {
  readonly handle: number;
  /** Where the bytes of the file lie: PDFium reads them until the document is closed. */
  readonly memory: number;
  readonly facts: FileFacts;
}

/** Opens a PDF; the empty user password is tried. Errors: UNREADABLE, ENCRYPTED, LIMIT. */
export function openPdf(pdfium: Pdfium, bytes: Uint8Array): OpenPdf {
  const { wrapped } = pdfium;
  const memory = wrapped.pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new ExtractError('LIMIT', 'a file that fits into memory', `${bytes.length} bytes`);
  pdfium.bytes().set(bytes, memory);
  const handle = wrapped.FPDF_LoadMemDocument(memory, bytes.length, '');
  if (handle === 0) {
    const reason = wrapped.FPDF_GetLastError();
    wrapped.pdfium.wasmExports.free(memory);
    if (reason === ERROR_PASSWORD)
      throw new ExtractError('ENCRYPTED', 'a PDF that opens without a password', 'a PDF locked by one');
    throw new ExtractError('UNREADABLE', 'a PDF file', 'a file that is no PDF, or one damaged beyond repair');
  }
  const facts: FileFacts = {
    pageCount: wrapped.FPDF_GetPageCount(handle),
    producer: metaText(pdfium, handle, 'Producer') || metaText(pdfium, handle, 'Creator'),
    title: metaText(pdfium, handle, 'Title'),
  };
  return { handle, memory, facts };
}

export function closePdf({ wrapped }: Pdfium, { handle, memory }: Pick<OpenPdf, 'handle' | 'memory'>): void {
  wrapped.FPDF_CloseDocument(handle);
  wrapped.pdfium.wasmExports.free(memory);
}

function metaText({ wrapped }: Pdfium, document: number, tag: string): string {
  const length = wrapped.FPDF_GetMetaText(document, tag, 0, 0);
  if (length <= 2 || length > 4096) return '';
  const memory = wrapped.pdfium.wasmExports.malloc(length);
  wrapped.FPDF_GetMetaText(document, tag, memory, length);
  const text = wrapped.pdfium.UTF16ToString(memory);
  wrapped.pdfium.wasmExports.free(memory);
  return text;
}
