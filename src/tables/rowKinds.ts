import { cellsOfRow, type Grid, type GridCell } from '../grids/grid.js';
import { readMoney } from '../normalise/amount.js';
import { comparable } from '../normalise/text.js';
import { type TextLine, wordsOf } from '../pages/lines.js';

export const LABEL_HEAD =
  /^((收入|支出)?项目(?!支出|收入|资金|经费).{0,10}|.*科目.*|.*编码|.*代码|.*名称|(支出)?功能分类.*|.*经济分类.*|类|款|项|行次|栏次|序号)$/;
/** 栏次 over the numbers of the columns; the word beside it may run into it where columns are narrow. */
export const COLUMN_NUMBERS = /^[类款项]{0,3}栏次/;
const HEAD_WORD =
  /^(收入|支出|人员经费|公用经费|合计|小计|总计|金额|决算数|预算数|本年收入|本年支出|.*(收入|支出|拨款|结余|结转|经费|合计|小计|费)|其中[:：]?.*|备注|.*数|.*金额.*)$/;
export const TOTAL = /^(合计|总计)$/;
const TOTAL_LABEL = /^(合计|总计|总计\(合计\)|支出合计|收入合计|本年(收入|支出)合计)$/;
const ROW_LABEL = /^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.])/;

/**
 * The kind of a row below the first: what stands in a label column under a label head, and is no label head itself, is the
 * label of a data row, even where its words are those of a head (国有资本经营预算财政拨款) and its amounts are blank.
 */
export function bodyKind(grid: Grid, row: number, labelColumn: readonly boolean[], body: number): RowKind {
  const kind = rowKind(grid, row, labelColumn);
  if (kind !== 'head' || row !== body || isColumnNumbers(grid, row, labelColumn)) return kind;
  const labels = cellsOfRow(grid, row).filter((c) => c.row0 === row && c.text !== '' && isWithin(c, labelColumn));
  const texts = labels.map((c) => comparable(c.text));
  if (texts.some((t) => LABEL_HEAD.test(t) || COLUMN_NUMBERS.test(t))) return 'head';
  return texts.some((t) => t.length >= 4 && /\p{Script=Han}/u.test(t)) ? 'data' : 'head';
}

const isWithin = (cell: GridCell, labelColumn: readonly boolean[]): boolean => {
  for (let c = cell.col0; c <= cell.col1; c++) if (!labelColumn[c]) return false;
  return true;
};

export type RowKind = 'head' | 'blank' | 'data';

export function rowKind(grid: Grid, row: number, labelColumn: readonly boolean[]): RowKind {
  const starting = cellsOfRow(grid, row);
  let any = false;
  let words = 0;
  for (const cell of starting) {
    if (cell.row0 !== row || cell.text === '') continue;
    any = true;
    const text = comparable(cell.text);
    const inLabels = labelColumn[cell.col0] === true;
    if (inLabels && COLUMN_NUMBERS.test(text)) return 'head';
    if (/^[一二三四五六七八九十]+、/.test(text)) return 'data';
    if (inLabels && (TOTAL_LABEL.test(text) || ROW_LABEL.test(text) || /^\d{3,7}$/.test(text))) return 'data';
    if (LABEL_HEAD.test(text) || HEAD_WORD.test(text)) words++;
  }
  if (!any || isRemark(grid, row)) return 'blank';
  if (isColumnNumbers(grid, row, labelColumn)) return 'head';
  for (const cell of starting) {
    if (cell.row0 !== row || labelColumn[cell.col0]) continue;
    if (readMoney(cell.text).content.kind === 'amount') return 'data';
  }
  return words > 0 ? 'head' : 'data';
}

/** A remark across the whole table, in its head or between its head and its rows: in brackets, or a sentence. */
export function isRemark(grid: Grid, row: number): boolean {
  const own = cellsOfRow(grid, row).filter((c) => c.row0 === row);
  const [cell] = own;
  return own.length === 1 && cell!.col0 === 0 && cell!.col1 > 0 && REMARK.test(comparable(cell!.text));
}
const REMARK = /^\(.*\)$|[,，。;；]/;

