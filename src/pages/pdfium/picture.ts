import { ExtractError } from '../../errors.js';
import type { Box, PageBounds } from '../page.js';
import type { Pdfium } from './library.js';

/** A page as it is shown: colour pixels, four bytes each (blue, green, red, unused), `scale` pixels a point. */
export interface Rendering {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  readonly scale: number;
  /** The largest picture on the page, be it in strips, if it can hold a table: its share of the page, dots an inch, bits of a pixel. */
  readonly scan: { readonly share: number; readonly dpi: number; readonly bits: number } | null;
}

const IMAGE = 3;
const FORM = 5;
/** A picture that covers this share of the page is a scan of it; one of the lesser share can be a table that is pasted into it. */
const COVERS = 0.6;
const PASTED = 0.1;
/** What a page without a scan is drawn at, and finer scans are brought down to: more costs and gives nothing. */
const DPI = 200;
/** A scan that is hardly finer is taken as it is: resampling blurs. */
const NEARLY = 220;
const BGRX = 3;
const WITH_ANNOTATIONS = 1;

/**
 * Draws a page. Where one picture covers it, at that picture's own resolution, so that its pixels come through as they are;
 * else at 200 dpi. `make` gets the pixels where PDFium has them: they are gone when it has returned. Errors: LIMIT.
 */
export function renderPage<T>(
  pdfium: Pdfium,
  page: number,
  bounds: PageBounds,
  make: (drawn: Rendering) => T,
  drawnAt = DPI,
): T {
  const { raw, wrapped } = pdfium;
  const points = { width: wrapped.FPDF_GetPageWidthF(page), height: wrapped.FPDF_GetPageHeightF(page) };
  const scan = findScan(pdfium, page, points.width * points.height);
  const isWhole = scan !== null && scan.share >= COVERS;
  const dpi = isWhole && scan.dpi <= NEARLY ? Math.max(scan.dpi, 60) : isWhole ? DPI : drawnAt;
  const scale = dpi / 72;
  const width = Math.max(1, Math.round(points.width * scale));
  const height = Math.max(1, Math.round(points.height * scale));
  if (width * height > Math.min(bounds.maxPixels, 60_000_000))
    throw new ExtractError('LIMIT', `pages of at most ${bounds.maxPixels} pixels`, `one of ${width} by ${height}`);
  const bitmap = raw.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new ExtractError('LIMIT', 'pages that fit into memory', `one of ${width} by ${height}`);
  try {
    raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
    const start = raw.FPDFBitmap_GetBuffer(bitmap) >>> 0;
    return make({ width, height, data: pdfium.bytes().subarray(start, start + 4 * width * height), scale, scan });
  } finally {
    raw.FPDFBitmap_Destroy(bitmap);
  }
}

/** Draws a part of a page, as displayed, in points: white where there is none. Errors: LIMIT. */
export function renderArea({ raw, wrapped, bytes }: Pdfium, page: number, box: Box, dpi: number): Rendering {
  const scale = dpi / 72;
  const size = (points: number): number => Math.max(1, Math.round(points * scale));
  const [width, height] = [size(box[2] - box[0]), size(box[3] - box[1])];
  if (width * height > 4_000_000)
    throw new ExtractError('LIMIT', 'a small part of a page', `${width} by ${height} pixels`);
  const whole = [size(wrapped.FPDF_GetPageWidthF(page)), size(wrapped.FPDF_GetPageHeightF(page))] as const;
  const from = [-Math.round(box[0] * scale), -Math.round(box[1] * scale)] as const;
  const bitmap = raw.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
  if (bitmap === 0) throw new ExtractError('LIMIT', 'pages that fit into memory', `one of ${width} by ${height}`);
  try {
    raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    raw.FPDF_RenderPageBitmap(bitmap, page, ...from, ...whole, 0, WITH_ANNOTATIONS);
    const start = raw.FPDFBitmap_GetBuffer(bitmap) >>> 0;
    return { width, height, data: bytes().slice(start, start + 4 * width * height), scale, scan: null };
  } finally {
    raw.FPDFBitmap_Destroy(bitmap);
  }
}

function findScan(pdfium: Pdfium, page: number, pageArea: number): Rendering['scan'] {
  const { raw } = pdfium;
  const memory = raw.malloc(64);
  /** By resolution: a scan may be cut into strips. */
  const found = new Map<number, { area: number; bits: number }>();
  const visit = (count: number, get: (index: number) => number, depth: number): void => {
    for (let i = 0; i < count; i++) {
      const object = get(i);
      const type = object === 0 ? 0 : raw.FPDFPageObj_GetType(object);
      if (type === FORM && depth < 4)
        visit(raw.FPDFFormObj_CountObjects(object), (k) => raw.FPDFFormObj_GetObject(object, k), depth + 1);
      if (type !== IMAGE || raw.FPDFImageObj_GetImageMetadata(object, page, memory) === 0) continue;
      const at = memory >> 2;
      const words = pdfium.words();
      const [dpiX, dpiY] = [pdfium.floats()[at + 2]!, pdfium.floats()[at + 3]!];
      if (!(dpiX > 0 && dpiY > 0)) continue;
      const area = ((words[at]! / dpiX) * 72 * words[at + 1]! * 72) / dpiY;
      const dpi = Math.round((dpiX + dpiY) / 2);
      found.set(dpi, { area: area + (found.get(dpi)?.area ?? 0), bits: words[at + 4]! });
    }
  };
  visit(raw.FPDFPage_CountObjects(page), (k) => raw.FPDFPage_GetObject(page, k), 0);
  raw.free(memory);
  const [dpi, largest] = [...found].sort(([, a], [, b]) => b.area - a.area)[0] ?? [];
  if (!dpi || !largest || largest.area < PASTED * pageArea) return null;
  return { share: largest.area / pageArea, dpi, bits: largest.bits };
}
