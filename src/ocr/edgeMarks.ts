/**
 * Points and commas at the ends of the lines of a number that its column breaks (2,887. over 86): engines that know words take no notice of a
 * mark with nothing beside it.
 */
import type { Gray } from '../pictures/picture.js';
import type { Reading } from './engine.js';
import { type ColumnInk, inksOf } from './inks.js';

/** How far from the blackest towards paper a pixel still is ink. */
const DARK = 0.5;
/** In parts of the height of the digits: a mark is so low and so narrow, and stands so near them; a comma goes so far below their line. */
const MARK = { height: 0.45, width: 0.4, gap: 0.6, tail: 0.12 };

/** The reading of one line of a broken number with the marks that stand at its ends. `before`, `after`: where another line of it stands. */
export function withEdgeMarks(
  reading: Reading,
  crop: Gray,
  { before, after }: { readonly before: boolean; readonly after: boolean },
): Reading {
  if (!/^\d[\d.,]*$/.test(reading.text)) return reading;
  const inks = inksOf(crop, DARK);
  const tallest = Math.max(...inks.map(heightOf));
  const digits = inks.filter((ink) => heightOf(ink) > 0.7 * tallest);
  const [first, last] = [inks[0], inks.at(-1)];
  const chars = [...reading.chars];
  const add = (ink: ColumnInk, char: string) => ({
    char,
    x0: ink.x0 / crop.width,
    x1: ink.x1 / crop.width,
    confidence: reading.confidence,
  });
  const leading = before && first ? markOf(first, digits[0], tallest) : null;
  if (leading) chars.unshift(add(first!, leading));
  const trailing = after && last && /\d$/.test(reading.text) ? markOf(last, digits.at(-1), tallest) : null;
  if (trailing) chars.push(add(last!, trailing));
  return { ...reading, chars, text: chars.map((c) => c.char).join('') };
}

const heightOf = ({ y0, y1 }: ColumnInk): number => y1 - y0;

/** What the ink beside a digit is: a point, a comma, or no mark. */
function markOf(ink: ColumnInk, digit: ColumnInk | undefined, height: number): '.' | ',' | null {
  if (!digit || ink === digit) return null;
  const gap = Math.max(ink.x0 - digit.x1, digit.x0 - ink.x1);
  const isMark =
    heightOf(ink) <= MARK.height * height &&
    ink.x1 - ink.x0 <= MARK.width * height &&
    ink.y0 >= digit.y1 - MARK.height * height &&
    gap <= MARK.gap * height;
  if (!isMark) return null;
  return ink.y1 > digit.y1 + MARK.tail * height ? ',' : '.';
}
