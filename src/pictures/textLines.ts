import type { Piece } from './components.js';
import type { Area } from './picture.js';

/** A stretch of print on one line. `top` and `bottom` bound the whole line, over all its stretches. */
export interface Stretch extends Area {
  readonly top: number;
  readonly bottom: number;
  /** Height of its characters, in pixels. */
  readonly type: number;
}

/** All in parts of the height of the type. */
const SPECK = 0.27;
const BROKEN = 0.6;
const MERGED = 1.35;
const TALL = 1.6;
/** Of the type of the page: pieces that are lower are parts of characters, where lines are told by their height. */
const LEAST_TYPE = 0.85;
const COLUMN_GAP = 2.2;

/**
 * The lines of print that pieces of ink make up, from top to bottom, each as its stretches from left to right. Pieces that are too
 * small to be a character (dots, specks) begin no line and end none. `type`: the height of type that is common on the page.
 */
export function textLines(pieces: readonly Piece[], type: number): Stretch[] {
  const solid = pieces.filter((p) => Math.max(p.x1 - p.x0, p.y1 - p.y0) >= SPECK * type);
  if (solid.length === 0) return [];
  // Strokes of thin print come apart: what is much lower than the print of the page is a part of a character.
  const height = typeHeight(solid)!;
  const own = height < BROKEN * type ? type : height;
  const bands = bandsOf(solid, own, type);
  return bands.flatMap((band) => {
    const parts = solid.filter((p) => {
      const middle = (p.y0 + p.y1) / 2;
      return middle >= band.top && middle < band.bottom;
    });
    return stretchesOf(parts, band, own);
  });
}

/** The height of most characters: a high percentile, since strokes that stand alone are lower. */
export function typeHeight(pieces: readonly Piece[]): number | undefined {
  if (pieces.length === 0) return undefined;
  const heights = pieces.map((p) => p.y1 - p.y0).sort((a, b) => a - b);
  return heights[Math.floor(0.8 * (heights.length - 1))];
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** `common`: as in `textLines`; digits are lower than the characters beside them, whose upper strokes may stand above the line of the digits. */
function bandsOf(pieces: readonly Piece[], type: number, common: number): Band[] {
  const sorted = [...pieces].sort((a, b) => a.y0 - b.y0);
  const bands: { top: number; bottom: number }[] = [];
  for (const p of sorted) {
    const open = bands.at(-1);
    if (open && p.y0 < open.bottom) open.bottom = Math.max(open.bottom, p.y1);
    else bands.push({ top: p.y0, bottom: p.y1 });
  }
  const merged: { top: number; bottom: number }[] = [];
  for (const b of bands) {
    const before = merged.at(-1);
    const low = b.bottom - b.top < 0.55 * type || (before && before.bottom - before.top < 0.55 * type);
    if (before && low && b.bottom - before.top <= MERGED * Math.max(type, common)) before.bottom = b.bottom;
    else merged.push(b);
  }
  return merged.flatMap((b) => splitBand(b, sorted, type, TALL * Math.max(type, LEAST_TYPE * common)));
}

/** Lines that touch make one band: it is cut where least ink stands between two of them. `tall`: the height of two lines, in pixels. */
function splitBand(band: Band, pieces: readonly Piece[], type: number, tall: number): Band[] {
  const height = band.bottom - band.top;
  if (height < tall) return [band];
  const cover = new Float64Array(height);
  for (const p of pieces) {
    for (let y = Math.max(p.y0, band.top); y < Math.min(p.y1, band.bottom); y++) cover[y - band.top]! += p.x1 - p.x0;
  }
  const edge = Math.round(0.6 * type);
  let at = -1;
  for (let y = edge; y < height - edge; y++) if (at < 0 || cover[y]! < cover[at]!) at = y;
  const sorted = [...cover].sort((a, b) => a - b);
  const common = sorted[sorted.length >> 1]!;
  if (at < 0 || cover[at]! > 0.45 * common) return [band];
  const cut = band.top + at;
  return [
    ...splitBand({ top: band.top, bottom: cut }, pieces, type, tall),
    ...splitBand({ top: cut, bottom: band.bottom }, pieces, type, tall),
  ];
}

function stretchesOf(parts: readonly Piece[], band: Band, type: number): Stretch[] {
  const sorted = [...parts].sort((a, b) => a.x0 - b.x0);
  const out: { x0: number; y0: number; x1: number; y1: number }[] = [];
  for (const p of sorted) {
    const open = out.at(-1);
    if (open && p.x0 - open.x1 <= COLUMN_GAP * type) {
      open.x1 = Math.max(open.x1, p.x1);
      open.y0 = Math.min(open.y0, p.y0);
      open.y1 = Math.max(open.y1, p.y1);
    } else out.push({ x0: p.x0, y0: p.y0, x1: p.x1, y1: p.y1 });
  }
  return out.map((s) => ({ ...s, top: band.top, bottom: band.bottom, type }));
}
