/**
 * Whether print can be the digit that the text layer names, by what a few pixels tell of any type face: the holes of 0 6 8 9, where they
 * lie, and the bar of 7 that 1 has not. It is no reading: a page on which it finds contradictions is read by an engine.
 */
import type { Gray } from '../pictures/picture.js';

/** Print that is fainter than this, or lower than this in pixels, says nothing. */
const FAINTEST = 150;
const LEAST = 14;
/** A hole is at least this part of the digit's area: specks are none. */
const HOLE = 0.015;

interface Shape {
  /** Width by height. */
  readonly aspect: number;
  readonly holes: readonly { readonly middle: number; readonly height: number }[];
  /** How far the ink of the top and of the foot reaches, in parts of the width. */
  readonly top: number;
  readonly foot: number;
}

/** True where the print may be this digit, false where it is another, undefined where it does not say. */
export function mayBeDigit(crop: Gray, digit: string): boolean | undefined {
  const shape = shapeOf(crop);
  return shape && RULES[digit]?.(shape);
}

const one = ({ holes }: Shape) => (holes.length === 1 ? holes[0]! : undefined);
const isSeven = ({ aspect, top, foot }: Shape): boolean => aspect > 0.42 && top > 0.8 && foot < 0.6;
const open = ({ holes }: Shape): boolean => holes.length === 0;

const RULES: Readonly<Record<string, (shape: Shape) => boolean | undefined>> = {
  0: (s) => (one(s) ? one(s)!.height > 0.5 : s.holes.length < 2 && undefined),
  1: (s) => open(s) && !isSeven(s),
  2: open,
  3: open,
  4: (s) => s.holes.length < 2 && undefined,
  5: open,
  6: (s) => (one(s) ? one(s)!.middle > 0.5 : s.holes.length < 2 && undefined),
  7: (s) => open(s) && isSeven(s),
  8: (s) => s.holes.length === 2 || (open(s) || (one(s)?.height ?? 0) > 0.6 ? false : undefined),
  9: (s) => (one(s) ? one(s)!.middle < 0.5 : s.holes.length < 2 && undefined),
};

function shapeOf({ width, height, data }: Gray): Shape | undefined {
  let blackest = 255;
  for (const v of data) blackest = Math.min(blackest, v);
  if (blackest > FAINTEST) return undefined;
  const limit = (blackest + 255) / 2;
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! >= limit) continue;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
    }
  const [w, h] = [x1 - x0, y1 - y0];
  // Ink that runs out at the sides is its neighbour's too: type of another width stands in for the one that is meant.
  if (h < LEAST || x0 === 0 || x1 === width) return undefined;
  const ink = (x: number, y: number): boolean => data[(y + y0) * width + x + x0]! < limit;
  const band = Math.max(1, Math.round(0.1 * h));
  return {
    aspect: w / h,
    holes: holesOf(w, h, ink),
    top: reach(w, 0, band, ink),
    foot: reach(w, h - band, h, ink),
  };
}

type Ink = (x: number, y: number) => boolean;

function reach(width: number, from: number, to: number, ink: Ink): number {
  let [first, last] = [width, -1];
  for (let y = from; y < to; y++)
    for (let x = 0; x < width; x++) {
      if (!ink(x, y)) continue;
      first = Math.min(first, x);
      last = Math.max(last, x);
    }
  return last < 0 ? 0 : (last - first + 1) / width;
}

/** Stretches of paper that ink encloses: those that the edge is not reached from. */
function holesOf(w: number, h: number, ink: Ink): Shape['holes'] {
  const seen = new Uint8Array(w * h);
  const out: { middle: number; height: number }[] = [];
  for (let start = 0; start < w * h; start++) {
    if (seen[start] || ink(start % w, Math.floor(start / w))) continue;
    const stack = [start];
    seen[start] = 1;
    let [area, top, foot, enclosed] = [0, h, 0, true];
    while (stack.length > 0) {
      const at = stack.pop()!;
      const [x, y] = [at % w, Math.floor(at / w)];
      area++;
      top = Math.min(top, y);
      foot = Math.max(foot, y);
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        if (nx < 0 || ny < 0 || nx >= w || ny >= h) enclosed = false;
        else if (!seen[ny * w + nx] && !ink(nx, ny)) {
          seen[ny * w + nx] = 1;
          stack.push(ny * w + nx);
        }
      }
    }
    if (enclosed && area >= HOLE * w * h) out.push({ middle: (top + foot + 1) / 2 / h, height: (foot - top + 1) / h });
  }
  return out;
}
