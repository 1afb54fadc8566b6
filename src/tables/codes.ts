import { catalog } from '../catalog/catalog.js';
import { comparable } from '../normalise/text.js';

/** A code as it goes out: `code` joined and restored, `printed` what is on paper, `how` says what was done to it. */
export interface RowCode {
  readonly code: string;
  readonly printed: string;
  readonly how: 'as printed' | 'restored' | 'unresolved';
}

/** Digits of 类, 款 and 项. */
export const CODE_LENGTHS: readonly number[] = [3, 5, 7];
const LEVELS: Readonly<Record<'functional' | 'economic', readonly number[]>> = {
  functional: CODE_LENGTHS,
  economic: [3, 5],
};

/**
 * Joins the code columns of one block's rows, from top to bottom, and restores codes that their column cut. Order of
 * evidence: the block's class (last whole code above), the printed digits, the name in the catalog, codes ascending. A code
 * is restored only where exactly one candidate is left; else it stays as printed and is reported.
 */
export function readCodes(
  rows: readonly { readonly codes: readonly string[]; readonly name: string }[],
  kind: 'functional' | 'economic',
): RowCode[] {
  const lengths = LEVELS[kind];
  let above: readonly string[] = [];
  let last = '';
  return rows.map(({ codes, name }) => {
    // Digits behind a word are none of the code: the year in a note, the date beside a signature.
    const parts = codes.map((c) =>
      c
        .normalize('NFKC')
        .replace(/\p{Script=Han}.*/su, '')
        .replace(/\D/g, ''),
    );
    const printed = parts.join('');
    if (printed === '') return { code: '', printed, how: 'as printed' };
    let joined = printed;
    if (parts.length > 1) {
      // Regions that print a level only where it changes: what is left blank stands above.
      const firstFilled = parts.findIndex((p) => p !== '');
      const filled = parts.map((p, i) => (p === '' && i < firstFilled ? (above[i] ?? '') : p));
      above = filled;
      joined = filled.join('');
    }
    const whole = lengths.includes(joined.length);
    const known = catalog(kind).names.get(joined);
    if (whole && (known !== undefined || joined.length === 3 || !looksCut(joined, name, kind))) {
      last = joined;
      return { code: joined, printed, how: joined === printed ? 'as printed' : 'restored' };
    }
    const restored = restore(joined, name, last, kind);
    if (restored) {
      last = restored;
      return { code: restored, printed, how: 'restored' };
    }
    if (whole) last = joined;
    return { code: joined, printed, how: whole ? 'as printed' : 'unresolved' };
  });
}

const CODE_AND_NAME = /^[[(【]?(\d{3}|\d{5}|\d{7})[\])】]?[-—_.、:：]?(?=\p{Script=Han})/u;

/** Code and name apart where one column has both: 2012601行政运行, [2012601]行政运行. */
export function splitCodes<T extends { readonly codes: readonly string[]; readonly name: string }>(
  rows: readonly T[],
): readonly T[] {
  const both = rows.filter((r) => r.codes.length === 0 && CODE_AND_NAME.test(r.name));
  if (both.length < 2) return rows;
  return rows.map((row) => {
    const found = both.includes(row) ? CODE_AND_NAME.exec(row.name) : null;
    return found ? { ...row, codes: [found[1]!], name: row.name.slice(found[0].length) } : row;
  });
}

/** A whole length may still be a cut 项 (5 of 7 digits) where another code has this name and these digits. */
function looksCut(code: string, name: string, kind: 'functional' | 'economic'): boolean {
  const wanted = comparable(name);
  const own = catalog(kind).names.get(code);
  return own === undefined && candidates(code, wanted, kind).length === 1;
}

function restore(printed: string, name: string, last: string, kind: 'functional' | 'economic'): string | undefined {
  const wanted = comparable(name);
  if (wanted === '') return undefined;
  let found = candidates(printed, wanted, kind);
  if (found.length > 1) found = found.filter((c) => c > last);
  if (found.length === 1 && last !== '' && found[0]! <= last && found[0]!.slice(0, 3) === last.slice(0, 3))
    return undefined;
  return found.length === 1 ? found[0] : undefined;
}

/** Codes that begin with the printed digits and whose name is the printed one, or begins with it where the name is cut too. */
function candidates(printed: string, name: string, kind: 'functional' | 'economic'): string[] {
  const exact: string[] = [];
  const begun: string[] = [];
  for (const [code, known] of catalog(kind).names) {
    if (code.length <= printed.length || !code.startsWith(printed) || code.length - printed.length > 2) continue;
    if (known === name) exact.push(code);
    else if (name.length >= 3 && (known.startsWith(name) || name.startsWith(known))) begun.push(code);
  }
  return exact.length > 0 ? exact : begun;
}
