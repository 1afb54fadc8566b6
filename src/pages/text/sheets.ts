import type { SourceLine } from './textTable.js';

const PART = /^第[一二三四五六七八九十]部分/;

/**
 * Cuts a text into its pages: at form feeds, or, where there are none, before the heading of each part (第二部分 …; of a heading that the
 * contents list too, the last counts). Such a page is a stretch of the text, not of paper.
 */
export function textToSheets(text: string): SourceLine[][] {
  const sheets: SourceLine[][] = [[]];
  text.split(/\r\n|\n|\r/).forEach((whole, i) => {
    let column = 1;
    whole.split('\f').forEach((piece, k) => {
      if (k > 0) {
        sheets.push([]);
        column++;
      }
      sheets.at(-1)!.push({ number: i + 1, column, text: piece });
      column += piece.length;
    });
  });
  const pages = sheets.length > 1 ? sheets : cutAtParts(sheets[0]!);
  // A form feed behind the last page begins none.
  return pages.filter((lines, i) => i === 0 || lines.some((l) => l.text.trim() !== ''));
}

function cutAtParts(lines: readonly SourceLine[]): SourceLine[][] {
  const last = new Map<string, number>();
  lines.forEach((line, i) => {
    const heading = line.text.replace(/\s/g, '');
    if (PART.test(heading) && heading.length <= 60) last.set(PART.exec(heading)![0], i);
  });
  const starts = new Set(last.values());
  const out: SourceLine[][] = [[]];
  lines.forEach((line, i) => {
    if (starts.has(i) && out.at(-1)!.length > 0) out.push([]);
    out.at(-1)!.push(line);
  });
  return out;
}
