import type { Box } from '../page.js';
import { guarded, isBroken, loadPdfium, type Pdfium } from './library.js';

/** A picture of part of a page: 8-bit gray, row by row from the top, 0 is black. */
export interface Crop {
  readonly width: number;
  readonly height: number;
  readonly gray: Uint8Array;
}

const FPDF_ANNOT = 1;
const BGRA = 4;

export interface CropReader {
  /** `box` in displayed points; `scale` in pixels a point. */
  crop(page: number, box: Box, scale: number): Crop;
  close(): void;
}

/**
 * Opens a file to draw parts of its pages with PDFium; null where it does not open. A font of this package stands for those that are
 * not in the file.
 */
export async function openForCrops(bytes: Uint8Array): Promise<CropReader | null> {
  const pdfium = await loadPdfium('show');
  const { wrapped } = pdfium;
  const memory = wrapped.pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) return null;
  pdfium.bytes().set(bytes, memory);
  const document = guarded(pdfium, () => wrapped.FPDF_LoadMemDocument(memory, bytes.length, ''));
  let open: { readonly number: number; readonly page: number } | undefined;
  const close = (): void => {
    if (isBroken(pdfium)) return;
    if (open) wrapped.FPDF_ClosePage(open.page);
    if (document !== 0) wrapped.FPDF_CloseDocument(document);
    wrapped.pdfium.wasmExports.free(memory);
  };
  if (document === 0) {
    close();
    return null;
  }
  return {
    crop(number, box, scale) {
      return guarded(pdfium, () => {
        if (open?.number !== number) {
          if (open) wrapped.FPDF_ClosePage(open.page);
          open = { number, page: wrapped.FPDF_LoadPage(document, number - 1) };
        }
        return drawCrop(pdfium, open.page, box, scale);
      });
    },
    close,
  };
}

function drawCrop(pdfium: Pdfium, page: number, [x0, y0, x1, y1]: Box, scale: number): Crop {
  const { wrapped } = pdfium;
  const width = Math.max(1, Math.round((x1 - x0) * scale));
  const height = Math.max(1, Math.round((y1 - y0) * scale));
  const bitmap = wrapped.FPDFBitmap_Create(width, height, 0);
  try {
    wrapped.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const pageWidth = Math.round(wrapped.FPDF_GetPageWidthF(page) * scale);
    const pageHeight = Math.round(wrapped.FPDF_GetPageHeightF(page) * scale);
    const [left, top] = [-Math.round(x0 * scale), -Math.round(y0 * scale)];
    wrapped.FPDF_RenderPageBitmap(bitmap, page, left, top, pageWidth, pageHeight, 0, FPDF_ANNOT);
    const stride = wrapped.FPDFBitmap_GetStride(bitmap);
    const from = wrapped.FPDFBitmap_GetBuffer(bitmap);
    const pixels = pdfium.bytes();
    const gray = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = from + y * stride + x * BGRA;
        gray[y * width + x] = (pixels[at]! * 29 + pixels[at + 1]! * 150 + pixels[at + 2]! * 77) >> 8;
      }
    }
    return { width, height, gray };
  } finally {
    wrapped.FPDFBitmap_Destroy(bitmap);
  }
}
