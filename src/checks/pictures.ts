/** What a reading of a picture is worth: two engines that agree on a number, and nothing less. */
import { comparable } from '../normalise/text.js';
import type { Again } from '../readings/secondReading.js';

/** Why a value is in doubt that one engine read from a picture and nothing else bears out. */
export const ONE_ENGINE = 'it was read from a picture by one engine alone';

/** A number, a percentage: the second engine knows no other characters, so its agreement on others says nothing. */
const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;

/** True where both engines can read what the value is made of, and so can disagree. */
export const isNumberLike = (value: string): boolean => /\d/.test(value) && /^[\d.,()%+-]+$/.test(comparable(value));

/**
 * Why a value that was read from a picture cannot stand for itself; null for a blank, which the ink tells, and for a number that
 * two engines read alike.
 */
export function pictureDoubt(value: string | null, again: Again | null): string | null {
  if (value === null) return null;
  if (again && !again.same) return null;
  return again && NUMBER.test(comparable(value)) ? null : ONE_ENGINE;
}
