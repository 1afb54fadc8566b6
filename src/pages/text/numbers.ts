import { linesOf, type Note, type TextCell, type TextRow } from './textTable.js';

const NUMERIC = /^[-+−(（]?[\d.,，．\s]+%?[)）]?$/;
/** A space beside the mark of a number: 1, 245. 37. */
const BESIDE_MARK = /\d\s+[,.，．]|[,.，．]\s+\d/;
/** A space between digits may part two numbers. */
const BETWEEN_DIGITS = /\d\s+\d/;

const DOUBT = 'a space stands between its digits: one number or two';

/** Spaces inside numbers: those beside a comma or a point close without doubt, those between digits leave one. */
export function closeSpaces(rows: readonly TextRow[]): { readonly rows: TextRow[]; readonly notes: Note[] } {
  const closed: TextCell[] = [];
  const notes: Note[] = [];
  const out = rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      if (!NUMERIC.test(cell.text)) return cell;
      if (BETWEEN_DIGITS.test(cell.text.replace(/\s*([,.，．])\s*/g, '$1'))) {
        notes.push({
          rule: 'number-with-space',
          severity: 'warning',
          message: `line ${row.line}: ${cell.text} may be one number or two`,
          lines: [row.line, row.line],
          actual: cell.text,
        });
        return { ...cell, doubt: cell.doubt ?? DOUBT };
      }
      if (BESIDE_MARK.test(cell.text)) closed.push(cell);
      return cell;
    }),
  }));
  const [first] = closed;
  if (first) {
    const lines = [first.spot.line, closed.at(-1)!.spot.line] as const;
    const number = first.text.replace(/\s/g, '');
    notes.push({
      rule: 'spaces-closed',
      severity: 'info',
      message: `${linesOf(lines)}: ${closed.length} numbers are written with spaces beside their marks: ${first.text} is read as ${number}`,
      lines,
      expected: number,
      actual: first.text,
    });
  }
  return { rows: out, notes };
}
