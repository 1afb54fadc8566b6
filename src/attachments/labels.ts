import { comparable } from '../normalise/text.js';
import type { LabelWords } from './form.js';

const known = new Map<string, string>();
/** Labels repeat from page to page; what is longer is text. */
const LONGEST = 40;

/**
 * A label as the vocabulary has it: no numbering, no brackets with what they hold (units, 政策, A/B), no colon at its end; neither ink that
 * could not be read nor a bracket of which the other half was lost.
 * Empty for texts that are too long to be a label.
 */
export function bareLabel(text: string): string {
  if (text === '' || text.length > LONGEST) return '';
  const before = known.get(text);
  if (before !== undefined) return before;
  let bare = comparable(text)
    .replace(/�/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/[()]/g, '')
    .replace(/^(?:[一二三四五六七八九十]+[、.]|\d+[、.)])/, '')
    .replace(/[:：]$/, '')
    .replace(/^其中[:：]/, '')
    .replace(/[/·.、]/g, '')
    .replace(/(?:[A-Z*×÷=%]+|万元)$/, '');
  if (bare.length > 20) bare = '';
  if (known.size > 5000) known.clear();
  known.set(text, bare);
  return bare;
}

/** The field that a printed label names, or undefined. */
export function fieldOfLabel<F extends string>(words: readonly LabelWords<F>[], text: string): F | undefined {
  const bare = bareLabel(text);
  return bare === '' ? undefined : words.find((w) => w.words.test(bare))?.field;
}

/** `项目名称：X` in one cell or line: the field and what stands behind the colon. */
export function inlinePair<F extends string>(
  words: readonly LabelWords<F>[],
  text: string,
): { readonly field: F; readonly value: string } | undefined {
  // A numbered one begins a paragraph within a text.
  const match = /^(?!\d+[、.．)）])([^:：]{2,16})[:：](.+)$/.exec(text);
  if (!match) return undefined;
  const field = fieldOfLabel(words, match[1]!);
  return field === undefined ? undefined : { field, value: match[2]! };
}
