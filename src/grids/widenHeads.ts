import type { Word } from '../pages/lines.js';
import type { Stretch } from './alignColumns.js';
import type { Segment } from './segments.js';

/** A word of the head: its line, and the columns that it stands over. */
export interface HeadWord {
  readonly row: number;
  readonly col0: number;
  readonly col1: number;
  readonly word: Word;
}

/** A middle this close to that of a group of columns, in parts of their width, is the group's. */
const CENTRED = 0.12;

interface Setting {
  readonly columns: readonly Stretch[];
  readonly across: readonly Segment[];
  /** Which words of the head are as high as each other. */
  readonly levelOf: (word: HeadWord) => string;
}

/**
 * Widens the words of a head that stand in the middle of several columns over all of them, from the top: a head that was widened over others is
 * none of their neighbours. Where two would share a column, it is of the one that stands more exactly in the middle. `across`: rules between the
 * levels of the head.
 */
export function widenHeads(
  words: readonly HeadWord[],
  columns: readonly Stretch[],
  across: readonly Segment[],
): HeadWord[] {
  // Where rules part the rows of the head, these are its levels: words stand at the top, in the middle or at the foot of them.
  const levelOf = (w: HeadWord): string => {
    const x = middleOf(w.word);
    const over = across.filter((s) => s.at < w.word.y1 && s.from <= x && s.to >= x).length;
    return over > 0 ? `ruled ${over}` : `${w.row}`;
  };
  const setting: Setting = { columns, across, levelOf };
  const out = [...words];
  for (const row of new Set(words.map((w) => w.row))) {
    const own = words.flatMap((w, i) => (w.row === row && !/^(栏次|\d{1,2})$/.test(w.word.text) ? i : []));
    const widen = (i: number, not?: HeadWord): HeadWord =>
      overRule(words[i]!, out, setting) ?? grow(words[i]!, out, setting, not);
    const spans = own.map((i) => widen(i));
    own.forEach((i, k) => {
      const off = offCentre(spans[k]!, columns);
      const better = spans.find((s, n) => n !== k && meet(s, spans[k]!) && offCentre(s, columns) < off);
      out[i] = better ? widen(i, better) : spans[k]!;
    });
  }
  return out;
}

/**
 * Widens a word over the columns of the rule that is drawn under it, where it stands in the middle of that rule, alone as high as it, and other
 * words stand under the rule. Undefined where it is no wider so.
 */
function overRule(own: HeadWord, words: readonly HeadWord[], setting: Setting): HeadWord | undefined {
  const { columns, across, levelOf } = setting;
  const middle = middleOf(own.word);
  const under = across.filter((s) => s.at > own.word.y1 - 2 && s.from <= middle && s.to >= middle);
  const rule = under.sort((a, b) => a.at - b.at)[0];
  if (!rule || Math.abs((rule.from + rule.to) / 2 - middle) > CENTRED * (rule.to - rule.from)) return undefined;
  const inside = columns.flatMap(({ x0, x1 }, c) => ((x0 + x1) / 2 > rule.from && (x0 + x1) / 2 < rule.to ? c : []));
  const [col0, col1] = [inside[0] ?? own.col0, inside.at(-1) ?? own.col1];
  if (col0 > own.col0 || col1 < own.col1 || col1 - col0 === own.col1 - own.col0) return undefined;
  const within = words.filter((w) => w !== own && w.col0 <= col1 && w.col1 >= col0);
  const alone = within.every((w) => levelOf(w) !== levelOf(own));
  return alone && within.some((w) => w.word.y1 > rule.at) ? { ...own, col0, col1 } : undefined;
}

/** Widens a word over the columns beside it that have no word of their own as high as it, while it stays in their middle; over none of `not`. */
function grow(own: HeadWord, words: readonly HeadWord[], { columns, levelOf }: Setting, not?: HeadWord): HeadWord {
  /** The level of the next word under a column, none where a word stands as high as this one or higher. */
  const under = (c: number): string | undefined => {
    const isOver = (w: HeadWord): boolean => w.row < own.row && w.col0 <= own.col0 && w.col1 >= own.col1;
    if (words.some((w) => w.row <= own.row && w !== own && w.col0 <= c && c <= w.col1 && !isOver(w))) return undefined;
    const next = words.find((w) => w.row > own.row && w.col0 <= c && c <= w.col1);
    return next && levelOf(next);
  };
  const next = under(own.col0);
  if (next === undefined) return own;
  const middle = middleOf(own.word);
  const free = (c: number): boolean =>
    c >= 0 && c < columns.length && under(c) === next && !(not && not.col0 <= c && c <= not.col1);
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

const meet = (a: HeadWord, b: HeadWord): boolean => a.col0 <= b.col1 && b.col0 <= a.col1;

/** How far from the middle of its columns a word stands, in parts of their width. */
function offCentre({ word, col0, col1 }: HeadWord, columns: readonly Stretch[]): number {
  const over = { x0: columns[col0]!.x0, x1: columns[col1]!.x1 };
  return Math.abs(middleOf(over) - middleOf(word)) / (over.x1 - over.x0);
}

export const middleOf = ({ x0, x1 }: Stretch): number => (x0 + x1) / 2;
