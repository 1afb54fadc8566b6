import type { TextLine } from '../pages/lines.js';
import { firstOfBody } from './alignGrid.js';
import { REACH } from './components.js';
import { interval, type Segment, snapPositions } from './segments.js';

/** The words of a head stand in at least this share of the columns; the first lines of a label over several lines do not. */
const COVERED = 0.5;

/** Words of the heads of accounts, and marks of what is none: a cell of text over several lines, alone on its page. */
const OF_ACCOUNTS = /合计|小计|决算|预算|科目|收入|支出/;
const SENTENCE = /[，。；,;]/;

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
  const first = firstOfBody(lines, []);
  const head = lines.slice(0, Math.max(first, 0));
  const covered = new Set(head.flatMap(({ glyphs }) => glyphs.map((g) => interval(xs, (g.x0 + g.x1) / 2))));
  const words = head.map((l) => l.text).join('');
  if (covered.size < COVERED * (xs.length - 1) || !OF_ACCOUNTS.test(words) || SENTENCE.test(words)) return [];
  const foot = (lines[first - 1]!.y1 + lines[first]!.y0) / 2;
  const begin = snapPositions(verticals.map((v) => v.from)).filter((y) => y > top! + REACH && y < foot - REACH);
  const levels = begin.flatMap((y) => level(xs, y, verticals));
  const parted = xs.slice(1).flatMap((to, column) => partedWords(head, { from: xs[column]!, to }, levels));
  const across = (at: number): Segment => ({ at, from: xs[0]!, to: xs.at(-1)! });
  const numbers = head.flatMap((l, i) => (i > 0 && NUMBERS.test(l.text) ? [across((head[i - 1]!.y1 + l.y0) / 2)] : []));
  return [...levels, ...parted, ...numbers, across(foot)];
}

/** 栏次 1 2 3 …: a row of its own. */
const NUMBERS = /^(?:栏次|类|款|项)*\d{2,}$/;
/** Words that are a level of the head of their own, under another in one column. */
const APART = /^(?:决算数|预算数|金额)$/;

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
  // 决算 over 数 is one of them too.
  const isWord = (i: number): boolean => {
    const texts = own.slice(i).map((l) => l.text);
    return texts.some((_, k) => APART.test(texts.slice(0, k + 1).join('')));
  };
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
