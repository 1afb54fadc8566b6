/** The four ways in which an input cannot be processed, and wrong usage. Everything else is a finding of the document. */
export type ErrorCode = 'UNREADABLE' | 'ENCRYPTED' | 'LIMIT' | 'NOT_FINAL_ACCOUNTS';

/** The base of all errors that juesuan throws on purpose. */
export class JuesuanError extends Error {
  override readonly name: string = 'JuesuanError';
}

/** The input cannot be processed: exit status 3. `message` is one line: what was expected, what was found. */
export class ExtractError extends JuesuanError {
  override readonly name = 'ExtractError';
  constructor(
    readonly code: ErrorCode,
    readonly expected: string,
    readonly found: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: expected ${expected}, found ${found}`, options);
  }
}

/** The command was called wrongly: exit status 2. */
export class UsageError extends JuesuanError {
  override readonly name = 'UsageError';
}
