import { type Area, DARK, type Gray, paperOf } from './picture.js';

/** Pixels on the side of a tile. */
const SIDE = 8;
/** A tile or a line of a ground is dark where this share of it is. */
const MOSTLY = 0.6;
/** Least size of a ground in tiles: no letter of a title and no ruling line is as wide and as high. */
const LEAST = { wide: 15, high: 2 };
/** Share of its box that a ground fills: white print on it leaves gaps. */
const FILLED = 0.5;
/** Most of the picture that a ground may take: what is larger is a photograph. */
const MOST = 0.25;

/**
 * The picture with its dark grounds made light, as of the heads of tables that are printed white on blue: what is on them, lighter or darker than
 * the ground, becomes dark print on paper. Grounds that reach the edge of the picture are the shadow of the lid.
 */
export function lightenGrounds(gray: Gray): Gray {
  const limit = DARK * paperOf(gray);
  const grounds = groundsOf(gray, limit);
  if (grounds.length === 0) return gray;
  const data = gray.data.slice();
  for (const ground of grounds) lighten(gray, ground, limit, data);
  return { ...gray, data };
}

function groundsOf(gray: Gray, limit: number): Area[] {
  const columns = Math.floor(gray.width / SIDE);
  const rows = Math.floor(gray.height / SIDE);
  const tiles = new Uint8Array(columns * rows);
  for (let t = 0; t < tiles.length; t++) {
    const [x0, y0] = [(t % columns) * SIDE, Math.floor(t / columns) * SIDE];
    if (darkShare(gray, { x0, y0, x1: x0 + SIDE, y1: y0 + SIDE }, limit) >= MOSTLY) tiles[t] = 1;
  }
  const out: Area[] = [];
  for (let t = 0; t < tiles.length; t++) {
    if (tiles[t] !== 1) continue;
    const { area, size } = connected(tiles, columns, rows, t);
    const [wide, high] = [area.x1 - area.x0, area.y1 - area.y0];
    const inside = area.x0 > 0 && area.y0 > 0 && area.x1 < columns && area.y1 < rows;
    if (!inside || wide < LEAST.wide || high < LEAST.high || wide * high > MOST * tiles.length) continue;
    if (size >= FILLED * wide * high) out.push(exact(gray, area, limit));
  }
  return out;
}

/** The tiles that hang together with one, and the box round them; they are marked as seen. */
function connected(tiles: Uint8Array, columns: number, rows: number, from: number): { area: Area; size: number } {
  const stack = [from];
  let [x0, y0, x1, y1, size] = [columns, rows, 0, 0, 0];
  tiles[from] = 2;
  while (stack.length > 0) {
    const t = stack.pop()!;
    const [x, y] = [t % columns, Math.floor(t / columns)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    size++;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      const next = t + dx + dy * columns;
      if (x + dx < 0 || x + dx >= columns || y + dy < 0 || y + dy >= rows || tiles[next] !== 1) continue;
      tiles[next] = 2;
      stack.push(next);
    }
  }
  return { area: { x0, y0, x1, y1 }, size };
}

/** The box of a ground to the pixel: its lines are dark for the most part. */
function exact(gray: Gray, tiles: Area, limit: number): Area {
  const [x0, y0, x1, y1] = [tiles.x0 * SIDE, tiles.y0 * SIDE, tiles.x1 * SIDE, tiles.y1 * SIDE];
  const row = (y: number): boolean => darkShare(gray, { x0, x1, y0: y, y1: y + 1 }, limit) >= FILLED;
  const column = (x: number): boolean => darkShare(gray, { x0: x, x1: x + 1, y0, y1 }, limit) >= FILLED;
  const edge = (from: number, step: 1 | -1, most: number, isDark: (at: number) => boolean): number => {
    let at = from;
    while (at > 0 && at < most - 1 && Math.abs(at - from) < SIDE && isDark(at + step)) at += step;
    return at;
  };
  return {
    x0: edge(x0, -1, gray.width, column),
    y0: edge(y0, -1, gray.height, row),
    x1: edge(x1 - 1, 1, gray.width, column) + 1,
    y1: edge(y1 - 1, 1, gray.height, row) + 1,
  };
}

function darkShare({ width, data }: Gray, { x0, y0, x1, y1 }: Area, limit: number): number {
  let dark = 0;
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (data[y * width + x]! < limit) dark++;
  return dark / ((x1 - x0) * (y1 - y0));
}

/** What differs from the ground becomes dark, by how much it does; the edge of the ground stays a line. */
function lighten(gray: Gray, ground: Area, limit: number, out: Uint8Array): void {
  const { width, data } = gray;
  const level = medianOfDark(gray, ground, limit);
  for (let y = ground.y0; y < ground.y1; y++) {
    for (let x = ground.x0; x < ground.x1; x++) {
      const v = data[y * width + x]!;
      const isEdge = x === ground.x0 || y === ground.y0 || x === ground.x1 - 1 || y === ground.y1 - 1;
      const range = Math.max(1, v > level ? 255 - level : level);
      out[y * width + x] = isEdge ? 0 : 255 - Math.round((255 * Math.abs(v - level)) / range);
    }
  }
}

function medianOfDark({ width, data }: Gray, { x0, y0, x1, y1 }: Area, limit: number): number {
  const counts = new Uint32Array(256);
  let all = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const v = data[y * width + x]!;
      if (v >= limit) continue;
      counts[v]!++;
      all++;
    }
  }
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v]!;
    if (2 * seen >= all) return v;
  }
  return 0;
}