/** So many numbers in their order are those of columns, whichever comes first: print that is wider than its paper loses some. */
const IN_ORDER = 4;

/** A row that numbers the columns: 1, 2, 3 …, with or without 栏次 before it. */
export function isColumnNumbers(grid: Grid, row: number, labelColumn: readonly boolean[]): boolean {
  let first = 0;
  let last = 0;
  let count = 0;
  for (const cell of cellsOfRow(grid, row)) {
    // A head that is merged down to the numbers (备注) is none of them.
    if (cell.text === '' || cell.row0 !== row) continue;
    const text = comparable(cell.text);
    if (labelColumn[cell.col0] && !/^\d{1,2}$/.test(text)) {
      if (COLUMN_NUMBERS.test(text) || /^(项目|行次|-+|[类款项]{1,3})$/.test(text)) continue;
      return false;
    }
    const number = /^\(?(\d{1,2})\)?(?:=.*)?$/.exec(text);
    if (!number || (count > 0 && Number(number[1]) !== last + 1)) return false;
    last = Number(number[1]);
    if (count++ === 0) first = last;
  }
  return count >= (first === 1 ? 2 : IN_ORDER);
}

/** Whether a row prints an amount as amounts are printed: with its decimals. */
export const hasAmount = (grid: Grid, row: number): boolean =>
  cellsOfRow(grid, row).some(
    (c) => c.row0 === row && /[.．]/.test(c.text) && readMoney(c.text).content.kind === 'amount',
  );

/** A code of the classifications, a line of the summaries. */
const ROW_OF_OURS =
  /^(?:[23]\d{2}(?:\d{2}){0,2}|[一二三四五六七八九十]+、.+(?:收入|支出|拨款)|本年(?:收入|支出)合计|年[初末].*结转和结余)$/;
/** So many rows with amounts, and so many labels of the nine tables, are no chance. */
const ENOUGH = 3;

/** Whether a grid prints rows as the nine tables have them, whatever its head says. */
export function isLikeOurs(grid: Grid): boolean {
  const labels = grid.cells.filter(({ text }) => text.length < 30 && ROW_OF_OURS.test(comparable(text)));
  if (labels.length < ENOUGH) return false;
  return labels.filter(({ row0 }) => hasAmount(grid, row0)).length >= ENOUGH;
}

/** Whether a page without rules prints figures side by side, as a table whose rules were not seen in its picture. */
export const isInColumns = ({ lines }: { readonly lines: readonly TextLine[] }): boolean =>
  lines.filter((line) => wordsOf(line).filter(({ text }) => /^[\d,]+[.．]\d\d$/.test(text)).length >= 2).length >=
  ENOUGH;

/** Whether a row reads like one of a head, whatever stands above it. */
export const isHeadRow = (grid: Grid, row: number): boolean => rowKind(grid, row, []) === 'head';

/** The words in the head rows of grids, as `isHeadAgain` compares them. */
export const headWords = (heads: Iterable<{ readonly grid: Grid; readonly rows: number }>): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const { grid, rows } of heads)
    for (const { row0, text } of grid.cells) if (row0 < rows && text !== '') words.add(comparable(text));
  return words;
};

/** Whether a row among the others prints nothing but words of the head, at least two of them, as where each page of a print was pasted in. */
export function isHeadAgain(grid: Grid, row: number, head: ReadonlySet<string>): boolean {
  if (head.size === 0) return false;
  const own = cellsOfRow(grid, row).filter((c) => c.row0 === row && c.text !== '');
  if (own.length < 2 || !own.every((c) => head.has(comparable(c.text)))) return false;
  return new Set(own.filter((c) => /\p{Script=Han}/u.test(c.text)).map((c) => comparable(c.text))).size >= 2;
}

/** 栏次 before the numbers of the columns. */
export const namesColumnNumbers = (grid: Grid, row: number): boolean =>
  COLUMN_NUMBERS.test(comparable(cellsOfRow(grid, row).find((c) => c.text !== '')?.text ?? ''));
