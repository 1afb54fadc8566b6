import type { PageGrids } from '../grids/pageToGrids.js';
import type { Box, Place } from '../pages/page.js';

type Line = readonly [number, number, number, number];

/**
 * Turns the boxes of made-up coordinates into places in the file, wherever they stand in a value: y0 and y1 are the first and the last
 * line, x0 and x1 the columns of the first and the last character, all counted from 1. Pages with coordinates of their own
 * keep their boxes.
 */
export function boxesToPlaces<T>(value: T, pages: readonly PageGrids[]): T {
  const byPage = new Map(pages.filter((p) => p.places.length > 0).map((p) => [p.page, p.places]));
  if (byPage.size === 0) return value;
  return walk(value, byPage) as T;
}

function walk(value: unknown, pages: ReadonlyMap<number, readonly Place[]>): unknown {
  if (Array.isArray(value)) return value.map((v) => walk(v, pages));
  if (typeof value !== 'object' || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  const out = Object.fromEntries(Object.entries(record).map(([k, v]) => [k, k === 'box' ? v : walk(v, pages)]));
  const places = typeof record.page === 'number' ? pages.get(record.page) : undefined;
  if (places && Array.isArray(record.box)) out.box = boxToPlace(record.box as unknown as Box, places);
  return out;
}

/** The lines and columns of all that a box covers; a box that covers nothing is on the line that is nearest. */
export function boxToPlace(box: Box, places: readonly Place[]): Line {
  const own = places.filter(
    (p) => overlap(box[1], box[3], p.box[1], p.box[3]) > 0.4 && overlap(box[0], box[2], p.box[0], p.box[2]) > 0,
  );
  if (own.length === 0) {
    const y = (box[1] + box[3]) / 2;
    const near = places.reduce((a, b) => (Math.abs(middle(b) - y) < Math.abs(middle(a) - y) ? b : a));
    return [near.from, near.line, near.to, near.line];
  }
  const first = Math.min(...own.map((p) => p.line));
  const last = Math.max(...own.map((p) => p.line));
  const spans = own.map((p) => columnsIn(box, p));
  return [Math.min(...spans.map((s) => s[0])), first, Math.max(...spans.map((s) => s[1])), last];
}

const middle = (p: Place): number => (p.box[1] + p.box[3]) / 2;

/** The share of [c, d] that [a, b] covers, less a hair. */
const overlap = (a: number, b: number, c: number, d: number): number =>
  (Math.min(b, d) - Math.max(a, c) - 0.02) / (d - c);

/** Characters lie evenly in the box of a place. */
function columnsIn(box: Box, { box: own, from, to }: Place): [number, number] {
  const width = own[2] - own[0];
  const count = to - from + 1;
  const first = from + Math.floor((Math.max(0, box[0] - own[0]) / width) * count + 0.05);
  const last = from + Math.ceil((Math.min(width, box[2] - own[0]) / width) * count - 0.05) - 1;
  return [Math.min(first, to), Math.max(Math.min(first, to), Math.min(last, to))];
}
