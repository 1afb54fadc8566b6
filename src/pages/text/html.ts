import { decodeEntities, withoutMarkup } from './markup.js';
import { blankCell, type Merge, type SourceLine, type TextCell, type TextRow, type TextTable } from './textTable.js';

/** How far a span may reach: what a page states beyond it is no table. */
const MAX_SPAN = 200;

/**
 * The tables of a stretch of lines from the first `<table` to its `</table>` (or to the last line, where it is not closed). rowspan
 * and colspan are merged cells. `lines` must begin with the line that holds the tag.
 */
export function htmlTable(
  lines: readonly SourceLine[],
): { readonly table: TextTable; readonly used: number } | undefined {
  let used = 0;
  let text = '';
  const starts: number[] = [];
  while (used < lines.length) {
    starts.push(text.length);
    text += `${lines[used]!.text}\n`;
    used++;
    if (/<\/table\s*>/i.test(text)) break;
  }
  const spotOf = (from: number, to: number): TextCell['spot'] => {
    let i = starts.length - 1;
    while (i > 0 && starts[i]! > from) i--;
    const line = lines[i]!;
    const start = line.column + from - starts[i]!;
    return { line: line.number, from: start, to: Math.max(start, start + Math.min(to - from, line.text.length) - 1) };
  };
  const grid: (TextCell | undefined)[][] = [];
  const merges: Merge[] = [];
  let r = -1;
  let c = 0;
  for (const m of text.matchAll(/<tr\b[^>]*>|<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/?t[dhr]\b|<\/table|$)/gi)) {
    if (/^<tr/i.test(m[0])) {
      r++;
      c = 0;
      continue;
    }
    if (r < 0) r = 0;
    grid[r] ??= [];
    while (grid[r]![c]) c++;
    const rows = span(m[1]!, 'rowspan');
    const columns = span(m[1]!, 'colspan');
    const begin = m.index + m[0].indexOf('>') + 1;
    const spot = spotOf(begin, m.index + m[0].length);
    for (let y = r; y < r + rows; y++) {
      grid[y] ??= [];
      for (let x = c; x < c + columns; x++) grid[y]![x] ??= { ...blankCell(spot.line, spot.from), spot };
    }
    grid[r]![c] = { text: decodeEntities(withoutMarkup(m[2]!)).replace(/\s+/g, ' ').trim(), spot, doubt: null };
    if (rows * columns > 1) merges.push({ row0: r, row1: r + rows - 1, col0: c, col1: c + columns - 1 });
    c += columns;
  }
  // A row without cells is none in the list: `map` would pass it over.
  const width = Math.max(0, ...Array.from(grid, (row) => row?.length ?? 0));
  if (width < 2 || grid.length < 2) return undefined;
  const rows = Array.from({ length: grid.length }, (_, y): TextRow => {
    const row = grid[y] ?? [];
    const line = row.find((k) => k)?.spot.line ?? lines[0]!.number;
    return { line, cells: Array.from({ length: width }, (_, x) => row[x] ?? blankCell(line, 1)) };
  });
  return { table: { syntax: 'html', rows, merges }, used };
}

function span(attributes: string, name: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d{1,4})`, 'i').exec(attributes)?.[1] ?? 1);
  return value >= 1 && value <= MAX_SPAN ? value : 1;
}
