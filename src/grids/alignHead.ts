import { type TextLine, type Word, wordsOf } from '../pages/lines.js';
import { columnOf, overlap, type Stretch } from './alignColumns.js';

/** A word of the head: its line, and the columns that it stands over. */
export interface HeadWord {
  readonly row: number;
  readonly col0: number;
  readonly col1: number;
  readonly word: Word;
}

/** A middle this close to that of a group of columns, in parts of their width, is the group's. */
const CENTRED = 0.12;
/** Lines of one text are this close, in parts of the font size, and have one middle; rows of a head are farther apart. */
const SAME_TEXT = 1.36;
/** And this close where the lower one is but the end of a label: 附属单位上缴 over 收入. */
const ITS_END = 1.95;
const END = /^(?!小计|合计|金额|类|款|项).{1,2}$/;
/** Heads of several columns: whole on one line. */
const GROUP = /^(本年(收入|支出)|收入|支出|项目|(决|预)算数|栏次)$/;
/** Words that are a level of the head of their own, never a line of another text. */
const APART = /^(决算数|预算数|金额|收入|支出|栏次|类|款|项|\d{1,2}|\p{Script=Han}*预算数)$/u;

/**
 * Gives every word of the head its columns. A word whose neighbours in its line leave columns free on both sides, in the middle of
 * which it stands, is the head of all of them (本年支出 over 合计, 基本支出, 项目支出); words over each other in one column are one
 * text over several lines.
 */
export function alignHead(lines: readonly TextLine[], columns: readonly Stretch[]): HeadWord[] {
  const words = lines.flatMap((line, row) =>
    wordsOf(line).map((word): HeadWord => {
      const hit = columns.map((c, i) => ({ i, share: overlap(c, word) })).filter(({ share }) => share > 0);
      const col0 = hit[0]?.i ?? columnOf(word, columns);
      return { row, col0, col1: hit.at(-1)?.i ?? col0, word };
    }),
  );
  const whole = joinWrapped(words, lines);
  const grown = whole.map((w) => (/^(栏次|\d{1,2})$/.test(w.word.text) ? w : grow(w, whole, columns)));
  return joinLines(overLevels(grown));
}

/** What stands over one of 类 款 项 stands over all of them: they are the parts of one code. */
function overLevels(words: readonly HeadWord[]): HeadWord[] {
  const [first, , last] = ['类', '款', '项'].map((level) => words.find((w) => w.word.text === level));
  if (!first || !last || last.row !== first.row || last.col1 - first.col0 !== 2) return [...words];
  const above = (w: HeadWord): boolean => w.row < first.row && w.col0 >= first.col0 && w.col1 <= last.col1;
  return words.map((w) => (above(w) ? { ...w, col0: first.col0, col1: last.col1 } : w));
}

/** Makes one word of a text over several lines. */
function joinWrapped(words: readonly HeadWord[], lines: readonly TextLine[]): HeadWord[] {
  const out: { own: HeadWord; last: number; line: TextLine }[] = [];
  for (const w of words) {
    const line = lines[w.row]!;
    const above = out.findLast(
      ({ own, last, line: before }) =>
        before !== line &&
        w.word.y1 > last &&
        w.word.y1 - last < (END.test(w.word.text) ? ITS_END : SAME_TEXT) * line.size &&
        Math.abs(own.word.x0 + own.word.x1 - w.word.x0 - w.word.x1) < line.size &&
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

/** Widens a word over the columns beside it that have no word of their own as high as it, while it stays in their middle. */
function grow(own: HeadWord, words: readonly HeadWord[], columns: readonly Stretch[]): HeadWord {
  /** The line of the next word under a column, none where a word stands as high as this one or higher. */
  const under = (c: number): number | undefined =>
    words.some((w) => w.row <= own.row && w !== own && w.col0 <= c && c <= w.col1)
      ? undefined
      : words.find((w) => w.row > own.row && w.col0 <= c && c <= w.col1)?.row;
  const next = under(own.col0);
  if (next === undefined) return own;
  const free = (c: number): boolean => c >= 0 && c < columns.length && under(c) === next;
  const middle = (own.word.x0 + own.word.x1) / 2;
  let best = own;
  let from = own.col0;
  while (free(from - 1)) from--;
  let to = own.col1;
  while (free(to + 1)) to++;
  for (let a = from; a <= own.col0; a++) {
    for (let b = to; b >= own.col1; b--) {
      const [x0, x1] = [columns[a]!.x0, columns[b]!.x1];
      const centred = Math.abs((x0 + x1) / 2 - middle) <= CENTRED * (x1 - x0);
      if (centred && b - a > best.col1 - best.col0) best = { ...own, col0: a, col1: b };
    }
  }
  return best;
}

function joinLines(words: readonly HeadWord[]): HeadWord[] {
  const out: HeadWord[] = [];
  for (const w of words) {
    const above = out.findLast((o) => o.col0 === w.col0 && o.col1 === w.col1);
    const under = out.some((o) => above && o.row > above.row && o.col0 <= w.col1 && o.col1 >= w.col0);
    if (above && !under && w.row - above.row <= 2 && !APART.test(w.word.text) && !APART.test(above.word.text)) {
      out[out.indexOf(above)] = { ...above, word: { ...above.word, text: above.word.text + w.word.text } };
    } else if (!out.some((o) => o.row === w.row && o.col0 <= w.col1 && o.col1 >= w.col0)) out.push(w);
  }
  return out;
}
