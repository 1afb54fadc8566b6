import { comparable } from '../normalise/text.js';
import { ECONOMIC } from './economic.js';
import { FORMER_FUNCTIONAL } from './formerNames.js';
import { FUNCTIONAL } from './functional.js';

/** A classification: names by code, in ascending order of the codes. Names are in comparable form. */
export interface Catalog {
  readonly names: ReadonlyMap<string, string>;
  /** The names of a code, that of today first; none for a code that there is not. */
  namesOf(code: string): readonly string[];
}

function parse(text: string, earlier: string): Catalog {
  const names = new Map(linesOf(text));
  const former = linesOf(earlier);
  return {
    names,
    namesOf: (code) => [names.get(code) ?? [], ...former.flatMap(([own, name]) => (own === code ? [name] : []))].flat(),
  };
}

/** Code and name, in comparable form, a line. */
const linesOf = (text: string): [string, string][] =>
  text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code, name] = line.split(' ');
      return code && name ? [[code, comparable(name)]] : [];
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
