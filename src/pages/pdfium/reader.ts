import { ExtractError } from '../../errors.js';
import { displayOf } from '../display.js';
import type { Box, Page, PageBounds, PageReader } from '../page.js';
import { flattenTypedText } from './annotations.js';
import { readDrawings } from './drawings.js';
import { readGlyphs } from './glyphs.js';
import { guarded, isBroken, loadPdfium, type Pdfium, type Purpose } from './library.js';
import { closePdf, openPdf } from './openPdf.js';
import { type Rendering, renderArea, renderPage } from './picture.js';

const DEFAULT_BOUNDS: PageBounds = { maxObjects: 400_000, maxPixels: 250_000_000 };

/** A reader that also draws pages. Errors of `picture`: LIMIT, UNREADABLE. */
export interface PdfiumReader extends PageReader {
  /** Draws a page for `make`, which alone sees its pixels. `dpi`: what a page without a scan is drawn at. */
  picture<T>(number: number, make: (drawn: Rendering) => T, dpi?: number): Promise<T>;
  /** Parts of one page, small ones, as displayed. */
  areas(number: number, boxes: readonly Box[], dpi: number): Promise<Rendering[]>;
}

/**
 * Opens a PDF with PDFium. The empty user password is tried; JavaScript, attachments and external references are never
 * acted on. What asks for `picture` or `areas` opens it to draw. Errors: UNREADABLE, ENCRYPTED, LIMIT.
 */
export async function openWithPdfium(
  bytes: Uint8Array,
  bounds: PageBounds = DEFAULT_BOUNDS,
  purpose: Purpose = 'read',
): Promise<PdfiumReader> {
  const pdfium = await loadPdfium(purpose);
  const file = guarded(pdfium, () => openPdf(pdfium, bytes));
  const { handle, facts } = file;
  return {
    name: 'pdfium',
    facts,
    page: async (number) => guarded(pdfium, () => readPage(pdfium, handle, number, bounds)),
    picture: async (number, make, dpi) => guarded(pdfium, () => drawPage(pdfium, handle, number, bounds, make, dpi)),
    areas: async (number, boxes, dpi) => guarded(pdfium, () => drawAreas(pdfium, handle, number, boxes, dpi)),
    close: async () => {
      if (!isBroken(pdfium)) guarded(pdfium, () => closePdf(pdfium, file));
    },
  };
}

function drawPage<T>(
  pdfium: Pdfium,
  document: number,
  number: number,
  bounds: PageBounds,
  make: (drawn: Rendering) => T,
  dpi?: number,
): T {
  const page = loadPage(pdfium, document, number);
  try {
    return renderPage(pdfium, page, bounds, make, dpi);
  } finally {
    pdfium.wrapped.FPDF_ClosePage(page);
  }
}

function drawAreas(pdfium: Pdfium, document: number, number: number, boxes: readonly Box[], dpi: number): Rendering[] {
  const page = loadPage(pdfium, document, number);
  try {
    return boxes.map((box) => renderArea(pdfium, page, box, dpi));
  } finally {
    pdfium.wrapped.FPDF_ClosePage(page);
  }
}

function loadPage(pdfium: Pdfium, document: number, number: number): number {
  const load = (): number => {
    const page = pdfium.wrapped.FPDF_LoadPage(document, number - 1);
    if (page !== 0) return page;
    throw new ExtractError('UNREADABLE', `page ${number} to be a page`, 'an object that cannot be read');
  };
  const page = load();
  if (!flattenTypedText(pdfium, page)) return page;
  pdfium.wrapped.FPDF_ClosePage(page);
  return load();
}

function readPage(pdfium: Pdfium, document: number, number: number, bounds: PageBounds): Page {
  const { raw, wrapped } = pdfium;
  const page = loadPage(pdfium, document, number);
  try {
    const display = displayOf(visibleBox(pdfium, page), wrapped.FPDFPage_GetRotation(page));
    const drawings = readDrawings(pdfium, page, display, bounds);
    drawings.patches?.takeOff(pdfium, page);
    const text = raw.FPDFText_LoadPage(page);
    try {
      return {
        number,
        width: display.width,
        height: display.height,
        reader: 'pdfium',
        ...(text === 0 ? { glyphs: [] } : readGlyphs(pdfium, text, display, bounds, drawings)),
        rules: drawings.rules,
        pictureShare: drawings.pictureShare,
        outlines: drawings.outlines,
      };
    } finally {
      if (text !== 0) raw.FPDFText_ClosePage(text);
    }
  } finally {
    wrapped.FPDF_ClosePage(page);
  }
}

/** The crop box cut by the media box, in PDF user space: [left, bottom, right, top]. */
function visibleBox(pdfium: Pdfium, page: number): [number, number, number, number] {
  const { raw, wrapped } = pdfium;
  const memory = wrapped.pdfium.wasmExports.malloc(16);
  const read = (ok: number): [number, number, number, number] | undefined => {
    if (ok === 0) return undefined;
    const at = memory >> 2;
    const f = pdfium.floats();
    return [f[at]!, f[at + 1]!, f[at + 2]!, f[at + 3]!];
  };
  const media = read(raw.FPDFPage_GetMediaBox(page, memory, memory + 4, memory + 8, memory + 12));
  const crop = read(raw.FPDFPage_GetCropBox(page, memory, memory + 4, memory + 8, memory + 12));
  wrapped.pdfium.wasmExports.free(memory);
  const outer = media ?? [0, 0, 612, 792];
  const inner = crop ?? outer;
  const box: [number, number, number, number] = [
    Math.max(Math.min(inner[0], inner[2]), Math.min(outer[0], outer[2])),
    Math.max(Math.min(inner[1], inner[3]), Math.min(outer[1], outer[3])),
    Math.min(Math.max(inner[0], inner[2]), Math.max(outer[0], outer[2])),
    Math.min(Math.max(inner[1], inner[3]), Math.max(outer[1], outer[3])),
  ];
  if (box[2] > box[0] && box[3] > box[1]) return box;
  // A page without a usable box has the size that PDFium shows it in.
  const rotated = wrapped.FPDFPage_GetRotation(page) % 2 === 1;
  const width = wrapped.FPDF_GetPageWidthF(page);
  const height = wrapped.FPDF_GetPageHeightF(page);
  return [0, 0, rotated ? height : width, rotated ? width : height];
}
