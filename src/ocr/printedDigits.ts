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
    // A page has hundreds of digits, and nearly all of them stand elsewhere.
    const left = digits[at + 1]!;
    const right = digits[at + 3]!;
    if (left < x0 - 1 || right > x1 + 1) continue;
    const top = digits[at + 2]!;
    const bottom = digits[at + 4]!;
    const middle = (top + bottom) / 2;
    if (middle > y0 && middle < y1) out.push({ char: String(digits[at]), box: [left, top, right, bottom] });
  }
  return out;
}
