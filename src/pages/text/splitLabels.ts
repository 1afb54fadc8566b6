import { sectionsOf } from './heads.js';
import { kindOf } from './profile.js';
import { blankCell, type Note, type TextCell, type TextRow, type TextTable } from './textTable.js';

const LABEL_AND_FIGURE = /^(\p{Script=Han}[^\s\d]{1,15})\s+(\S+)$/u;

/**
 * A label and its figure that an extractor put into one cell (执行率 54.78%), before the head of a table: two cells, where the label stands
 * as a cell of its own elsewhere in the text.
 */
export function splitLabels(tables: readonly TextTable[]): { readonly tables: TextTable[]; readonly notes: Note[] } {
  const alone = new Set(tables.flatMap((t) => t.rows.flatMap((r) => r.cells.map((c) => c.text.replace(/\s/g, '')))));
  const notes: Note[] = [];
  const out = tables.map((table) => {
    const [first] = sectionsOf(table.rows);
    if (!first || first.heads.length > 0 || table.syntax === 'html') return table;
    for (const r of first.body) {
      const row = table.rows[r]!;
      const at = row.cells.findIndex((c) => {
        const match = LABEL_AND_FIGURE.exec(c.text);
        return match !== null && alone.has(match[1]!) && kindOf(match[2]!) === 'number';
      });
      if (at < 0) continue;
      const [, label, figure] = LABEL_AND_FIGURE.exec(row.cells[at]!.text)!;
      notes.push({
        rule: 'cell-split',
        severity: 'info',
        message: `line ${row.line}: ${label} and its figure ${figure} stand in one cell: they are read as two, as elsewhere in the text`,
        lines: [row.line, row.line],
      });
      return {
        ...table,
        rows: table.rows.map((other) => widened(other, at, other === row ? [label!, figure!] : undefined)),
      };
    }
    return table;
  });
  return { tables: out, notes };
}

/** The row with one more cell behind `at`: the second part of what stands there, or a blank. */
function widened(row: TextRow, at: number, parts: readonly string[] | undefined): TextRow {
  const cell = row.cells[at];
  if (!cell) return row;
  const [label, figure] = parts ?? [];
  const two: TextCell[] =
    label !== undefined && figure !== undefined
      ? [
          { ...cell, text: label, spot: { ...cell.spot, to: cell.spot.to - figure.length } },
          { ...cell, text: figure, spot: { ...cell.spot, from: cell.spot.to - figure.length + 1 } },
        ]
      : [cell, blankCell(row.line, cell.spot.to)];
  return { ...row, cells: [...row.cells.slice(0, at), ...two, ...row.cells.slice(at + 1)] };
}
