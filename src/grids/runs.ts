import type { Glyph } from '../pages/page.js';

/** The cell that a character stands in: index of its table on the page, index of the cell in it. */
export interface Home {
  readonly frame: number;
  readonly cell: number;
}

/** Characters of one run follow each other without a gap, in parts of the em. */
const TOUCHING = 0.15;
const WORDS = /[\p{Script=Han}（）()、，“”]/u;
/** What stands in the cell of an amount, alone or behind a mark for none. */
const AMOUNT_WORDS: ReadonlySet<string> = new Set(['无', '元', '万元', '亿元']);
/** What follows a number in its cell (元, 万元) or closes it is no longer than this. */
const BESIDE_A_NUMBER = 2;
/** A rule may touch what it stands between, in parts of the em. */
const GIVE = 0.02;
/** Room between a number and its unit, in parts of the em. */
const BEFORE_UNIT = 0.7;

/**
 * A label that is longer than its cell and printed on over the next one (spreadsheets) belongs to the cell that holds most of it. Words
 * only: where a number goes on over a rule, two numbers may touch, and its cells are in doubt. The unit or the bracket of a number and 无 stay
 * where they stand, though the label of the next cell touches them. Changes `homes`, one a glyph. `rightOf`: the right side of a cell.
 */
export function keepRunsTogether(
  glyphs: readonly Glyph[],
  homes: (Home | undefined)[],
  rightOf: (home: Home) => number,
): void {
  const isBetween = (i: number): boolean => {
    const home = homes[i - 1];
    return home !== undefined && !isSame(home, homes[i]) && standsBetween(rightOf(home), glyphs[i - 1]!, glyphs[i]!);
  };
  const isRun = (i: number): boolean => goesOn(glyphs[i - 1]!, glyphs[i]!) && !isBetween(i);
  // Only a run that leaves its cell has anything to settle.
  for (let i = 1; i < glyphs.length; i++) {
    if (isSame(homes[i - 1], homes[i]) || !isRun(i)) continue;
    let from = i - 1;
    while (from > 0 && isRun(from)) from--;
    while (i + 1 < glyphs.length && isRun(i + 1)) i++;
    if (i + 1 - from > 2) settle(glyphs, homes, from, i + 1);
  }
}

const goesOn = (a: Glyph, b: Glyph): boolean =>
  a.turn === 0 && b.turn === 0 && follows(a, b, TOUCHING) && WORDS.test(a.char) && WORDS.test(b.char);

/** Whether a rule stands in a gap between two characters: what is printed on over a rule is cut by it, or has no gap there. */
const standsBetween = (rule: number, a: Glyph, b: Glyph): boolean =>
  a.x1 <= rule + GIVE * a.size && b.x0 >= rule - GIVE * a.size && b.x0 - a.x1 > 2 * GIVE * a.size;

/** `room` in parts of the em. */
const follows = (a: Glyph, b: Glyph, room: number): boolean =>
  Math.abs(a.baseline - b.baseline) < 0.1 * a.size && Math.abs(b.x0 - a.x1) < room * a.size;

/** The characters from `from` to before `to`, in one cell. */
interface Part {
  readonly home: Home;
  readonly from: number;
  readonly to: number;
}

function settle(glyphs: readonly Glyph[], homes: (Home | undefined)[], from: number, to: number): void {
  const parts = partsOf(homes, from, to);
  if (parts.length < 2) return;
  /** `edge`: where the part and what stands beside it meet; `beside`: the character there that may be a digit. */
  const isOfAmount = ({ from, to }: Part, edge: number, beside: number): boolean =>
    to - from <= BESIDE_A_NUMBER &&
    (AMOUNT_WORDS.has(
      glyphs
        .slice(from, to)
        .map(({ char }) => char)
        .join(''),
    ) ||
      (/\p{Nd}/u.test(glyphs[beside]?.char ?? '') && follows(glyphs[edge - 1]!, glyphs[edge]!, BEFORE_UNIT)));
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (isOfAmount(last, to, to)) parts.pop();
  if (isOfAmount(first, from, from - 1)) parts.shift();
  const size = (own: readonly Part[]): number => own.reduce((sum, part) => sum + part.to - part.from, 0);
  const most = parts.reduce<Part | undefined>((a, b) => (a && size([a]) >= size([b]) ? a : b), undefined);
  if (!most || size(parts.filter(({ home }) => isSame(home, most.home))) * 2 <= size(parts)) return;
  for (const part of parts) for (let i = part.from; i < part.to; i++) homes[i] = most.home;
}

const isSame = (a: Home | undefined, b: Home | undefined): boolean => a?.cell === b?.cell && a?.frame === b?.frame;

/** Empty where a character of the run stands in no cell. */
function partsOf(homes: readonly (Home | undefined)[], from: number, to: number): Part[] {
  const parts: Part[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && isSame(homes[i], homes[start])) continue;
    const home = homes[start];
    if (!home) return [];
    parts.push({ home, from: start, to: i });
    start = i;
  }
  return parts;
}
