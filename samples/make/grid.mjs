// A printed table as data: head and body rows of cells. A cell with a `fact` is an amount cell of the truth file.
import { plain } from './money.mjs';

export const label = (text, more) => ({ text, align: 'left', ...more });
export const mid = (text, more) => ({ text, align: 'center', ...more });
export const blank = (more) => ({ text: '', align: 'left', ...more });
export const amountCell = (text, fact) => ({ text, align: 'right', fact });

const compact = (text) => text.replace(/\s/g, '');

/** The key of a row in the truth file. */
export const rowFact = (table, row) => ({
  table,
  section: row.section ?? '',
  line_no: row.line ?? '',
  code: row.code ?? '',
  name: compact(row.name ?? ''),
  printed_code: row.printedCode ?? '',
});

export const factCells = (grid) => grid.body.flat().filter((cell) => cell.fact);

/** The printed amount cell of a row (by code or name) and column. */
export function findCell(grid, { code, name, section = '', column }) {
  const found = factCells(grid).filter(
    ({ fact }) =>
      fact.column === column &&
      fact.section === section &&
      (code === undefined ? fact.name === name : fact.code === code),
  );
  if (found.length !== 1) throw new Error(`${found.length} cells for ${code ?? name} ${column} in ${grid.key}`);
  return found[0];
}

const HEADER = ['table', 'section', 'line_no', 'code', 'name', 'column', 'value', 'printed_code'];
const quote = (field) => (/[",\n]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field);
export const toCsv = (rows) => `${rows.map((row) => row.map((field) => quote(String(field))).join(',')).join('\n')}\n`;

/** Truth of the printed grids: left half before right half, block before block, else row by row. */
export function truthCsv(grids) {
  const rows = grids.flatMap((grid) =>
    inReadingOrder(grid).map(({ text, fact }) =>
      HEADER.map((field) => (field === 'value' ? plain(text) : fact[field])),
    ),
  );
  return toCsv([HEADER, ...rows]);
}

function inReadingOrder(grid) {
  const cells = factCells(grid);
  const rank = (cell) => cell.fact.block ?? (cell.fact.section === 'expenditure' ? 1 : 0);
  return cells
    .map((cell, at) => ({ cell, at }))
    .sort((a, b) => rank(a.cell) - rank(b.cell) || a.at - b.at)
    .map(({ cell }) => cell);
}

/** Rows of cells → every cell with its row and column; rows that a cell from above covers are skipped. */
export function place(rows) {
  const taken = new Set();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row},${column}`)) column++;
      const { span = 1, down = 1 } = cell;
      for (let r = row; r < row + down; r++) {
        for (let c = column; c < column + span; c++) taken.add(`${r},${c}`);
      }
      return { ...cell, row, column, span, down };
    });
  });
}
