import type { JSX } from 'preact';
import { useWords } from './language.js';
import { isWord } from './words.js';

/** A standing, an outcome or a severity, told by word and not by colour alone. */
export function Badge({ kind }: { readonly kind: string }): JSX.Element {
  const w = useWords();
  return <span class={`badge ${kind}`}>{isWord(kind) ? w(kind) : kind}</span>;
}
