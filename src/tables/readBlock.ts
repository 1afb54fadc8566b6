import { cellAt, cellsOfRow, columnCount, type Grid, type GridCell, rowCount } from '../grids/grid.js';
import { isOneNumberOverLines, readMoney, type Unit } from '../normalise/amount.js';
import { comparable, label } from '../normalise/text.js';
import { type Box, READS_PICTURES, type ReaderName } from '../pages/page.js';
import type { Part } from './draft.js';
import type { AmountColumn, Block } from './layout.js';
import { COLUMN_NUMBERS, isHeadAgain } from './rowKinds.js';

/** An amount cell as read, before its row has its final form. `doubt` says why its place or its reading is not certain. */
export interface ReadCell {
  readonly key: string;
  readonly value: string | null;
  readonly raw: string;
  readonly reader: ReaderName;
  readonly page: number;
  readonly box: Box;
  readonly doubt: string | null;
}

/** One line of a block. `codes` holds the texts of its code columns as printed. */
export interface ReadRow {
  readonly section: '' | 'revenue' | 'expenditure';
  readonly lineNo: string;
  readonly codes: readonly string[];
  readonly name: string;
  readonly page: number;
  readonly box: Box;
  readonly cells: readonly ReadCell[];
  /** First row of a piece: it may be the rest of the row before. */
  readonly leads: boolean;
  /** Something stands in a column of the row that the head says nothing of: its other cells may be out of place. */
  readonly stray: boolean;
  /** The piece of the table that it stands in. */
  readonly part: Part;
}

export interface BlockRows {
  readonly rows: readonly ReadRow[];
  readonly notes: readonly string[];
}

/** Rows lower than this, in points, and empty are the space between two rules. */
const MIN_ROW = 5;

/** Reads the lines of one block of one piece, from top to bottom. `unit` and `head` are those of the table. */
export function readBlock(part: Part, block: Block, unit: Unit | null, head: ReadonlySet<string>): BlockRows {
  const { grid, layout } = part;
  const rows: ReadRow[] = [];
  const notes: string[] = [];
  if (block.section !== '' && block.amounts.every((a) => a.key === null)) return { rows, notes };
  for (const [start, end] of blockRows(grid, layout.body, block)) {
    if (isHeadAgain(grid, start, head)) continue;
    const note = noteOf(grid, start);
    if (note !== undefined) {
      if (note !== '') notes.push(note);
      continue;
    }
    const cells = block.amounts
      .filter((a) => a.key !== null)
      .map((a) => readCell(part, block, a, start, end, unit))
      .filter((c): c is ReadCell => c !== undefined);
    // A code that is merged over the columns of 类, 款 and 项 stands there once.
    const codes = block.codes
      .map((c) => own(grid, start, c, block))
      .map((c, i, all) => (c && c !== all[i - 1] ? label(c.text) : ''));
    const lineNo = textsOf(grid, start, block.lines, block);
    const { name: printed, spilled } = nameOf(grid, start, end, block);
    // 合计 may stand in the column of the units alone.
    const isNamed = printed !== '' || codes.some((c) => c !== '');
    const name = isNamed ? printed : textsOf(grid, start, block.units, block);
    const right = Math.min(grid.xs[block.last + 1]!, grid.box[2]);
    const box: Box = [grid.xs[block.first]!, grid.ys[start]!, right, grid.ys[end + 1]!];
    const blank = name === '' && codes.every((c) => c === '') && lineNo === '' && cells.every((c) => c.raw === '');
    if (COLUMN_NUMBERS.test(comparable(name)) && !/\d{3}|\./.test(cells.map((c) => c.raw).join(' '))) continue;
    // A total's label that reaches over two blocks has its amount in the second: in the first it is no row.
    if (name !== '' && cells.length === 0 && block.amounts.length > 0 && reachesOn(grid, start, block)) continue;
    if (blank && (box[3] - box[1] < MIN_ROW || cells.length === 0)) continue;
    rows.push({
      section: block.section,
      lineNo,
      codes:
        start === layout.headWordsRow ? codes.map((c) => (/^[类款项]$/.test(c) ? '' : c)) : withoutName(codes, spilled),
      name,
      page: grid.page,
      box,
      cells,
      leads: rows.length === 0,
      stray: hasStray(part, start, block),
      part,
    });
  }
  return { rows, notes };
}

