// The least that a reading with PDFium costs on Node: the process starts, PDFium is loaded with its machine code kept, and every page is
// opened and its characters asked for one by one. No lines, no objects, no tables, nothing kept and nothing written. A row of `npm run bench`.
//
//   node bench/readAlone.mjs FILE.pdf
import { readFileSync } from 'node:fs';
import { loadPdfium } from '../dist/pages/pdfium/library.js';

const { raw, wrapped, bytes } = await loadPdfium();
const file = readFileSync(process.argv[2]);
const memory = wrapped.pdfium.wasmExports.malloc(file.length);
bytes().set(file, memory);
const document = wrapped.FPDF_LoadMemDocument(memory, file.length, '');
const box = raw.malloc(64);
const pages = wrapped.FPDF_GetPageCount(document);
let characters = 0;
for (let p = 0; p < pages; p++) {
  const page = wrapped.FPDF_LoadPage(document, p);
  const text = wrapped.FPDFText_LoadPage(page);
  const count = raw.FPDFText_CountChars(text);
  for (let i = 0; i < count; i++) {
    raw.FPDFText_GetUnicode(text, i);
    raw.FPDFText_GetLooseCharBox(text, i, box);
  }
  characters += count;
  wrapped.FPDFText_ClosePage(text);
  wrapped.FPDF_ClosePage(page);
}
console.log(`${pages} pages, ${characters} characters`);
