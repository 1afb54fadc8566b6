import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';

/** A place in the file where the printed page numbers jump: pages of the print are not in the file. */
export interface PageGap {
  /** The pages of the file on both sides, and what they print. */
  readonly before: number;
  readonly after: number;
  readonly printed: readonly [number, number];
  /** A table on the page before that ends lower than this, in points, and below all text, may go on over the gap. */
  readonly foot: number;
}

const NUMBER = /^(?:第)?[-—–－―.·]*(\d{1,3})[-—–－―.·]*(?:页(?:[,，/]?共\d+页)?|\/\d+)?$/;
/** The strips at the head and the foot of a page where its number stands, in parts of its height. */
const STRIP = 0.12;
/** A table that fills the page ends below this, in parts of the page's height. */
const FOOT = 0.75;
/** So many pages on each side must be numbered alike: a number that is misprinted or misread alone is no gap. */
const ALIKE = 2;

/** Where the printed page numbers jump, and are steady before and after. */
export function pageGaps(pages: readonly PageGrids[]): readonly PageGap[] {
  const numbered = pages.flatMap((page) => {
    const numbers = printedNumbers(page);
    return numbers.length > 0 ? [{ page, numbers }] : [];
  });
  const gaps: PageGap[] = [];
  numbered.forEach(({ page, numbers }, i) => {
    const next = numbered[i + 1];
    if (!next) return;
    for (const own of numbers) {
      for (const other of next.numbers) {
        const jump = other - own - (next.page.page - page.page);
        if (jump < 1 || jump > pages.length) continue;
        const steady = (from: number, to: number, ahead: number): number =>
          numbered.slice(from, to).filter((n) => n.numbers.includes(n.page.page + ahead)).length;
        const before = steady(Math.max(0, i + 1 - ALIKE), i + 1, own - page.page);
        const after = steady(i + 1, i + 1 + ALIKE, other - next.page.page);
        if (before < ALIKE || after < Math.min(ALIKE, numbered.length - i - 1)) continue;
        gaps.push({
          before: page.page,
          after: next.page.page,
          printed: [own, other],
          foot: Math.max(FOOT * page.height, ...bodyLines(page).map((l) => l.y1)),
        });
      }
    }
  });
  return gaps;
}

const inStrip = (line: TextLine, height: number): boolean => line.y1 < height * STRIP || line.y0 > height * (1 - STRIP);

/** The text of a page outside its tables, without its head and foot. */
const bodyLines = ({ lines, height }: PageGrids): TextLine[] => lines.filter((l) => !inStrip(l, height));

/** What may be the number of a page: lines, or pieces of them, at its head and foot that are a number. */
function printedNumbers({ lines, height }: PageGrids): number[] {
  return lines
    .filter((l) => inStrip(l, height))
    .flatMap((l) => [l.text, ...l.segments.map((s) => s.text)])
    .flatMap((text) => NUMBER.exec(comparable(text))?.[1] ?? [])
    .map(Number)
    .filter((n, i, all) => all.indexOf(n) === i);
}
