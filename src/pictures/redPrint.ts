import type { Rendering } from '../pages/pdfium/picture.js';

/** A pixel whose red stands out by this much over green and blue is red ink. */
const INK = 24;
/** Side of a tile, in points: half the gap between two lines of print. */
const TILE = 1.5;
/** A seal is higher and wider than this, in points; a line of figures is not. */
const SEAL = 21.6;

export interface Tiles {
  /** Pixels. */
  readonly side: number;
  readonly columns: number;
  /** By tile, from above: 1 where it has red print. */
  readonly printed: Uint8Array;
}

/**
 * Where a page has print in red, as negative figures are in some accounts; the red of seals is none. Told by size: what hangs together and is
 * high and wide is a seal. Undefined where nothing is printed in red.
 */
export function redPrint({ width, height, data, scale }: Rendering): Tiles | undefined {
  const side = Math.max(2, Math.round(TILE * scale));
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const counts = new Uint16Array(columns * rows);
  let any = false;
  for (let y = 0, p = 0; y < height; y++) {
    const at = Math.floor(y / side) * columns;
    for (let x = 0; x < width; x++, p += 4) {
      const r = data[p + 2]!;
      if (r - data[p]! <= INK || r - data[p + 1]! <= INK) continue;
      counts[at + Math.floor(x / side)]!++;
      any = true;
    }
  }
  if (!any) return undefined;
  const printed = new Uint8Array(columns * rows);
  let some = false;
  for (let start = 0; start < counts.length; start++) {
    if (counts[start]! < 2) continue;
    const piece = pieceFrom(start, counts, columns, rows);
    const xs = piece.map((t) => t % columns);
    const ys = piece.map((t) => Math.floor(t / columns));
    const size = (of: readonly number[]): number =>
      of.reduce((a, b) => Math.max(a, b)) - of.reduce((a, b) => Math.min(a, b)) + 1;
    if (Math.min(size(xs), size(ys)) * side >= SEAL * scale) continue;
    for (const tile of piece) printed[tile] = 1;
    some = true;
  }
  return some ? { side, columns, printed } : undefined;
}

/** The tiles that hang together with one, over gaps of one tile; they are taken out of `counts`. */
function pieceFrom(start: number, counts: Uint16Array, columns: number, rows: number): number[] {
  const piece = [start];
  counts[start] = 0;
  for (let i = 0; i < piece.length; i++) {
    const x = piece[i]! % columns;
    const y = Math.floor(piece[i]! / columns);
    for (let ny = Math.max(0, y - 2); ny <= Math.min(rows - 1, y + 2); ny++)
      for (let nx = Math.max(0, x - 2); nx <= Math.min(columns - 1, x + 2); nx++) {
        const tile = ny * columns + nx;
        if (counts[tile]! < 2) continue;
        counts[tile] = 0;
        piece.push(tile);
      }
  }
  return piece;
}
