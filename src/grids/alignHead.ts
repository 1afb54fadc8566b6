import { foldRadicals } from '../normalise/text.js';
import { type TextLine, type Word, wordsOf } from '../pages/lines.js';
import { columnOf, overlap, type Stretch } from './alignColumns.js';
import { isRuledBetween } from './ruledAcross.js';
import type { Segment } from './segments.js';
import { type HeadWord, middleOf, widenHeads } from './widenHeads.js';

/** Lines of one text are this close, in parts of the font size, and have one middle; rows of a head are farther apart. */
const SAME_TEXT = 1.36;
/** And this close where the lower one is but the end of a label: 附属单位上缴 over 收入. */
const ITS_END = 1.95;
const END = /^(?!小计|合计|金额|决算|预算|类|款|项).{1,2}$/;
/** Heads of several columns: whole on one line. */
const GROUP = /^(本年(收入|支出)|收入|支出|项目|(决|预)算数|栏次)$/;
/** Words that are a level of the head of their own, never a line of another text. */
const APART = /^(决算数|预算数|金额|收入|支出|栏次|类|款|项|\d{1,2}|\p{Script=Han}*预算数)$/u;

/**
 * Gives every word of the head its columns. A word whose neighbours in its line leave columns free on both sides, in the middle of
 * which it stands, is the head of all of them (本年支出 over 合计, 基本支出, 项目支出); words over each other in one column are one
 * text over several lines, unless a rule of `across` parts them.
 */
export function alignHead(
  lines: readonly TextLine[],
  columns: readonly Stretch[],
  across: readonly Segment[],
): HeadWord[] {
  const words = lines.flatMap((line, row) =>
    wordsOf(line)
      .flatMap((word) => cutAtColumns(word, line, columns))
      .map((word): HeadWord => {
        const hit = columns.map((c, i) => ({ i, share: overlap(c, word) })).filter(({ share }) => share > 0);
        const col0 = hit[0]?.i ?? columnOf(word, columns);
        return { row, col0, col1: hit.at(-1)?.i ?? col0, word };
      }),
  );
  const whole = joinWrapped(words, lines, across);
  const grown = widenHeads(whole, columns, across);
  return joinLines(overLevels(grown), lines, across);
}

/** What stands over one of 类 款 项 stands over all of them: they are the parts of one code. */
function overLevels(words: readonly HeadWord[]): HeadWord[] {
  const [first, , last] = ['类', '款', '项'].map((level) => words.find((w) => w.word.text === level));
  if (!first || !last || last.row !== first.row || last.col1 - first.col0 !== 2) return [...words];
  const above = (w: HeadWord): boolean => w.row < first.row && w.col0 >= first.col0 && w.col1 <= last.col1;
  return words.map((w) => (above(w) ? { ...w, col0: first.col0, col1: last.col1 } : w));
}

/** A gap this much wider than the others of a word, and this wide in parts of the font size, may part the heads of two columns. */
const WIDER = 1.8;
const GAP = 0.25;

/** Heads that nearly touch (一般公共预算财政 beside 政府性基金预算财) are cut where a gap stands between two columns. */
function cutAtColumns(word: Word, { glyphs, size }: TextLine, columns: readonly Stretch[]): Word[] {
  const own = glyphs.filter((g) => g.x0 >= word.x0 - 0.1 && g.x1 <= word.x1 + 0.1);
  const gaps = own.slice(1).map((g, i) => g.x0 - own[i]!.x1);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const cuts = gaps.flatMap((gap, i) => {
    const [x0, x1] = [own[i]!.x1, own[i + 1]!.x0];
    const between = columns.slice(1).some((c, k) => columns[k]!.x1 < x1 && c.x0 > x0);
    return between && gap > GAP * size && gap > WIDER * Math.max(usual, 0) ? i + 1 : [];
  });
  if (cuts.length === 0) return [word];
  return [0, ...cuts].map((from, i) => {
    const part = own.slice(from, cuts[i]);
    return { ...word, text: foldRadicals(part.map((g) => g.char).join('')), x0: part[0]!.x0, x1: part.at(-1)!.x1 };
  });
}

/** Lines of one text have one middle; in one column, where a blank may stand behind one of them, they are less exact. */
function standsUnder(own: HeadWord, w: HeadWord, size: number): boolean {
  const inOne = own.col0 === own.col1 && w.col0 === own.col0 && w.col1 === own.col0;
  return Math.abs(middleOf(own.word) - middleOf(w.word)) < (inOne ? 1.25 : 0.5) * size;
}

/** Makes one word of a text over several lines. */
function joinWrapped(words: readonly HeadWord[], lines: readonly TextLine[], across: readonly Segment[]): HeadWord[] {
  const out: { own: HeadWord; last: number; line: TextLine }[] = [];
  for (const w of words) {
    const line = lines[w.row]!;
    const above = out.findLast(
      ({ own, last, line: before }) =>
        before !== line &&
        w.word.y1 > last &&
        w.word.y1 - last < (END.test(w.word.text) ? ITS_END : SAME_TEXT) * line.size &&
        standsUnder(own, w, line.size) &&
        !isParted(own.word, { ...w.word, size: line.size }, across) &&
        !GROUP.test(own.word.text) &&
        !/^\d{1,2}$/.test(w.word.text),
    );
    if (!above) {
      out.push({ own: w, last: w.word.y1, line });
      continue;
    }
    const { own } = above;
    above.last = w.word.y1;
    above.line = line;
    above.own = {
      row: own.row,
      col0: Math.min(own.col0, w.col0),
      col1: Math.max(own.col1, w.col1),
      word: {
        text: own.word.text + w.word.text,
        x0: Math.min(own.word.x0, w.word.x0),
        x1: Math.max(own.word.x1, w.word.x1),
        y1: w.word.y1,
      },
    };
  }
  return out.map(({ own }) => own);
}

const isParted = (above: Word, below: Word & { readonly size: number }, across: readonly Segment[]): boolean =>
  isRuledBetween(above, below, middleOf(below), across);

function joinLines(words: readonly HeadWord[], lines: readonly TextLine[], across: readonly Segment[]): HeadWord[] {
  const out: HeadWord[] = [];
  for (const w of words) {
    const above = out.findLast((o) => o.col0 === w.col0 && o.col1 === w.col1);
    const under = out.some((o) => above && o.row > above.row && o.col0 <= w.col1 && o.col1 >= w.col0);
    const parted = above && isParted(above.word, { ...w.word, size: lines[w.row]!.size }, across);
    if (
      above &&
      !under &&
      !parted &&
      w.row - above.row <= 2 &&
      !APART.test(w.word.text) &&
      !APART.test(above.word.text)
    ) {
      out[out.indexOf(above)] = { ...above, word: { ...above.word, text: above.word.text + w.word.text } };
    } else if (!out.some((o) => o.row === w.row && o.col0 <= w.col1 && o.col1 >= w.col0)) out.push(w);
  }
  return out;
}
