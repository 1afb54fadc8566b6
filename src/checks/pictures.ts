/** What a reading of a picture is worth: two readers that agree, each of which could have said something else, and nothing less. */
import { comparable } from '../normalise/text.js';
import type { Again } from '../readings/secondReading.js';

/** Why a value is in doubt that one engine read from a picture and nothing else bears out. */
export const ONE_ENGINE = 'it was read from a picture by one engine alone';

/** A number, a percentage: where the first reading is none of them, the second has all characters to choose from. */
const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$|^%$/;
/** Words, which the second engine reads by its Chinese network, and signs of comparison, which were read by their shape first. */
const WORDS = /\p{Script=Han}|^[<>=≤≥]{1,2}$/u;

/** True where both engines can read what the value is made of, and so can disagree. */
export const isNumberLike = (value: string): boolean => /\d/.test(value) && /^[\d.,()%+-]+$/.test(comparable(value));

/**
 * Why a value that was read from a picture cannot stand for itself; null for a blank, which the ink tells, and for numbers, words and
 * signs that were read twice: alike, or the second reading says what is in doubt.
 */
export function pictureDoubt(value: string | null, again: Again | null): string | null {
  if (value === null) return null;
  if (again && !again.same) return null;
  return again && (NUMBER.test(comparable(value)) || WORDS.test(value)) ? null : ONE_ENGINE;
}
