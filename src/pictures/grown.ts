import type { Area, Gray } from './picture.js';
import type { Stretch } from './textLines.js';

/** In parts of the height: how wide a gap may be within a number, and how far ink must stand out of the paper's noise. */
const GAP = 0.9;
const STANDS_OUT = 0.055;

/**
 * A stretch of print with the characters at its ends that are too faint to be ink by themselves: whole columns of pixels say more
 * than single ones. A digit that is left out would be left out for every reader alike.
 */
export function grown(gray: Gray, stretch: Stretch, bounds: Area): Stretch {
  const { y0, y1 } = stretch;
  const height = y1 - y0;
  const dark = columnsOf(gray, { ...bounds, y0: Math.max(0, y0), y1: Math.min(gray.height, y1) });
  const at = (x: number): number => Math.min(dark[x - bounds.x0] ?? 255, dark[x - bounds.x0 + 1] ?? 255);
  const sorted = [...dark].sort((a, b) => a - b);
  const paper = sorted[Math.floor(0.75 * (sorted.length - 1))] ?? 255;
  let black = 255;
  for (let x = stretch.x0; x < stretch.x1; x++) black = Math.min(black, at(x));
  const limit = paper - Math.max(4, STANDS_OUT * 2.5 * (paper - black));
  const gap = Math.max(3, GAP * height);
  let { x0, x1 } = stretch;
  for (let x = x0 - 1; x >= bounds.x0 && x > x0 - gap; x--) if (at(x) < limit) x0 = x;
  for (let x = x1; x < bounds.x1 - 1 && x < x1 + gap; x++) if (at(x) < limit) x1 = x + 1;
  return { ...stretch, x0, x1 };
}

/** The mean gray of each column of an area. */
function columnsOf({ width, data }: Gray, area: Area): Float64Array {
  const out = new Float64Array(Math.max(0, area.x1 - area.x0));
  for (let y = area.y0; y < area.y1; y++)
    for (let x = area.x0; x < area.x1; x++) out[x - area.x0]! += data[y * width + x]!;
  const rows = Math.max(1, area.y1 - area.y0);
  return out.map((v) => v / rows);
}
