import { ExtractError, JuesuanError } from '../errors.js';

/** A job that no further try can save: it is parked at once, with this as its error. */
export class Poison extends JuesuanError {
  override readonly name = 'Poison';
}

/** A file that was too large or too slow is tried once more: the machine may have been busy. */
const TRIES_AT_A_LIMIT = 2;

/** Whether a job that failed with this error at its so many-th attempt is to be parked. */
export function isPoison(error: unknown, attempts: number): boolean {
  if (error instanceof ExtractError) return error.code !== 'LIMIT' || attempts >= TRIES_AT_A_LIMIT;
  return error instanceof Poison;
}
