import type { Rendering } from '../pages/pdfium/picture.js';
import type { Gray } from './picture.js';
import { redPrint, type Tiles } from './redPrint.js';

/** A pixel whose red stands out by this much over green and blue has the ink of a seal or of a red mark, or its fringe. */
const RED = 8;
/** How much of what stands out is added: the red of a seal is a fifth darker than paper. */
const LIFT = 0.4;

/**
 * Gray of a coloured page. A red seal goes: where red stands out, the red channel alone is taken and lifted, by which red ink becomes as
 * light as paper, and black print under it stays black. Print in red stays.
 */
export function toGray(rendering: Rendering): Gray {
  const { width, height, data } = rendering;
  const red = redPrint(rendering);
  const gray = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < gray.length; i++, p += 4) {
    const b = data[p]!;
    const g = data[p + 1]!;
    const r = data[p + 2]!;
    const excess = r - Math.max(g, b);
    gray[i] =
      excess > RED && !(red && isPrinted(red, i % width, Math.floor(i / width)))
        ? Math.min(255, r + LIFT * excess)
        : (r * 77 + g * 150 + b * 29) >> 8;
  }
  return { width, height, data: gray };
}

const isPrinted = ({ side, columns, printed }: Tiles, x: number, y: number): boolean =>
  printed[Math.floor(y / side) * columns + Math.floor(x / side)] === 1;

/** Whether a picture has hardly any gray between its black and its white. */
export function isBilevel({ data }: Gray): boolean {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 3) counts[data[i]!]!++;
  let middle = 0;
  let dark = 0;
  for (let v = 0; v < 256; v++) {
    if (v < 128) dark += counts[v]!;
    if (v >= 24 && v < 232) middle += counts[v]!;
  }
  return dark > 0 && middle < 0.08 * dark;
}
