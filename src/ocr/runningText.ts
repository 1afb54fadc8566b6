/** What engines misread in running text, where nothing but the words beside it says what was printed. No digit is touched. */
import type { ReadChar, Reading } from './engine.js';

/** What a 一, a dash of ink, is taken for. */
const TAKEN_FOR_ONE = /^[-—–_~.·]$/;
/** Behind the 般 of 一般; 百般, 万般, 这般 have other words there. Without its 一, 一般公共预算 is another subject. */
const AFTER_ONE = ['公共', '行政', '债务', '性转', '用途', '用车', '公务'];

/** Characters that look alike, in words that are none with the wrong one: as long as what was printed. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/其(?=本支出)/g, '基'],
  [/(?<=\d)[力方](?=元)/g, '万'],
  [/(?<=年)[未来](?=结转|结余|财政拨款结)/g, '末'],
  [/[決次诀块快](?=算数|算为|算情况)/g, '决'],
];

/** Marks between words: those of the middle and of the foot of a line are dots of few pixels. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[\p{Script=Han}%)）])°/gu, '。'],
  [/(?<=[\p{Script=Han})）])·(?=\p{Script=Han})/gu, '。'],
  [/(?<=[元辆%％])[.．](?=\p{Script=Han})/gu, '，'],
];

/** A point between a word and a number that has its own is a speck. */
const SPECK = /(?<=[\p{Script=Han})）])[.．](?=\d[\d,]*\.\d)/gu;

/** A line of running text as its words say. `lineBefore`: what was read of the line before, the last character of which may be the first of a word. */
export function asRunningText(reading: Reading, lineBefore: string): Reading {
  const chars = withOnes(reading.chars, lineBefore);
  const text = plain(chars);
  const specks = new Set([...text.matchAll(SPECK)].map((m) => m.index));
  let said = text;
  for (const [words, better] of [...WORDS, ...MARKS]) said = said.replace(words, better);
  if (
    said === text &&
    specks.size === 0 &&
    chars.length === reading.chars.length &&
    chars.every((c, i) => c === reading.chars[i])
  )
    return reading;
  const made = chars
    .map((c, i) => (said[i] === text[i] ? c : { ...c, char: said[i]! }))
    .filter((_, i) => !specks.has(i));
  return { ...reading, chars: made, text: made.map((c) => c.char).join('') };
}

/** One unit a character, so that a place in the text is one in the reading. */
const plain = (chars: readonly ReadChar[]): string =>
  chars.map(({ char }) => (char.length === 1 ? char : '?')).join('');

function withOnes(chars: readonly ReadChar[], lineBefore: string): ReadChar[] {
  const text = plain(chars);
  const isBare = (at: number): boolean => text[at] === '般' && AFTER_ONE.some((w) => text.startsWith(w, at + 1));
  return chars.flatMap((c, i): ReadChar[] => {
    if (TAKEN_FOR_ONE.test(c.char) && isBare(i + 1)) return [{ ...c, char: '一' }];
    const before = i > 0 ? chars[i - 1]!.char : lineBefore.slice(-1);
    if (!isBare(i) || before === '一' || TAKEN_FOR_ONE.test(before)) return [c];
    const from = i > 0 ? chars[i - 1]!.x1 : c.x0;
    return [{ char: '一', x0: from, x1: Math.max(from, c.x0), confidence: c.confidence }, c];
  });
}
