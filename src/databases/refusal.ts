/** Data that a column or a constraint does not take: SQLSTATE classes 22 and 23, and what SQLite says of the same. */
const CODES = /^(2[23]...|SQLITE_(CONSTRAINT|TOOBIG|MISMATCH).*)$/;

/** Whether the database is well and does not take this document. All else is about the database and not about the document. */
export const isRefusal = (error: unknown): boolean => CODES.test((error as NodeJS.ErrnoException).code ?? '');
