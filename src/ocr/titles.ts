import { comparable } from '../normalise/text.js';
import { FORMS } from '../tables/forms/index.js';
import { readTitle } from '../tables/titles.js';
import type { ReadChar, Reading } from './engine.js';
import { editDistance, looksLike } from './vocabulary.js';

const NUMBERING = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．:：]/;

/** 一 is a dash: before 般 engines lose it, take it for a mark, or see it twice. */
const LOST_ONE = /(^|[、.:)])(?:[-—–_~.]+一?|一[-—–_~.]+|)[-—–_~.]*般公共预算/;
/** 决 and what engines read for it. Where none of them is read the table may be one of a budget: 收支预算总表. */
const FINAL = /[决決次诀块快]算/;

const TITLES = [...new Set(FORMS.flatMap((f) => f.titles))];
/** What the titles of the nine are made of, and those of other tables that differ from them by a character. */
const IN_TITLES = new Set([...TITLES.join(''), ...'项目明细上下年部门位情况']);

function isOneStrange(title: string, read: string): boolean {
  if (title.length !== read.length || title.length < 8) return false;
  const wrong = [...read].filter((c, i) => c !== title[i]);
  return wrong.length === 1 && !IN_TITLES.has(wrong[0]!);
}

/**
 * A line that is the title of one of the nine tables but for a character or two becomes it. Titles that differ by less from each other
 * than from what was read are left as they are; none speaks of 决算 that is not read so.
 */
export function withTitle(reading: Reading): Reading {
  const printed = comparable(reading.text);
  const text = printed.replace(LOST_ONE, '$1一般公共预算');
  if (text.length < 6 || !text.includes('表')) return reading;
  const numbering = NUMBERING.exec(text)?.[0] ?? '';
  const body = text.slice(numbering.length).replace(/"/g, '');
  const known = readTitle(text);
  if (known) {
    // It reads like the title of another table: only characters that look alike may be others, and one that no title has.
    const isMeant = (title: string): boolean => looksLike(title, body) || isOneStrange(title, body);
    const twin = known.kind === 'other' ? TITLES.find(isMeant) : undefined;
    return twin ? spread(numbering + twin, reading) : text === printed ? reading : spread(text, reading);
  }
  const near = TITLES.map((title) => ({ title, distance: editDistance(title, body) }))
    .filter((t) => FINAL.test(text) || !t.title.includes('决算'))
    .filter((t) => t.distance > 0 && t.distance <= Math.min(2, Math.floor(t.title.length / 6)))
    .sort((a, b) => a.distance - b.distance);
  const [best, rival] = near;
  if (!best || best.distance === rival?.distance) return reading;
  return spread(numbering + best.title, reading);
}

/** Another text over the same stretch, its characters side by side. */
function spread(text: string, { chars, confidence }: Reading): Reading {
  const from = chars[0]!.x0;
  const step = (chars.at(-1)!.x1 - from) / text.length;
  const made = [...text].map(
    (char, i): ReadChar => ({
      char,
      x0: from + i * step,
      x1: from + (i + 1) * step,
      confidence,
    }),
  );
  return { text, chars: made, confidence };
}
