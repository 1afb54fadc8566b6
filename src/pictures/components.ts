import type { Area, Ink } from './picture.js';
import { INK } from './threshold.js';

/** A connected piece of ink: its bounds and its number of pixels. */
export interface Piece extends Area {
  readonly pixels: number;
}

/** The connected pieces of print (eight neighbours), each with its bounds. */
export function piecesOf({ width, height, data }: Ink): Piece[] {
  const starts: number[] = [];
  const ends: number[] = [];
  const rows: number[] = [];
  const parent: number[] = [];
  const find = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    while (parent[i] !== r) {
      const next = parent[i]!;
      parent[i] = r;
      i = next;
    }
    return r;
  };
  let above = 0;
  let aboveEnd = 0;
  for (let y = 0; y < height; y++) {
    const first = starts.length;
    let k = above;
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] !== INK) continue;
      const from = x;
      while (x < width && data[y * width + x] === INK) x++;
      const run = starts.length;
      starts.push(from);
      ends.push(x);
      rows.push(y);
      parent.push(run);
      while (k < aboveEnd && ends[k]! < from) k++;
      for (let j = k; j < aboveEnd && starts[j]! <= x; j++) parent[find(run)] = find(j);
    }
    above = first;
    aboveEnd = starts.length;
  }
  const pieces = new Map<number, { x0: number; y0: number; x1: number; y1: number; pixels: number }>();
  for (let i = 0; i < starts.length; i++) {
    const root = find(i);
    const y = rows[i]!;
    const own = pieces.get(root);
    if (!own) {
      pieces.set(root, { x0: starts[i]!, y0: y, x1: ends[i]!, y1: y + 1, pixels: ends[i]! - starts[i]! });
      continue;
    }
    own.x0 = Math.min(own.x0, starts[i]!);
    own.x1 = Math.max(own.x1, ends[i]!);
    own.y1 = Math.max(own.y1, y + 1);
    own.pixels += ends[i]! - starts[i]!;
  }
  return [...pieces.values()];
}
