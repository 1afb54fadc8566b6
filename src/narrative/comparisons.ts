import { joinPlaces, type PlacedBox, placesOf } from '../paragraphs/paragraph.js';
import type { ParagraphInput, Subject } from './readParagraph.js';
import { sentenceAround } from './sentences.js';
import type { Comparison } from './statement.js';

const WORDS =
  /决算(?:数)?(?:与|较|比)?(?:年初|全年|调整)?(?:预算(?:数)?)?(大于|小于|高于|低于|等于|持平)(?:年初|全年|调整)?预算(?:数)?|决算数与(?:年初|全年)?预算数(?:基本)?(持平|一致|相同)/g;
const MEANING: Readonly<Record<string, Comparison['word']>> = {
  大于: 'greater',
  高于: 'greater',
  小于: 'less',
  低于: 'less',
  等于: 'equal',
  持平: 'equal',
  一致: 'equal',
  相同: 'equal',
};

/** 决算数大于预算数 and the like; 基本持平 says too little to be held against a figure. */
export function readComparisons(
  { paragraph, text, at }: ParagraphInput,
  speaksOf: (from: number, at: number) => Subject | null,
): Comparison[] {
  return [...text.matchAll(WORDS)].flatMap((m): Comparison[] => {
    const stop = text.lastIndexOf('。', m.index) + 1;
    const subject = speaksOf(stop, m.index);
    if (!subject || /基本/.test(m[0])) return [];
    const [from, to] = sentenceAround(text, m.index);
    const places: readonly PlacedBox[] = placesOf(paragraph, m.index, m.index + m[0].length);
    if (!joinPlaces(places)) return [];
    return [
      {
        word: MEANING[(m[1] ?? m[2])!]!,
        words: paragraph.text.slice(m.index, m.index + m[0].length),
        subject: subject.key,
        paragraph: at,
        at: m.index,
        sentence: paragraph.text.slice(from, to),
        places,
        names: subject.names,
      },
    ];
  });
}
