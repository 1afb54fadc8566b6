import { DARK, type Gray } from './picture.js';

/** Scans lean by up to this, in degrees. */
const MOST = 3.2;

/**
 * The angle in radians by which lines of a page lean clockwise: that under which rows of pixels hold most unequal amounts of
 * ink. Text lines and ruling lines both show it.
 */
export function skewOf(gray: Gray): number {
  const points = darkPoints(gray);
  if (points.length < 400) return 0;
  const { angle } = leanOf(points, gray.height, MOST);
  // Less than a pixel over the whole width is no lean.
  return Math.abs(angle) < (0.02 * Math.PI) / 180 ? 0 : angle;
}

/** An angle in radians, and how sharp the lines are under it. */
export interface Lean {
  readonly angle: number;
  readonly sharpness: number;
}

/** The angle, up to `most` degrees either way, under which points make the sharpest lines. */
export function leanOf(points: Int16Array, height: number, most: number): Lean {
  let best = 0;
  let step = 0.2;
  let range = most;
  let from = 0;
  let top = -1;
  while (step > 0.004) {
    top = -1;
    for (let a = from - range; a <= from + range + 1e-9; a += step) {
      const s = sharpness(points, height, (a * Math.PI) / 180);
      if (s > top) {
        top = s;
        best = a;
      }
    }
    from = best;
    range = step;
    step /= 4;
  }
  return { angle: (best * Math.PI) / 180, sharpness: top };
}

/** Places of dark pixels, x and y in turn, thinned where there are very many. */
export function darkPoints({ width, height, data }: Gray): Int16Array {
  const limit = darkLimit(data);
  let count = 0;
  for (let i = 0; i < data.length; i++) if (data[i]! < limit) count++;
  const every = Math.max(1, Math.ceil(count / 250_000));
  const out = new Int16Array(2 * Math.ceil(count / every));
  let n = 0;
  let seen = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! >= limit) continue;
      if (seen++ % every === 0) {
        out[n++] = x;
        out[n++] = y;
      }
    }
  }
  return out.subarray(0, n);
}

/** Half way between the paper and black. */
function darkLimit(data: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 7) counts[data[i]!]!++;
  let paper = 255;
  for (let v = 255; v > 0; v--) if (counts[v]! > counts[paper]!) paper = v;
  return paper * DARK;
}

/** How unequal the rows of points are that lean by `angle`. */
export function sharpness(points: Int16Array, height: number, angle: number): number {
  const rows = leaningRows(points, height, Math.tan(angle));
  let sum = 0;
  for (let i = 1; i < rows.length; i++) {
    const d = rows[i]! - rows[i - 1]!;
    sum += d * d;
  }
  return sum;
}

/** Rows above and below the picture that lean into it. */
const OUTSIDE = 200;

/** Where the lines are that points make under `slope`: the mean of their heights at `x`, the sharper a line the more it weighs. */
export function middleOfLines(points: Int16Array, height: number, slope: number, x: number): number {
  const rows = leaningRows(points, height, slope);
  let sum = 0;
  let weight = 0;
  for (let i = 1; i < rows.length; i++) {
    const d = (rows[i]! - rows[i - 1]!) ** 2;
    sum += d * (i - OUTSIDE);
    weight += d;
  }
  return sum / weight + x * slope;
}

/** How many points each row has, rows leaning by `slope`; they are counted where they begin, at x = 0. */
function leaningRows(points: Int16Array, height: number, slope: number): Uint32Array {
  const rows = new Uint32Array(height + 2 * OUTSIDE);
  for (let i = 0; i < points.length; i += 2) {
    const y = Math.round(points[i + 1]! - points[i]! * slope) + OUTSIDE;
    if (y >= 0 && y < rows.length) rows[y]!++;
  }
  return rows;
}
