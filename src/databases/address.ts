import { UsageError } from '../errors.js';
import type { DialectName } from './tables/spec.js';

export interface DatabaseAddress {
  readonly dialect: DialectName;
  /** The path of the file, or the whole URL. */
  readonly target: string;
}

/** `sqlite:FILE` or `postgres://…`. Errors: usage. */
export function parseAddress(text: string): DatabaseAddress {
  const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(text)?.[1];
  if (file) return { dialect: 'sqlite', target: file };
  if (/^postgres(ql)?:\/\/./.test(text)) return { dialect: 'postgres', target: text };
  throw new UsageError(`${withoutPassword(text)}: expected a database as sqlite:FILE or postgres://…`);
}

/** An address as it may stand in a message. */
export const withoutPassword = (address: string): string => address.replace(/(:\/\/[^:/@]*):[^@/]*@/, '$1:…@');
