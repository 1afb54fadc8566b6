import type { TextLine } from '../pages/lines.js';

/** Where the text of a page begins and ends on its lines. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** The margins of a page's text: the leftmost beginning and the rightmost end of its lines. */
export function marginsOf(lines: readonly TextLine[]): Margins {
  const long = lines.filter((l) => l.text.length >= 8);
  const own = long.length > 0 ? long : lines;
  return { left: Math.min(...own.map((l) => l.x0)), right: Math.max(...own.map((l) => l.x1)) };
}

const ENDS = /[。；;！!？?]["”’）)]?$/;
const NUMBERED =
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、．.](?!\d)|[①-⑳])/;
/** A last line may be this much shorter than the others, in characters, and still be full: a mark or a number went over. */
const SLACK = 2.2;

export const isNumbered = (text: string): boolean => NUMBERED.test(text);

/** A line that names what follows: numbered or marked as a part, short, and without the marks of a sentence. */
export const isHeading = (text: string): boolean =>
  text.length <= 60 &&
  (/^第[一二三四五六七八九十]+部分/.test(text) ||
    (/^(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十]+[）)])/.test(text) && !/[，；;]/.test(text))) &&
  !/(?<!说明|情况|概况|职责|构成)[。：:]$/.test(text) &&
  !/[。].+/.test(text);

/** Titles stand in the middle of the page and may be broken in the middle of a word. */
const centred = (line: TextLine, { left, right }: Margins): boolean =>
  line.x0 - left > 2.5 * line.size && Math.abs(line.x0 - left - (right - line.x1)) < 3 * line.size;
const isComplete = (text: string): boolean => /(?:表|图|年度|说明|概况|解释|附件|月)[)）]?$/.test(text);

/** Whether the line `next` begins a paragraph of its own after `last`; both with the margins of their pages. */
export function breaksBefore(
  last: TextLine,
  lastMargins: Margins,
  next: TextLine,
  nextMargins: Margins,
  samePage: boolean,
): boolean {
  const size = last.size;
  const short = lastMargins.right - last.x1;
  const full = short <= SLACK * size;
  const indent = next.x0 - nextMargins.left;
  const indented = indent > 1.2 * next.size;
  // One line of a paragraph may be set a little larger; it goes on in the middle of a sentence then.
  const unlike = Math.abs(next.size - size) / Math.min(size, next.size);
  if (unlike > 0.3 || (unlike > 0.18 && (indented || ENDS.test(last.text)))) return true;
  if (isHeading(last.text) && !full) return true;
  if (samePage && next.y0 - last.y1 > 6 * size) return true;
  if (isNumbered(next.text) && (indented || !full || ENDS.test(last.text))) return true;
  if (centred(last, lastMargins) && centred(next, nextMargins) && next.y0 - last.y1 < 2 * size)
    return ENDS.test(last.text) || isComplete(last.text);
  if (full) return indented;
  if (ENDS.test(last.text)) return true;
  // A short line without an end: text that is set ragged goes on, a line of a list or of a cover does not.
  return indented || short > 0.4 * (lastMargins.right - lastMargins.left);
}
