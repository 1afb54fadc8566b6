import type { SourceLine, TextCell, TextRow } from './textTable.js';

/** A line whose cells are separated by tabs, or undefined where it has none. */
export const tabRow = (line: SourceLine): TextRow | undefined =>
  line.text.includes('\t') ? toRow(line, cut(line.text, /\t/g)) : undefined;

/** `| a | b |`: a line between bars, as Markdown writes a row. */
export function barRow(line: SourceLine): TextRow | undefined {
  const match = /^(\s*[|｜])(.*)[|｜]\s*$/.exec(line.text);
  if (!match) return undefined;
  return toRow(line, cut(match[2]!, /(?<!\\)[|｜]/g), match[1]!.length);
}

/** A line of comma-separated values with at least two commas outside quotes, none of them in prose or between words set in columns. */
export function commaRow(line: SourceLine): TextRow | undefined {
  if (/[。；：“]/.test(line.text) && !line.text.includes('"')) return undefined;
  if (/[^\s,] {3,}[^\s,]/.test(line.text)) return undefined;
  const pieces: Piece[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= line.text.length; i++) {
    const c = line.text[i];
    if (c === '"') quoted = !quoted;
    if (c !== undefined && (c !== ',' || quoted)) continue;
    const raw = line.text.slice(start, i);
    pieces.push({
      start,
      end: i,
      text: raw.replace(/^\s*"([\s\S]*)"\s*$/, (_, inner: string) => inner.replace(/""/g, '"')),
    });
    start = i + 1;
  }
  return quoted || pieces.length < 3 ? undefined : toRow(line, pieces);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function cut(text: string, separator: RegExp): Piece[] {
  const out: Piece[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    out.push({ start, end: match.index, text: text.slice(start, match.index) });
    start = match.index + match[0].length;
  }
  out.push({ start, end: text.length, text: text.slice(start) });
  return out;
}

/** The widest form has 24 columns; a line of hundreds of marks is no row, and as one it would widen every other. */
const MOST_CELLS = 200;

function toRow(line: SourceLine, pieces: readonly Piece[], offset = 0): TextRow | undefined {
  if (pieces.length > MOST_CELLS) return undefined;
  const cells = pieces.map(({ start, end, text }): TextCell => {
    const from = line.column + offset + start;
    return {
      text: text.trim(),
      spot: { line: line.number, from, to: Math.max(from, line.column + offset + end - 1) },
      doubt: null,
    };
  });
  return { line: line.number, cells };
}

/** A row of dashes between the rows of a table: a rule drawn in characters, no data. */
export const isSeparator = (row: TextRow): boolean =>
  row.cells.some((c) => /[-—=─]{2,}/.test(c.text)) && row.cells.every((c) => /^[\s:：|+\-—=─]*$/.test(c.text));
