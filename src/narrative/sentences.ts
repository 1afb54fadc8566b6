/** Where sentences and clauses of folded text begin and end. */

/** Where the words that say what a number is begin: two clauses before it at most. */
export function wordsBefore(text: string, at: number): number {
  let from = at;
  for (let commas = 0; from > 0 && at - from < 60; from--) {
    const c = text[from - 1]!;
    if (c === '。' || c === ';') break;
    if ((c === '，' || c === ',') && ++commas > 2) break;
  }
  return from;
}

/** [from, to) of the sentence around a place, without the numbering of its paragraph's start. */
export function sentenceAround(text: string, at: number): [number, number] {
  const from = text.lastIndexOf('。', at) + 1;
  const stop = text.indexOf('。', at);
  return [from, stop < 0 ? text.length : stop + 1];
}
