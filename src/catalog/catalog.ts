import { comparable } from '../normalise/text.js';
import { ECONOMIC } from './economic.js';
import { FUNCTIONAL } from './functional.js';

/** A classification: names by code, in ascending order of the codes. Names are in comparable form. */
export interface Catalog {
  readonly names: ReadonlyMap<string, string>;
}

function parse(text: string): Catalog {
  const names = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const [code, name] = line.split(' ');
    if (code && name) names.set(code, comparable(name));
  }
  return { names };
}

const loaded = new Map<string, Catalog>();

/** The catalog of that name, parsed when it is first asked for. */
export function catalog(name: 'economic' | 'functional'): Catalog {
  let found = loaded.get(name);
  if (!found) {
    found = parse(name === 'economic' ? ECONOMIC : FUNCTIONAL);
    loaded.set(name, found);
  }
  return found;
}
