import type { Item } from './joinTables.js';
import { hasMarkup, withoutMarkup } from './markup.js';
import type { Note, SourceLine } from './textTable.js';

const ENDS = /[。；：:;！？!?”）)]$/;
const HEADING =
  /^(第.{1,3}部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}\s*[.．、](?!\d)|注[:：]|附件|目\s*录)/;

/**
 * Makes sentences whole that a page break in the source had cut into two paragraphs, and takes tags out of lines. One is cut where it
 * is prose that ends without a mark, and the next one begins with no heading or number and ends like a sentence.
 */
export function mendProse(items: readonly Item[]): { readonly items: Item[]; readonly notes: Note[] } {
  const out: Item[] = [];
  const notes: Note[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind !== 'line') {
      out.push(item);
      continue;
    }
    let line = item.line;
    if (hasMarkup(line.text)) {
      const text = withoutMarkup(line.text);
      notes.push(
        note('markup-removed', line.number, `line ${line.number} holds tags of a web page: they are left out`),
      );
      line = { ...line, text };
      if (text === '') continue;
    }
    out.push({ kind: 'line', line });
    const text = line.text.replace(/\s/g, '');
    if (/決/.test(text)) {
      notes.push({
        ...note('variant-character', line.number, `line ${line.number}: 決 is read as 决`),
        expected: text.replace(/決/g, '决'),
        actual: text,
      });
    }
    if (/^([（(]\d+[)）])?[（(]类[)）]/.test(text)) notes.push(classLost(line.number));
  }
  return { items: joinSentences(out, notes), notes };
}

function joinSentences(items: readonly Item[], notes: Note[]): Item[] {
  const out: Item[] = [];
  let last = -1;
  let gap = false;
  for (const item of items) {
    const before = out[last];
    if (gap && item.kind === 'line' && before?.kind === 'line' && isCut(before.line, item.line)) {
      const { number } = item.line;
      notes.push(
        note(
          'sentence-joined',
          number,
          `the sentence of line ${before.line.number} is cut by a page break and goes on in line ${number}`,
        ),
      );
      out[last] = { kind: 'line', line: { ...before.line, rest: [...(before.line.rest ?? []), item.line] } };
      continue;
    }
    out.push(item);
    gap = item.kind === 'gap';
    if (!gap) last = out.length - 1;
  }
  return out;
}

function isCut(before: SourceLine, line: SourceLine): boolean {
  const start = (before.rest?.at(-1) ?? before).text.trim();
  const end = line.text.trim();
  if (start.length < 20 || ENDS.test(start) || !/[，。；：,;:]/.test(start)) return false;
  return !HEADING.test(end) && /[。；]/.test(end);
}

const classLost = (line: number): Note => ({
  rule: 'class-name-lost',
  severity: 'warning',
  message: `line ${line}: the name of the class before （类） is lost`,
  lines: [line, line],
});

const note = (rule: string, line: number, message: string): Note => ({
  rule,
  severity: 'info',
  message,
  lines: [line, line],
});
