import type { Gray } from '../pictures/picture.js';

/** Print that is fainter than this is left to the engines. */
const FAINTEST = 170;

/** One connected run of dark columns of a crop, in pixels. */
export interface ColumnInk {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Dark or not, row by row from `y0` to `y1`, over `x0` to `x1`. */
  readonly rows: readonly (readonly boolean[])[];
}

/** The ink of a crop, parted where a column is blank. `share`: how far from the blackest towards paper a pixel still is dark. */
export function inksOf({ width, height, data }: Gray, share: number): ColumnInk[] {
  let blackest = 255;
  for (const v of data) blackest = Math.min(blackest, v);
  if (blackest > FAINTEST) return [];
  const limit = blackest + share * (255 - blackest);
  const isDark = (x: number, y: number): boolean => data[y * width + x]! < limit;
  const out: ColumnInk[] = [];
  let from = -1;
  for (let x = 0; x <= width; x++) {
    let dark = false;
    for (let y = 0; y < height && x < width && !dark; y++) dark = isDark(x, y);
    if (dark && from < 0) from = x;
    if (dark || from < 0) continue;
    const rows = Array.from({ length: height }, (_, y) =>
      Array.from({ length: x - from }, (_, i) => isDark(from + i, y)),
    );
    const y0 = rows.findIndex((r) => r.includes(true));
    const y1 = rows.findLastIndex((r) => r.includes(true)) + 1;
    out.push({ x0: from, x1: x, y0, y1, rows: rows.slice(y0, y1) });
    from = -1;
  }
  return out;
}
