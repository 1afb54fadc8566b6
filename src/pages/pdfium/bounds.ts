/** Where objects of a page lie, and how much of them their clips let be seen: boxes as displayed, in points from the top left. */
import { common } from '../clip.js';
import { applyX, applyY, type Matrix } from '../display.js';
import type { Box } from '../page.js';
import type { Pdfium } from './library.js';

/**
 * The box round an object, undefined where PDFium knows none. `matrix`: from the space of the page or the form it is in to the page as
 * displayed.
 */
export function boundsOf({ raw, floats }: Pdfium, object: number, matrix: Matrix, memory: number): Box | undefined {
  if (raw.FPDFPageObj_GetBounds(object, memory, memory + 4, memory + 8, memory + 12) === 0) return undefined;
  const f = floats();
  const at = memory >> 2;
  const xs = [applyX(matrix, f[at]!, f[at + 1]!), applyX(matrix, f[at + 2]!, f[at + 3]!)];
  const ys = [applyY(matrix, f[at]!, f[at + 1]!), applyY(matrix, f[at + 2]!, f[at + 3]!)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The box round what the clip of an object lets be seen; undefined where it has none. */
export function clipOf(pdfium: Pdfium, object: number, matrix: Matrix, memory: number): Box | undefined {
  const path = pdfium.raw.FPDFPageObj_GetClipPath(object);
  if (path === 0 || pdfium.raw.FPDFClipPath_CountPaths(path) <= 0) return undefined;
  return seenPart(pdfium, object, EVERYWHERE, matrix, memory);
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];

/** The part of a box that the clip of its object lets be seen; it is inside out where that is nothing. */
export function seenPart(pdfium: Pdfium, object: number, box: Box, matrix: Matrix, memory: number): Box {
  const clip = pdfium.raw.FPDFPageObj_GetClipPath(object);
  const paths = clip === 0 ? 0 : Math.max(0, pdfium.raw.FPDFClipPath_CountPaths(clip));
  let seen = box;
  for (let path = 0; path < paths; path++) seen = common(seen, reachOf(pdfium, clip, path, matrix, memory));
  return seen;
}

/** The box round one path of a clip. A clip of text alone has none. */
function reachOf({ raw, floats }: Pdfium, clip: number, path: number, matrix: Matrix, memory: number): Box {
  const reach: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const count = raw.FPDFClipPath_CountPathSegments(clip, path);
  for (let i = 0; i < count; i++) {
    raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, i), memory, memory + 4);
    const [px, py] = [floats()[memory >> 2]!, floats()[(memory >> 2) + 1]!];
    const [x, y] = [applyX(matrix, px, py), applyY(matrix, px, py)];
    reach[0] = Math.min(reach[0], x);
    reach[1] = Math.min(reach[1], y);
    reach[2] = Math.max(reach[2], x);
    reach[3] = Math.max(reach[3], y);
  }
  return count > 0 ? reach : EVERYWHERE;
}
