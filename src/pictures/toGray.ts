import type { Rendering } from '../pages/pdfium/picture.js';
import type { Gray } from './picture.js';

/** A pixel whose red stands out by this much over green and blue is the ink of a seal or of a red mark. */
const RED = 24;

/**
 * Gray of a coloured page. A red seal goes: where red stands out, the red channel alone is taken, in which red ink is as
 * light as paper and black print under it stays black.
 */
export function toGray({ width, height, data }: Rendering): Gray {
  const gray = new Uint8Array(width * height);
  for (let i = 0, p = 0; i < gray.length; i++, p += 4) {
    const b = data[p]!;
    const g = data[p + 1]!;
    const r = data[p + 2]!;
    gray[i] = r - g > RED && r - b > RED ? r : (r * 77 + g * 150 + b * 29) >> 8;
  }
  return { width, height, data: gray };
}

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
