import type { Box, Leaf } from '../pages/page.js';

export interface PrintedDigit {
  readonly char: string;
  /** Points, as displayed. */
  readonly box: Box;
}

/** The digits in a cell that the picture of its page shows as they are printed; none where their font is not in the file. */
export function printedDigits([x0, y0, x1, y1]: Box, { digits }: Leaf): PrintedDigit[] {
  const out: PrintedDigit[] = [];
  for (let at = 0; at < digits.length; at += 5) {
    const [value, left, top, right, bottom] = digits.subarray(at, at + 5) as unknown as [number, ...Box];
    const middle = (top + bottom) / 2;
    if (left < x0 - 1 || right > x1 + 1 || middle <= y0 || middle >= y1) continue;
    out.push({ char: String(value), box: [left, top, right, bottom] });
  }
  return out;
}
