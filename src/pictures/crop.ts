import type { Rule } from '../pages/page.js';
import type { Area, Gray } from './picture.js';

/** Paints the ruling lines of a picture over with `paper`, so that no crop has them. */
export function withoutRules(gray: Gray, rules: readonly Rule[], scale: number, paper: number): Gray {
  const { width, height } = gray;
  const data = gray.data.slice();
  for (const r of rules) {
    const half = (r.thickness * scale) / 2 + 1;
    const [a0, a1] = [Math.floor(r.at * scale - half), Math.ceil(r.at * scale + half)];
    const [b0, b1] = [Math.floor(r.from * scale) - 1, Math.ceil(r.to * scale) + 1];
    const [x0, x1, y0, y1] = r.axis === 'horizontal' ? [b0, b1, a0, a1] : [a0, a1, b0, b1];
    for (let y = Math.max(0, y0); y < Math.min(height, y1); y++)
      data.fill(paper, y * width + Math.max(0, x0), y * width + Math.min(width, Math.max(0, x1)));
  }
  return { width, height, data };
}

/** Paints areas of a picture over with `paper`, a pixel round them as well. */
export function withoutAreas(gray: Gray, areas: Iterable<Area>, paper: number): Gray {
  const { width, height } = gray;
  const data = gray.data.slice();
  for (const { x0, y0, x1, y1 } of areas)
    for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++)
      data.fill(paper, y * width + Math.max(0, x0 - 1), y * width + Math.min(width, x1 + 1));
  return { width, height, data };
}

/** Cuts an area out with `pad` pixels of paper round it; paper is made white. What lies outside `bounds` is not taken. */
export function crop(gray: Gray, area: Area, pad: { readonly x: number; readonly y: number }, bounds: Area): Gray {
  const x0 = Math.floor(area.x0 - pad.x);
  const y0 = Math.floor(area.y0 - pad.y);
  const width = Math.ceil(area.x1 + pad.x) - x0;
  const height = Math.ceil(area.y1 + pad.y) - y0;
  const data = new Uint8Array(width * height).fill(255);
  const bx0 = Math.max(0, bounds.x0);
  const bx1 = Math.min(gray.width, bounds.x1);
  const by0 = Math.max(0, bounds.y0);
  const by1 = Math.min(gray.height, bounds.y1);
  const counts = new Uint32Array(256);
  for (let y = Math.max(y0, by0); y < Math.min(y0 + height, by1); y++) {
    for (let x = Math.max(x0, bx0); x < Math.min(x0 + width, bx1); x++) {
      const value = gray.data[y * gray.width + x]!;
      data[(y - y0) * width + x - x0] = value;
      counts[value]!++;
    }
  }
  const paper = percentile(counts, 0.6);
  if (paper < 250 && paper > 60)
    for (let i = 0; i < data.length; i++) data[i] = Math.min(255, Math.round((data[i]! * 255) / paper));
  return { width, height, data };
}

function percentile(counts: Uint32Array, share: number): number {
  let total = 0;
  for (const c of counts) total += c;
  let seen = 0;
  for (let v = 0; v < 256; v++) {
    seen += counts[v]!;
    if (seen > share * total) return v;
  }
  return 255;
}

/** A picture brought to a height, its proportions kept; pixels between are mixed from their neighbours. */
export function resizeTo(gray: Gray, height: number): Gray {
  const factor = gray.height / height;
  const width = Math.max(1, Math.round(gray.width / factor));
  const data = new Uint8Array(width * height);
  const fx = gray.width / width;
  for (let y = 0; y < height; y++) {
    const sy = Math.min(gray.height - 1, Math.max(0, (y + 0.5) * factor - 0.5));
    const iy = Math.min(Math.max(gray.height - 2, 0), Math.floor(sy));
    const wy = Math.min(1, sy - iy);
    const below = gray.height > 1 ? gray.width : 0;
    for (let x = 0; x < width; x++) {
      const sx = Math.min(gray.width - 1, Math.max(0, (x + 0.5) * fx - 0.5));
      const ix = Math.min(Math.max(gray.width - 2, 0), Math.floor(sx));
      const wx = Math.min(1, sx - ix);
      const right = gray.width > 1 ? 1 : 0;
      const p = iy * gray.width + ix;
      const top = gray.data[p]! * (1 - wx) + gray.data[p + right]! * wx;
      const low = gray.data[p + below]! * (1 - wx) + gray.data[p + below + right]! * wx;
      data[y * width + x] = top * (1 - wy) + low * wy + 0.5;
    }
  }
  return { width, height, data };
}
