/**
 * From PDF user space (origin at the bottom left, before /Rotate) to the page as displayed (origin at the top left).
 * One matrix serves points and, with its linear part, directions.
 */
export interface Display {
  readonly width: number;
  readonly height: number;
  /** x' = a x + c y + e, y' = b x + d y + f. */
  readonly matrix: Matrix;
  /** Quarter turns clockwise. */
  readonly turn: 0 | 1 | 2 | 3;
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** `box`: visible part of the page in user space [left, bottom, right, top]; `turn`: /Rotate in quarter turns clockwise. */
export function displayOf(box: readonly [number, number, number, number], turn: number): Display {
  const [left, bottom, right, top] = box;
  const width = right - left;
  const height = top - bottom;
  switch (((turn % 4) + 4) % 4) {
    case 1:
      return { width: height, height: width, matrix: [0, 1, 1, 0, -bottom, -left], turn: 1 };
    case 2:
      return { width, height, matrix: [-1, 0, 0, 1, right, -bottom], turn: 2 };
    case 3:
      return { width: height, height: width, matrix: [0, -1, -1, 0, top, right], turn: 3 };
    default:
      return { width, height, matrix: [1, 0, 0, -1, -left, top], turn: 0 };
  }
}

/** The matrix that applies `first`, then `second`. */
export function concat(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export const applyX = (m: Matrix, x: number, y: number): number => m[0] * x + m[2] * y + m[4];
export const applyY = (m: Matrix, x: number, y: number): number => m[1] * x + m[3] * y + m[5];

/**
 * How high a unit of text stands across its line, of a matrix [a b c d]: characters that slant, as an italic that is made of an upright
 * font, are no higher for that.
 */
export function heightOf(a: number, b: number, c: number, d: number): number {
  if (b === 0 && c === 0) return Math.abs(d);
  const along = Math.hypot(a, b);
  return along === 0 ? Math.hypot(c, d) : Math.abs(a * d - b * c) / along;
}

/** Text that leans more than this, in radians, from every side of the page is a watermark over it, and no part of its lines. */
const MAX_LEAN = Math.PI / 20;

/** Whether text that runs at `angle` (radians) crosses the page. A scan's text layer leans a little and does not. */
export function isOblique(angle: number): boolean {
  const quarter = Math.PI / 2;
  return Math.abs(angle - Math.round(angle / quarter) * quarter) > MAX_LEAN;
}
