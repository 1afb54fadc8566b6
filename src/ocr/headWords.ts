import { pageToGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import type { Glyph, Page } from '../pages/page.js';
import { FORMS } from '../tables/forms/index.js';
import { editDistance, looksLike } from './vocabulary.js';

/** Words of the heads of the nine forms, besides the labels of their columns. */
const WORDS = [
  '项目',
  '行次',
  '栏次',
  '金额',
  '决算数',
  '预算数',
  '合计',
  '小计',
  '总计',
  '收入',
  '支出',
  '科目编码',
  '科目名称',
  '功能分类科目编码',
  '支出功能分类科目编码',
  '经济分类科目编码',
  '本年收入',
  '本年支出',
  '年初结转和结余',
  '年末结转和结余',
  '人员经费',
  '公用经费',
  '公务用车购置及运行费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务用车运行费',
  '因公出国(境)费',
  '公务接待费',
  '教育收费',
];
/** Words that heads of other tables and self-evaluation forms have, a character off one of those. */
const OTHERS: ReadonlySet<string> = new Set(['项目名称', '项目编码', '项目代码', '项目总支出']);
/** Of a shorter word one character says too little where its table has few of the words: 科目 is not 项目, and 合格 not 合计. */
const SHORTEST = 4;
const FEW = 3;
/** The head of a table is within its first rows. */
const HEAD_ROWS = 6;

let known: readonly string[] | undefined;

/** A total with a stroke of its cell's frame before it, which an engine took for a character. */
const FRAMED_TOTAL = /^.(合计|总计)$/;

/**
 * A head whose words are misread names no column: words of heads that are off by a character become what they must be, and
 * so do totals, which are told by their word.
 */
export function withHeadWords(page: Page): Page {
  known ??= [...new Set([...WORDS, ...FORMS.flatMap((f) => f.columns.map((c) => c.label))].map(comparable))];
  const changes = new Map<Glyph, string>();
  for (const grid of pageToGrids(page).grids) {
    const heads = grid.cells.filter((c) => c.row0 < HEAD_ROWS && c.lines.length > 0);
    const isOfTheNine = heads.filter((c) => known!.includes(comparable(c.text))).length > FEW;
    for (const cell of grid.cells) {
      if (cell.lines.length === 0) continue;
      const text = comparable(cell.text);
      if (cell.row0 >= HEAD_ROWS && !FRAMED_TOTAL.test(text)) continue;
      if (
        text.length < 2 ||
        !/\p{Script=Han}/u.test(text) ||
        known.includes(text) ||
        OTHERS.has(text.replace(/:$/, ''))
      )
        continue;
      const [x0, y0, x1, y1] = cell.box;
      const own = page.glyphs.filter(
        (g) => g.x0 >= x0 && g.x1 <= x1 && (g.y0 + g.y1) / 2 >= y0 && (g.y0 + g.y1) / 2 < y1,
      );
      own.sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
      if (FRAMED_TOTAL.test(text) && own.length === 3) changes.set(own[0]!, '');
      else for (const [g, char] of mended(own, known, isOfTheNine)) changes.set(g, char);
    }
  }
  return changes.size === 0
    ? page
    : {
        ...page,
        glyphs: page.glyphs.flatMap((g) => {
          const chars = changes.get(g);
          return chars === undefined ? [g] : sideBySide(chars, g);
        }),
      };
}

/** Characters over the place of one. */
function sideBySide(chars: string, g: Glyph): Glyph[] {
  const width = (g.x1 - g.x0) / chars.length;
  return [...chars].map((char, i) => ({ ...g, char, x0: g.x0 + i * width, x1: g.x0 + (i + 1) * width }));
}

/** Marks that are no part of any head: dust, or a stroke of the frame. 一 at the beginning may be read as one. */
const MARK = /[^\p{Script=Han}\p{Nd}()（）]/u;
const BEFORE_PUBLIC = /^[^\p{Script=Han}\p{Nd}]+(?=般公共)/u;

/**
 * The characters of a head that must be others, each with what it must be: none, or two where 一 before it was lost. A mark is dust, or else
 * what a character was taken for that stands alone on its line (> for 入). In a table with other words of the nine, a character behind a whole word
 * is what an engine made of its frame (其他收入票).
 */
function mended(own: readonly Glyph[], words: readonly string[], isOfTheNine: boolean): (readonly [Glyph, string])[] {
  const whole = comparable(own.map((g) => g.char).join(''));
  if (isOfTheNine && whole.length > SHORTEST && whole.length === own.length && words.includes(whole.slice(0, -1)))
    return [[own.at(-1)!, '']];
  for (const isDust of [true, false]) {
    const chars = charsOf(own, isDust);
    const text = comparable(chars.join(''));
    const word = words.includes(text) ? text : wordFor(text, words, isOfTheNine);
    if (word === undefined || text.length !== word.length) continue;
    let rest = word;
    return own.flatMap((g, i) => {
      const must = rest.slice(0, chars[i]!.length);
      rest = rest.slice(chars[i]!.length);
      return must === g.char ? [] : [[g, must] as const];
    });
  }
  return [];
}

function charsOf(own: readonly Glyph[], isDust: boolean): string[] {
  const dash = BEFORE_PUBLIC.exec(own.map((g) => g.char).join(''))?.[0].length ?? 0;
  return own.map((g, i) => {
    if (dash > 0 && i === dash - 1) return '一';
    if (i === 0 && g.char === '般' && own[1]?.char === '公') return '一般';
    return isDust && MARK.test(g.char) ? '' : g.char;
  });
}

/**
 * The one word of the same length that a text must be: a character in four may be misread, any that look alike, and one that is none;
 * in a table with other words of the nine, one of a shorter word too.
 */
function wordFor(text: string, words: readonly string[], isOfTheNine: boolean): string | undefined {
  const equal = words.filter((w) => w.length === text.length);
  const read = text.replace(new RegExp(MARK, 'gu'), '');
  const around = equal.filter((w) => [...w].every((c, i) => c === text[i] || MARK.test(text[i]!)));
  if (read.length === text.length - 1 && around.length === 1) return around[0];
  const least = isOfTheNine ? 1 : 0;
  const near = equal.filter((w) => editDistance(w, text) <= Math.max(least, Math.floor(w.length / SHORTEST)));
  if (near.length === 1) return near[0];
  const twins = equal.filter((w) => looksLike(w, text));
  return twins.length === 1 ? twins[0] : undefined;
}
