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
  for (let i = 0; i < data.length; i++) if (data[i]! < blackest) blackest = data[i]!;
  if (blackest > FAINTEST) return undefined;
  const limit = (blackest + 255) / 2;
  let x0 = width;
  let y0 = height;
  let x1 = 0;
  let y1 = 0;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (data[at]! >= limit) continue;
      if (x < x0) x0 = x;
      if (x >= x1) x1 = x + 1;
      if (y < y0) y0 = y;
      y1 = y + 1;
    }
  const w = x1 - x0;
  const h = y1 - y0;
  // Ink that runs out at the sides is its neighbour's too: type of another width stands in for the one that is meant.
  if (h < LEAST || x0 === 0 || x1 === width) return undefined;
  const inked = new Uint8Array(w * h);
  for (let y = 0, at = 0; y < h; y++)
    for (let x = 0; x < w; x++, at++) if (data[(y + y0) * width + x + x0]! < limit) inked[at] = 1;
  const band = Math.max(1, Math.round(0.1 * h));
  return {
    aspect: w / h,
    top: reach(inked, w, 0, band),
    foot: reach(inked, w, h - band, h),
    holes: holesOf(inked, w, h),
  };
}

/** How far the ink of some lines of pixels reaches, in parts of the width. */
function reach(inked: Uint8Array, width: number, from: number, to: number): number {
  let first = width;
  let last = -1;
  for (let y = from, at = from * width; y < to; y++)
    for (let x = 0; x < width; x++, at++) {
      if (inked[at] === 0) continue;
      if (x < first) first = x;
      if (x > last) last = x;
    }
  return last < 0 ? 0 : (last - first + 1) / width;
}

/** Stretches of paper that ink encloses: those that the edge is not reached from. What was seen is filled in `inked`. */
function holesOf(inked: Uint8Array, w: number, h: number): Shape['holes'] {
  const stack = new Int32Array(w * h);
  const out: { middle: number; height: number }[] = [];
  for (let start = 0; start < inked.length; start++) {
    if (inked[start] !== 0) continue;
    let area = 0;
    let top = h;
    let foot = 0;
    let enclosed = true;
    let waiting = 0;
    const visit = (at: number): void => {
      if (inked[at] !== 0) return;
      inked[at] = 1;
      stack[waiting++] = at;
    };
    visit(start);
    while (waiting > 0) {
      const at = stack[--waiting]!;
      const x = at % w;
      const y = (at - x) / w;
      area++;
      if (y < top) top = y;
      if (y > foot) foot = y;
      if (x === 0 || x === w - 1 || y === 0 || y === h - 1) enclosed = false;
      if (x > 0) visit(at - 1);
      if (x < w - 1) visit(at + 1);
      if (y > 0) visit(at - w);
      if (y < h - 1) visit(at + w);
    }
    if (enclosed && area >= HOLE * w * h) out.push({ middle: (top + foot + 1) / 2 / h, height: (foot - top + 1) / h });
  }
  return out;
}
