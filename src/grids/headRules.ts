import type { TextLine } from '../pages/lines.js';
import { firstOfBody } from './alignGrid.js';
import { REACH } from './components.js';
import { type Segment, snapPositions } from './segments.js';

/** Fewer lines than this are the cells of one row. */
const LINES = 4;

/**
 * The horizontal rules that a table lacks whose columns alone are ruled, head and all: one under the head, and those between its levels, where
 * a rule between two columns begins: above it their head is one. `xs`: the lines between its columns, of which `verticals` are the drawn
 * stretches; `lines`: what is printed in it. None where no head stands there: columns that go on from the page before.
 */
export function headRules(
  xs: readonly number[],
  [top]: readonly number[],
  verticals: readonly Segment[],
  lines: readonly TextLine[],
): Segment[] {
  if (lines.length < LINES) return [];
  const first = firstOfBody(lines, []);
  if (first < 1) return [];
  const foot = (lines[first - 1]!.y1 + lines[first]!.y0) / 2;
  const begin = snapPositions(verticals.map((v) => v.from)).filter((y) => y > top! + REACH && y < foot - REACH);
  const head = lines.slice(0, first);
  const levels = begin.flatMap((y) => level(xs, y, verticals));
  const words = xs.slice(1).flatMap((to, column) => partedWords(head, { from: xs[column]!, to }, levels));
  return [...levels, ...words, { at: foot, from: xs[0]!, to: xs.at(-1)! }];
}

/** Words that are a level of the head of their own, under another in one column. */
const APART = /^(?:决算数|预算数|金额|栏次|\d{1,2})$/;

/** The rules of one column of the head over such words: under another text of it, where no other rule is between. */
function partedWords(
  head: readonly TextLine[],
  column: Pick<Segment, 'from' | 'to'>,
  levels: readonly Segment[],
): Segment[] {
  const { from, to } = column;
  const own = head.flatMap(({ glyphs, y0, y1 }) => {
    const text = glyphs.flatMap((g) => (g.x0 + g.x1 > 2 * from && g.x0 + g.x1 < 2 * to ? g.char : [])).join('');
    return text === '' ? [] : [{ text, y0, y1 }];
  });
  const isWord = (i: number): boolean =>
    own.slice(i).some((_, k) =>
      APART.test(
        own
          .slice(i, i + k + 1)
          .map((l) => l.text)
          .join(''),
      ),
    );
  return own.slice(1).flatMap(({ y0 }, i) => {
    const above = own[i]!.y1;
    const isParted = levels.some((s) => s.at > above - REACH && s.at < y0 + REACH && s.from < to && s.to > from);
    return isParted || !isWord(i + 1) ? [] : [{ at: (above + y0) / 2, from, to }];
  });
}

/** The stretches of a height under which columns stand that are one above it. */
function level(xs: readonly number[], y: number, verticals: readonly Segment[]): Segment[] {
  const isDrawn = (x: number, at: number): boolean =>
    verticals.some((v) => Math.abs(v.at - x) <= REACH && v.from < at && v.to > at);
  const out: Segment[] = [];
  let from = 0;
  for (let i = 1; i < xs.length; i++) {
    if (i < xs.length - 1 && !isDrawn(xs[i]!, y - REACH)) continue;
    const parts = xs.slice(from + 1, i).some((x) => isDrawn(x, y + REACH));
    if (parts) out.push({ at: y, from: xs[from]!, to: xs[i]! });
    from = i;
  }
  return out;
}
