import { comparable } from '../normalise/text.js';
import { ECONOMIC } from './economic.js';
import { FORMER_FUNCTIONAL } from './formerNames.js';
import { FUNCTIONAL } from './functional.js';

/** A classification: names by code, in ascending order of the codes. Names are in comparable form. */
export interface Catalog {
  readonly names: ReadonlyMap<string, string>;
  /** Codes whose names published accounts have confirmed. */
  readonly confirmed: ReadonlySet<string>;
  /** The names of a code, that of today first; none for a code that there is not. */
  namesOf(code: string): readonly string[];
}

function parse(text: string, earlier: string): Catalog {
  const lines = linesOf(text);
  const names = new Map(lines.map(([code, name]) => [code, name]));
  const former = linesOf(earlier);
  return {
    names,
    confirmed: new Set(lines.flatMap(([code, , mark]) => (mark === '?' ? [] : [code]))),
    namesOf: (code) => [names.get(code) ?? [], ...former.flatMap(([own, name]) => (own === code ? [name] : []))].flat(),
  };
}

/** Code and name, in comparable form, and a mark, a line. */
const linesOf = (text: string): [code: string, name: string, mark: string | undefined][] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code, name, mark] = line.split(' ');
      return code && name ? [[code, comparable(name), mark]] : [];
    });

const loaded = new Map<string, Catalog>();

/** The catalog of that name, parsed when it is first asked for. */
export function catalog(name: 'economic' | 'functional'): Catalog {
  let found = loaded.get(name);
  if (!found) {
    found = name === 'economic' ? parse(ECONOMIC, '') : parse(FUNCTIONAL, FORMER_FUNCTIONAL);
    loaded.set(name, found);
  }
  return found;
}