/**
 * The row bounds of a block: where a cell of the block's own columns begins. The two halves of a form need not have their
 * rules at the same heights.
 */
function blockRows(grid: Grid, body: number, block: Block): [number, number][] {
  const starts: number[] = [];
  const anchors =
    block.amounts.length > 0
      ? [...block.names, ...block.codes, ...block.lines, ...block.amounts.map((a) => a.column)]
      : [];
  for (let r = body; r < rowCount(grid); r++) {
    if (r === body || anchors.some((c) => cellAt(grid, r, c).row0 === r)) starts.push(r);
  }
  return starts.map((r, i) => [r, (starts[i + 1] ?? rowCount(grid)) - 1]);
}

/** The cell at a place if it belongs to the block: one that comes from the block before belongs there. */
function own(grid: Grid, row: number, column: number, block: Block): GridCell | undefined {
  const cell = cellAt(grid, row, column);
  return cell.col0 >= block.first ? cell : undefined;
}

/** What stands in some columns of a row; a cell over several of them counts once. */
const textsOf = (grid: Grid, row: number, columns: readonly number[], block: Block): string =>
  [...new Set(columns.map((c) => own(grid, row, c, block)))].map((c) => (c ? label(c.text) : '')).join('');

/**
 * The label of a row: the texts of its name columns, and of a cell merged over code and name. A total's label may reach from the
 * block before into this one (公用经费合计 over two blocks): its amount stands here.
 */
function nameOf(grid: Grid, start: number, end: number, block: Block): { name: string; spilled: boolean } {
  const labels = new Set<GridCell>();
  let spilled = false;
  for (let r = start; r <= end; r++) {
    for (const c of [...block.codes, ...block.names]) {
      const cell = cellAt(grid, r, c);
      if (cell.row0 < start && cell.row0 !== r && r !== start) continue;
      const overName = block.names.some((n) => n >= cell.col0 && n <= cell.col1);
      const isCode = block.codes.includes(c) && !overName;
      if (isCode && !isWords(cell.text)) continue;
      if (isCode) spilled = true;
      labels.add(cell);
    }
  }
  const name = [...labels].map((c) => label(c.text)).join('');
  return { name: name.replace(/^\d{3,7}(?=\p{Script=Han})/u, (m) => (block.codes.length === 0 ? m : '')), spilled };
}

function hasStray({ grid, layout }: Part, row: number, block: Block): boolean {
  const known = new Set([
    ...block.codes,
    ...block.names,
    ...block.lines,
    ...block.units,
    ...block.amounts.map((a) => a.column),
  ]);
  for (let c = block.first; c <= block.last; c++) {
    const cell = cellAt(grid, row, c);
    if (cell.row0 !== row || cell.text === '' || cell.col0 < block.first || cell.col1 > block.last) continue;
    // 收入 and 支出 down the side of a table are no cells of a row.
    if (cell.row1 - row >= 2 && !/\d/.test(cell.text)) continue;
    let isKnown = false;
    for (let k = cell.col0; k <= cell.col1; k++) isKnown ||= known.has(k);
    if (!isKnown && !hasHead(grid, layout.body, c)) return true;
  }
  return false;
}

/** Whether a column has a head of its own, be it none of the form (序号). */
function hasHead(grid: Grid, body: number, column: number): boolean {
  for (let r = 0; r < body; r++) {
    const { col0, col1, text } = cellAt(grid, r, column);
    if (text !== '' && col0 === column && col1 === column) return true;
  }
  return false;
}

/** Whether the label of a row is merged over the block's amounts into the next block. */
function reachesOn(grid: Grid, row: number, block: Block): boolean {
  return [...block.codes, ...block.names].some((c) => cellAt(grid, row, c).col1 > block.last);
}

/** 合计 that stands in a code column is a label; 类, 款, 项 (or all in one cell) there are heads; a placeholder stays a label. */
const isWords = (text: string): boolean => /[\p{Script=Han}…]/u.test(text) && !/^[类款项]{1,3}$/.test(label(text));

const withoutName = (codes: readonly string[], spilled: boolean): string[] =>
  codes.map((c) => (spilled && !/^\d*$/.test(c) ? '' : /^[类款项]{1,3}$/.test(c) ? '' : c));

