import { ExtractError, UsageError } from '../errors.js';
import { EXIT } from './exit.js';

/** One line on standard error for what went wrong; gives its exit status. `file` is named where there are several. */
export function report(error: unknown, file?: string): number {
  const which = file ? ` (${file})` : '';
  if (error instanceof ExtractError) {
    process.stderr.write(`juesuan: ${error.message}${which}\n`);
    return EXIT.input;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`juesuan: ${message}${which}\n`);
  return error instanceof UsageError || isFileError(error) ? EXIT.usage : EXIT.input;
}

/** The output cannot be written where it was asked for. */
const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
