import type { Gray } from '../../src/pictures/picture.js';

/** A picture of paper with a ruled table and, in its cells, blocks that stand for characters. Sizes in pixels. */
export interface DrawnPicture {
  readonly width?: number;
  readonly height?: number;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Gray of the rules; 255 draws none. */
  readonly rule?: number;
  /** Every nth pixel of a rule is left out. */
  readonly broken?: number;
  /** Characters: left, top, width, height. */
  readonly marks?: readonly (readonly [number, number, number, number])[];
  readonly noise?: number;
}

export function drawnPicture(d: DrawnPicture): Gray {
  const width = d.width ?? 800;
  const height = d.height ?? 600;
  const data = new Uint8Array(width * height).fill(245);
  const set = (x: number, y: number, value: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) data[y * width + x] = value;
  };
  const [x0, x1, y0, y1] = [d.xs[0]!, d.xs.at(-1)!, d.ys[0]!, d.ys.at(-1)!];
  const gap = (i: number): boolean => d.broken !== undefined && i % d.broken === 0;
  for (const y of d.ys) for (let x = x0; x <= x1; x++) if (!gap(x)) for (const k of [0, 1]) set(x, y + k, d.rule ?? 20);
  for (const x of d.xs) for (let y = y0; y <= y1; y++) if (!gap(y)) for (const k of [0, 1]) set(x + k, y, d.rule ?? 20);
  for (const [left, top, w, h] of d.marks ?? [])
    for (let y = top; y < top + h; y++) for (let x = left; x < left + w; x++) set(x, y, 25);
  let seed = 7;
  for (let i = 0; d.noise && i < data.length; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    data[i] = Math.max(0, Math.min(255, data[i]! + Math.round(((seed / 0x7fffffff) * 2 - 1) * d.noise)));
  }
  return { width, height, data };
}
