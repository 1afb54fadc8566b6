import type { Gray, Ink } from './picture.js';

export const FAINT = 1;
export const INK = 2;

/**
 * What is ink: darker than its surroundings. The surroundings are a square of `radius` pixels each way, so that shading,
 * shadows at the fold and gray heads of tables are paper. INK is print, FAINT what only a ruling line is made of.
 */
export function inkOf(gray: Gray, radius: number): Ink {
  const { width: w, height: h, data } = gray;
  const out = new Uint8Array(w * h);
  const line = w + 1;
  const sums = new Uint32Array(line * (h + 1));
  for (let y = 0; y < h; y++) {
    let row = 0;
    for (let x = 0; x < w; x++) {
      row += data[y * w + x]!;
      sums[(y + 1) * line + x + 1] = sums[y * line + x + 1]! + row;
    }
  }
  for (let y = 0; y < h; y++) {
    const y0 = Math.max(0, y - radius);
    const y1 = Math.min(h, y + radius + 1);
    for (let x = 0; x < w; x++) {
      const x0 = Math.max(0, x - radius);
      const x1 = Math.min(w, x + radius + 1);
      // The sums may run over; their differences do not.
      const sum = (sums[y1 * line + x1]! - sums[y0 * line + x1]! - sums[y1 * line + x0]! + sums[y0 * line + x0]!) >>> 0;
      const mean = sum / ((y1 - y0) * (x1 - x0));
      const value = data[y * w + x]!;
      if (value < mean * 0.93 - 3) out[y * w + x] = value < mean * 0.84 - 4 ? INK : FAINT;
    }
  }
  return { width: w, height: h, data: out };
}

/** The picture with its rows as columns. */
export function transpose({ width: w, height: h, data }: Gray): Gray {
  const out = new Uint8Array(w * h);
  for (let y = 0; y < h; y++) for (let x = 0; x < w; x++) out[x * h + y] = data[y * w + x]!;
  return { width: h, height: w, data: out };
}
