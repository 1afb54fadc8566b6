import { barRow, commaRow, tabRow } from './delimited.js';
import { htmlTable } from './html.js';
import type { Block, SourceLine, TextRow, TextTable } from './textTable.js';

/** Rows that must follow each other with the same number of commas to be a table. */
const MIN_COMMA_ROWS = 4;

/** Tells the lines of a page apart: rows of tables in whatever way they are written, lines of prose, gaps. */
export function sheetToBlocks(lines: readonly SourceLine[]): Block[] {
  const out: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.text.trim() === '' && !line.text.includes('\t')) {
      out.push({ kind: 'gap' });
      i++;
      continue;
    }
    const found = tableAt(lines, i);
    if (found) {
      out.push({ kind: 'table', table: found.table });
      i += found.used;
    } else {
      out.push({ kind: 'line', line });
      i++;
    }
  }
  return out;
}

function tableAt(lines: readonly SourceLine[], at: number): { table: TextTable; used: number } | undefined {
  if (/<table\b/i.test(lines[at]!.text)) {
    const found = htmlTable(lines.slice(at));
    if (found) return found;
  }
  const tabs = run(lines, at, tabRow);
  if (isTable(tabs)) return plain('tabs', tabs);
  const bars = run(lines, at, barRow);
  if (bars.length >= 2) return plain('markdown', bars);
  const commas = run(lines, at, commaRow);
  const width = commas[0]?.cells.length;
  const same = commas.filter((r) => r.cells.length === width).length;
  if (commas.length >= MIN_COMMA_ROWS && same >= 0.8 * commas.length) return plain('csv', commas);
  return undefined;
}

/** Tabs also indent prose and set a unit off from a name: those are lines. */
function isTable(rows: readonly TextRow[]): boolean {
  const filled = (r: TextRow): number => r.cells.filter((c) => c.text !== '').length;
  if (!rows.some((r) => filled(r) >= 2)) return false;
  return rows.length >= 2 || (rows[0]!.cells.length >= 3 && rows[0]!.cells.some((c) => /^[\d,.\s]*\d%?$/.test(c.text)));
}

const plain = (syntax: TextTable['syntax'], rows: TextRow[]): { table: TextTable; used: number } => ({
  table: { syntax, rows, merges: [] },
  used: rows.length,
});

function run(lines: readonly SourceLine[], at: number, read: (line: SourceLine) => TextRow | undefined): TextRow[] {
  const rows: TextRow[] = [];
  for (let i = at; i < lines.length; i++) {
    const row = read(lines[i]!);
    if (!row) break;
    rows.push(row);
  }
  return rows;
}
