import type { Box } from '../pages/page.js';
import { COLUMNS, cutDigits, type DigitPicture, ROWS } from '../pictures/cutDigits.js';
import type { DigitLooks } from '../readings/secondReading.js';
import type { KeptCrops } from './secondFromCrops.js';

/** Pictures that are kept of a digit, and of one page. */
const MOST = 80;
const OF_A_PAGE = 16;
/** So many of a digit must be nearer than any of another … */
const NEAREST = 3;
/** … by this much. */
const MARGIN = 1.15;
/** How much farther from those of its digit than they are from each other is another type face. */
const STRANGE = 1.5;

interface Known {
  readonly page: number;
  readonly picture: DigitPicture;
}

/**
 * What the digits of a document look like, by amounts that sums bear out: a third witness beside two engines, which err alike on poor pictures
 * ("4" as "1"). It is no reading: it says whether the print can be the amount that was read. Of print that is cut otherwise, or in a type face in
 * which nothing is certain, it says no.
 */
export class DigitWitness implements DigitLooks {
  private readonly known = new Map<string, Known[]>();
  private readonly spreads = new Map<string, number>();

  constructor(private readonly kept: KeptCrops) {}

  learn(page: number, box: Box, amount: string): void {
    this.spreads.clear();
    const digits = digitsOf(amount);
    if (!digits.some((digit) => this.hasRoom(page, digit))) return;
    this.cut(page, box, amount)?.forEach((picture, i) => {
      const digit = digits[i]!;
      if (!this.hasRoom(page, digit)) return;
      const own = this.known.get(digit);
      if (own) own.push({ page, picture });
      else this.known.set(digit, [{ page, picture }]);
    });
  }

  bearsOut(page: number, box: Box, amount: string): boolean {
    // A digit that was never seen would look most like another.
    if ([...ALL].some((digit) => (this.known.get(digit)?.length ?? 0) < NEAREST)) return false;
    const digits = digitsOf(amount);
    return this.cut(page, box, amount)?.every((picture, i) => this.isLike(picture, digits[i]!)) ?? false;
  }

  private hasRoom(page: number, digit: string): boolean {
    const own = this.known.get(digit) ?? [];
    return own.length < MOST && own.filter((k) => k.page === page).length < OF_A_PAGE;
  }

  private isLike(picture: DigitPicture, digit: string): boolean {
    const near = this.nearness(picture, digit);
    if (near > STRANGE * this.spread(digit)) return false;
    for (const [other, all] of this.known)
      if (other !== digit && all.some((k) => distance(picture, k.picture, MARGIN * near) < MARGIN * near)) return false;
    return true;
  }

  /** How near the third nearest of a digit is. */
  private nearness(picture: DigitPicture, digit: string): number {
    const all = this.known.get(digit)!.flatMap((k) => (k.picture === picture ? [] : distance(picture, k.picture, FAR)));
    return all.sort((a, b) => a - b)[NEAREST - 1] ?? FAR;
  }

  /** How far those that are known to be a digit are from each other at the most. */
  private spread(digit: string): number {
    const before = this.spreads.get(digit);
    if (before !== undefined) return before;
    const own = Math.max(...this.known.get(digit)!.map((k) => this.nearness(k.picture, digit)));
    this.spreads.set(digit, own);
    return own;
  }

  private cut(page: number, box: Box, amount: string): DigitPicture[] | undefined {
    const inside = this.kept.inside(page, box);
    return inside.length === 1 ? cutDigits(inside[0]!.crop, amount) : undefined;
  }
}

const ALL = '0123456789';
const digitsOf = (amount: string): string[] => amount.match(/\d/g) ?? [];

/** Two pictures are never as far apart. */
const FAR = 256 * COLUMNS * ROWS;

/** How far two pictures are apart, where one is moved by a field at most: the sum of the differences of their fields, or `limit` if it is more. */
function distance(a: DigitPicture, b: DigitPicture, limit: number): number {
  let least = limit;
  for (let down = -1; down <= 1; down++)
    for (let across = -1; across <= 1; across++) least = moved(a, b, across, down, least);
  return least;
}

function moved(a: DigitPicture, b: DigitPicture, across: number, down: number, limit: number): number {
  let sum = 0;
  for (let y = 0, at = 0; y < ROWS; y++) {
    const from = (y + down) * COLUMNS + across;
    const inside = y + down >= 0 && y + down < ROWS;
    for (let x = 0; x < COLUMNS; x++, at++) {
      const ink = inside && x + across >= 0 && x + across < COLUMNS ? b[from + x]! : 0;
      const own = a[at]!;
      sum += own > ink ? own - ink : ink - own;
    }
    if (sum >= limit) return limit;
  }
  return sum;
}