export const NOT_AN_AMOUNT = 'what is printed is not an amount';

const LABEL_WITH_AMOUNT = /\p{Script=Han}.*\d\.\d{2}$/u;

const HEAD_WORDS = /^(合计|小计|基本支出|项目支出|类|款|项|(本年)?决算数|金额)$/;

function readCell(
  part: Part,
  block: Block,
  column: AmountColumn,
  start: number,
  end: number,
  unit: Unit | null,
): ReadCell | undefined {
  const { grid } = part;
  let cell = cellAt(grid, start, column.column);
  // The amount of a label that is tall may stand in any of the elementary rows beside it.
  const stack = new Set<GridCell>();
  for (let r = start; r <= end; r++) stack.add(cellAt(grid, r, column.column));
  const filled = [...stack].filter((c) => c.text !== '');
  if (filled.length === 1) cell = filled[0]!;
  const amountColumns = new Set(block.amounts.map((a) => a.column));
  // A label that is merged over the column: there is no amount cell here, unless the rule between them is not there.
  for (let c = cell.col0; c <= cell.col1; c++)
    if (!amountColumns.has(c) && !LABEL_WITH_AMOUNT.test(comparable(cell.text))) return undefined;
  if (HEAD_WORDS.test(comparable(cell.text))) return undefined;
  const { content, unit: printed } = readMoney(cell.text);
  const doubts: string[] = [];
  if (part.doubt) doubts.push(part.doubt);
  if (cell.doubt) doubts.push(cell.doubt);
  if (filled.length > 1) doubts.push('two amounts stand in one row of the table');
  if (content.kind !== 'blank') {
    if (cell.row0 < start) doubts.push('its cell reaches over more than one row');
    if (cell.col1 > cell.col0) doubts.push('its cell reaches over more than one column');
    const isOne = isOneNumberOverLines(cell.lines.map((l) => l.text)) || isWrapped(cell, grid);
    if (content.kind === 'amount' && cell.lines.length > 1 && !isOne) doubts.push('its cell holds more than one line');
    if (content.kind === 'text') doubts.push(NOT_AN_AMOUNT);
    if (printed !== null && printed !== unit)
      doubts.push(`it is printed in ${printed}, and its table in ${unit ?? 'no unit'}`);
  }
  return {
    key: column.key!,
    value: content.kind === 'amount' ? content.value : null,
    raw: label(cell.text),
    reader: grid.reader,
    page: cell.page ?? grid.page,
    box: cell.box,
    doubt: doubts.length > 0 ? doubts.join('; ') : null,
  };
}

/** Points between the sides of a cell and its text, both sides together: those of Word. */
const PADDING = 11;

/** Whether each line of a cell but the last had no room for one more character: it was broken by its column, not by who wrote it. */
function isWrapped({ lines, col0, col1 }: GridCell, grid: Grid): boolean {
  if (READS_PICTURES.has(grid.reader)) return false;
  const width = grid.xs[col1 + 1]! - grid.xs[col0]! - PADDING;
  return lines.slice(0, -1).every(({ text, x0, x1 }) => {
    const count = [...label(text)].length;
    return count >= LEAST_WRAPPED && ((x1 - x0) * (count + 1)) / count > width;
  });
}
const LEAST_WRAPPED = 4;

/** A note, and the names that officers sign under a table of a spreadsheet. */
const NOTE = /^(注|说明|备注|附注)[:：\d]|^(单位|部门|财务|审核|复核|填表|制表|填报)?(负责人|责任人|人)[:：]/;

/**
 * A row that is none of the table: one cell alone, from side to side with a note or a long text, or shorter with the words of a note;
 * undefined for a row of the table.
 */
function noteOf(grid: Grid, row: number): string | undefined {
  const [cell, other] = cellsOfRow(grid, row).filter((c) => c.text !== '');
  if (!cell || other || cell.col0 !== 0) return undefined;
  const text = comparable(cell.text);
  // Where there is one column all texts are as wide as it.
  const isWide = columnCount(grid) > 1 && cell.col1 === columnCount(grid) - 1;
  if (NOTE.test(text) || (isWide && text.length > 24)) return cell.row0 === row ? label(cell.text) : '';
  return undefined;
}
