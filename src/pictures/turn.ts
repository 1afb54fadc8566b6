import type { Box } from '../pages/page.js';
import { type Gray, type Keystone, paperOf, type Straightened } from './picture.js';

/** Turns a picture by quarter turns counter-clockwise, so that what leans `turns` clockwise stands upright. */
export function turnBack(gray: Gray, turns: 0 | 1 | 2 | 3): Gray {
  const { width: w, height: h, data } = gray;
  if (turns === 0) return gray;
  const out = new Uint8Array(data.length);
  if (turns === 2) {
    for (let i = 0; i < data.length; i++) out[data.length - 1 - i] = data[i]!;
    return { width: w, height: h, data: out };
  }
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = turns === 1 ? (w - 1 - x) * h + y : x * h + (h - 1 - y);
      out[at] = data[y * w + x]!;
    }
  }
  return { width: h, height: w, data: out };
}

/** Where a place of a straight picture was, before it was turned back; in the same unit as `width` and `height` of the picture. */
function beforeKeystone(x: number, y: number, keystone: Keystone, width: number, height: number): [number, number] {
  const { across, down } = keystone;
  const [u, v] = [x / width - 0.5, y / height - 0.5];
  return [x + (down.middle + down.spread * u) * v * height, y + (across.middle + across.spread * v) * u * width];
}

/**
 * Turns a picture that leans by `angle` (radians, clockwise) back about its middle, and makes lines that run together parallel; what comes in at
 * the corners is paper.
 */
export function straighten(gray: Gray, angle: number, keystone: Keystone | null = null): Gray {
  if (angle === 0 && keystone === null) return gray;
  const { width: w, height: h, data } = gray;
  const out = new Uint8Array(w * h);
  const paper = paperOf(gray);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const cx = (w - 1) / 2;
  const cy = (h - 1) / 2;
  for (let y = 0; y < h; y++) {
    let sx = cx - cos * cx - sin * (y - cy);
    let sy = cy - sin * cx + cos * (y - cy);
    for (let x = 0; x < w; x++, sx += cos, sy += sin) {
      if (keystone !== null) {
        const [kx, ky] = beforeKeystone(x, y, keystone, w, h);
        sx = cx + cos * (kx - cx) - sin * (ky - cy);
        sy = cy + sin * (kx - cx) + cos * (ky - cy);
      }
      const ix = Math.floor(sx);
      const iy = Math.floor(sy);
      if (ix < 0 || iy < 0 || ix >= w - 1 || iy >= h - 1) {
        out[y * w + x] = paper;
        continue;
      }
      const fx = sx - ix;
      const fy = sy - iy;
      const p = iy * w + ix;
      const top = data[p]! + (data[p + 1]! - data[p]!) * fx;
      const low = data[p + w]! + (data[p + w + 1]! - data[p + w]!) * fx;
      out[y * w + x] = top + (low - top) * fy + 0.5;
    }
  }
  return { width: w, height: h, data: out };
}

/**
 * The box on the page as displayed of a box on the page turned upright: the smallest that holds it. `width`, `height`: of
 * the displayed page, in points.
 */
export function asDisplayed(box: Box, { turn, angle, keystone }: Straightened, width: number, height: number): Box {
  const [w, h] = turn % 2 === 0 ? [width, height] : [height, width];
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => {
    const [kx, ky] = keystone ? beforeKeystone(x!, y!, keystone, w, h) : [x!, y!];
    const dx = kx - w / 2;
    const dy = ky - h / 2;
    const px = w / 2 + cos * dx - sin * dy;
    const py = h / 2 + sin * dx + cos * dy;
    if (turn === 1) return [width - py, px] as const;
    if (turn === 2) return [width - px, height - py] as const;
    if (turn === 3) return [py, height - px] as const;
    return [px, py] as const;
  });
  const xs = corners.map((c) => c[0]);
  const ys = corners.map((c) => c[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
