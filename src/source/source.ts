import { createHash } from 'node:crypto';
import { ExtractError } from '../errors.js';
import { decodeText, looksLikeAccount } from './decode.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';

/** The bytes of one document and what is known of them before they are read. */
export interface Source {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** What the bytes are: a PDF, or the text that another program took out of one. */
  readonly kind: 'pdf' | 'text';
  /** The decoded text, null for a PDF. */
  readonly text: string | null;
  /** What is wrong with the file as such and can be read all the same. */
  readonly damage: readonly ('xref' | 'end')[];
}

const latin1 = new TextDecoder('latin1');

/**
 * Takes the bytes of a file. Errors: UNREADABLE where they are neither a PDF nor the text of an account, NOT_FINAL_ACCOUNTS for
 * a FILE.txt with another text, LIMIT where they are too many.
 */
export function openSource(fileName: string, bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Source {
  if (bytes.length === 0) throw new ExtractError('UNREADABLE', 'a PDF file', 'an empty file');
  if (bytes.length > limits.maxBytes)
    throw new ExtractError('LIMIT', `at most ${limits.maxBytes} bytes`, `${bytes.length} bytes`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const head = latin1.decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return { fileName, bytes, sha256, kind: 'pdf', text: null, damage: damageOf(bytes) };
  const text = decodeText(bytes);
  if (text !== undefined && !looksLikeAccount(text) && /\.txt$/i.test(fileName))
    throw new ExtractError(
      'NOT_FINAL_ACCOUNTS',
      'the text of a 部门/单位决算',
      'a text without the words of one (other)',
    );
  if (text === undefined || !looksLikeAccount(text)) {
    throw new ExtractError(
      'UNREADABLE',
      'a PDF file, which begins with %PDF-, or the text of an account',
      `a file that begins with ${quote(head)}`,
    );
  }
  return { fileName, bytes, sha256, kind: 'text', text, damage: [] };
}

/** A file whose cross-reference table is not where it says, or that breaks off, is read by searching it for its objects. */
function damageOf(bytes: Uint8Array): ('xref' | 'end')[] {
  const tail = latin1.decode(bytes.subarray(Math.max(0, bytes.length - 2048)));
  if (!tail.includes('%%EOF')) return ['end'];
  const at = [...tail.matchAll(/startxref\s+(\d+)/g)].at(-1);
  if (!at) return ['xref'];
  const offset = Number(at[1]);
  const there = latin1.decode(bytes.subarray(offset, offset + 40));
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(there) ? [] : ['xref'];
}

const quote = (text: string): string => JSON.stringify(text.replace(/[^\x20-\x7e]/g, '.').slice(0, 16));
