import { catalog } from '../catalog/catalog.js';

/** A 类, 款 or 项 that the text names with its mark or its code: names by level, as printed, those above filled in as far as they are named. */
export interface NamedItem {
  readonly from: number;
  readonly to: number;
  readonly names: readonly [group: string, section: string, item: string];
  readonly level: 1 | 2 | 3;
}

/** (类), and (208类) with its code. */
const MARK = /\((?:\d{2,7})?(类|款|项)\)/g;
const LEVEL = { 类: 1, 款: 2, 项: 3 } as const;

/** The items that a text names: 教育支出(类)普通教育(款)学前教育(项), or 2010101行政运行 with its code. */
export function itemsIn(text: string): NamedItem[] {
  const marked = markedItems(text);
  const coded = codedItems(text).filter((c) => !marked.some((m) => c.from < m.to && c.to > m.from));
  return coded.length === 0 ? marked : [...marked, ...coded].sort((a, b) => a.from - b.from);
}

const CODE_BEHIND = /\((2\d{2}(?:\d{2}){0,2})\)/g;
const CODED = /(?<![\d.])2\d{2}(?:\d{2}){0,2}(?=\p{Script=Han})/gu;

/** Codes with the names of the classification behind them, as Fujian lists them, or before them: 行政单位医疗(2101101). */
function codedItems(text: string): NamedItem[] {
  const { names } = catalog('functional');
  const named = (code: string): readonly string[] => {
    const name = names.get(code);
    return name === undefined ? [] : [name, name.replace(/支出$/, '')];
  };
  const behind = [...text.matchAll(CODED)].flatMap((m): NamedItem[] => {
    const [code] = m;
    const from = m.index + code.length;
    const name = named(code).find((n) => text.startsWith(n, from));
    return name === undefined ? [] : [ofCode(code, names, m.index, from + name.length)];
  });
  const before = [...text.matchAll(CODE_BEHIND)].flatMap((m): NamedItem[] => {
    const name = named(m[1]!).find((n) => text.endsWith(n, m.index));
    return name === undefined ? [] : [ofCode(m[1]!, names, m.index - name.length, m.index + m[0].length)];
  });
  return [...behind, ...before];
}

function ofCode(code: string, all: ReadonlyMap<string, string>, from: number, to: number): NamedItem {
  const at = (length: number): string => (code.length >= length ? (all.get(code.slice(0, length)) ?? '') : '');
  return { from, to, names: [at(3), at(5), at(7)], level: ((code.length - 1) / 2) as NamedItem['level'] };
}

/** A mark goes back to the last stop, comma or mark before it. */
function markedItems(text: string): NamedItem[] {
  const out: NamedItem[] = [];
  let end = 0;
  for (const m of text.matchAll(MARK)) {
    const level = LEVEL[m[1] as keyof typeof LEVEL];
    const chained = out.at(-1);
    const from = Math.max(end, lastStop(text, m.index));
    const behind = chained !== undefined && from === end;
    const words = text.slice(from, m.index);
    if (behind && level === chained.level && AND.test(words)) {
      out.splice(-1, 1, withAnother(chained, words, m.index + m[0].length));
      end = m.index + m[0].length;
      continue;
    }
    const goesOn = behind && level > chained.level;
    const name = bare(words, goesOn);
    const above = goesOn && chained ? chained.names.slice(0, level - 1) : [];
    const at = (i: number): string => (i === level - 1 ? name : (above[i] ?? ''));
    const names = [at(0), at(1), at(2)] as const;
    const item: NamedItem = { from: chained && goesOn ? chained.from : from, to: m.index + m[0].length, names, level };
    if (goesOn) out.pop();
    out.push(item);
    end = item.to;
  }
  return out;
}

const AND = /^[、和及与]./;

/** 行政单位医疗(项)、事业单位医疗(项):支出决算为…: the amount is of both, and no code has it. */
function withAnother(item: NamedItem, words: string, to: number): NamedItem {
  const joined = (i: 0 | 1 | 2): string => item.names[i] + (i === item.level - 1 ? words.replace(/"/g, '') : '');
  return { ...item, to, names: [joined(0), joined(1), joined(2)] };
}

/** The names of 类, 款 and 项 that were named last. */
export type Levels = NamedItem['names'];
export const NO_LEVELS: Levels = ['', '', ''];

/** Items with the levels that they do not name themselves: 行政运行(项) under 人大事务(款), named in a line above. */
export function withLevels(items: readonly NamedItem[], context: Levels): NamedItem[] {
  let open = context;
  return items.map((item) => {
    const [group, section, name] = item.names;
    const own = group !== '' || item.level === 1;
    const inside = own || section !== '' || item.level === 2;
    open = [own ? group : open[0], inside ? section : open[1], name];
    return { ...item, names: open };
  });
}

/** Where the words before `at` begin: behind the last mark that no name contains; 、 is one behind an amount or a share. */
function lastStop(text: string, at: number): number {
  for (let i = at - 1; i >= 0; i--) {
    if ('。;,，:：?'.includes(text[i]!)) return i + 1;
    if (text[i] === '、' && /[元%]/.test(text[i - 1] ?? '')) return i + 1;
  }
  return 0;
}

/** A name without the numbering before it and the 支出 that belongs to the mark before it. */
const bare = (words: string, goesOn: boolean): string =>
  words
    .replace(goesOn ? /^支出(?=.)/ : /^(?!)/, '')
    .replace(/^(?:\d{1,2}[、.．]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|[①-⑳])/, '')
    .replace(/^(?:其中|用于|主要用于|安排)/, '')
    // A code, or a numbering whose point a picture lost: no name begins with a digit.
    .replace(/^\d{1,7}/, '')
    .replace(/"/g, '');
