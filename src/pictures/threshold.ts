import type { Gray, Ink } from './picture.js';

export const FAINT = 1;
export const INK = 2;

/** How much darker than its surroundings ink is, in parts of the way from there to the darkest print. */
const SHARE = { faint: 0.1, ink: 0.2 };
const LEAST = { faint: 7, ink: 12 };

/**
 * What is ink: darker than its surroundings. The surroundings are a square of `radius` pixels each way, so that shading,
 * shadows at the fold and gray heads of tables are paper. INK is print, FAINT what only a ruling line is made of. The noise
 * of the scanner is smoothed away first; what is called dark depends on how dark the page's print is.
 */
export function inkOf(gray: Gray, radius: number): Ink {
  const { width: w, height: h } = gray;
  const data = smooth(gray);
  const black = darkest(data);
  const out = new Uint8Array(w * h);
  // Of the rows from y0 to y1: the sum of each column, and of all columns before one. A table of sums of the whole page is four times the page.
  const columns = new Uint32Array(w);
  const sums = new Uint32Array(w + 1);
  let y0 = 0;
  let y1 = 0;
  for (let y = 0; y < h; y++) {
    for (const end = Math.min(h, y + radius + 1); y1 < end; y1++)
      for (let x = 0; x < w; x++) columns[x]! += data[y1 * w + x]!;
    for (const start = Math.max(0, y - radius); y0 < start; y0++)
      for (let x = 0; x < w; x++) columns[x]! -= data[y0 * w + x]!;
    for (let x = 0; x < w; x++) sums[x + 1] = sums[x]! + columns[x]!;
    for (let x = 0; x < w; x++) {
      const x0 = Math.max(0, x - radius);
      const x1 = Math.min(w, x + radius + 1);
      const mean = (sums[x1]! - sums[x0]!) / ((y1 - y0) * (x1 - x0));
      const depth = mean - data[y * w + x]!;
      const range = Math.max(40, mean - black);
      if (depth > Math.max(LEAST.faint, SHARE.faint * range))
        out[y * w + x] = depth > Math.max(LEAST.ink, SHARE.ink * range) ? INK : FAINT;
    }
  }
  return { width: w, height: h, data: out };
}

/** Each pixel weighs four, its neighbours one: noise goes, a line one pixel wide stays. */
function smooth({ width: w, height: h, data }: Gray): Uint8Array {
  const out = data.slice();
  for (let y = 1; y < h - 1; y++) {
    for (let x = 1; x < w - 1; x++) {
      const p = y * w + x;
      out[p] = (4 * data[p]! + data[p - 1]! + data[p + 1]! + data[p - w]! + data[p + w]!) >> 3;
    }
  }
  return out;
}

/** The gray of the page's darkest print: of one pixel in two hundred. */
function darkest(data: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 5) counts[data[i]!]!++;
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v]!;
    if (seen > data.length / 5 / 200) return v;
  }
  return 0;
}

/** The picture with its rows as columns. */
export function transpose({ width: w, height: h, data }: Gray): Gray {
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) out[x * h + y] = data[y * w + x]!;
  return { width: h, height: w, data: out };
}
