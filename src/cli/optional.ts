import { UsageError } from '../errors.js';

/** For the import of a part that needs optional packages: says which, where they are not installed. Errors: usage. */
export const needs =
  (option: string, ...packages: string[]) =>
  (cause: unknown): never => {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UsageError(
      `${option} needs optional packages that are not installed here: npm install ${packages.join(' ')}`,
      { cause },
    );
  };
