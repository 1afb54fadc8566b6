import { type PrintedLine, type TextLine, type TextSegment, wordsOf } from '../pages/lines.js';
import type { ReaderName } from '../pages/page.js';
import { columnOf, columnsOf, isAmount, isTotal, type Stretch } from './alignColumns.js';
import { alignHead } from './alignHead.js';
import { alignRows, ROW_LABEL } from './alignRows.js';
import type { Grid, GridCell } from './grid.js';
import { isRuledBetween } from './ruledAcross.js';
import type { Segment } from './segments.js';

interface OnPage {
  readonly page: number;
  readonly sheet: number;
  readonly reader: ReaderName;
  readonly across?: readonly Segment[];
  /** True where nothing but a head is printed. */
  readonly isHead?: boolean;
}

const DOUBT = 'the table has no rules here';
const CODE = /^\d{3,7}$/;

/**
 * A grid for a table that is printed without rules between its columns, inferred from how its words stand: a column wherever a
 * stretch of the page's width is free of text in all rows of the data; what stands over them is the head. Every cell's place is in
 * doubt. `printed`: the lines under the title, without its unit and year; `columns`: those of the table before, which goes on without
 * a head; `across`: horizontal rules between the rows. Undefined where there are no two columns.
 */
export function alignGrid(
  { page, sheet, reader, across = [], isHead = false }: OnPage,
  printed: readonly TextLine[],
  columns?: readonly Stretch[],
): Grid | undefined {
  const first = isHead ? printed.length : columns ? 0 : firstOfBody(printed, across);
  if (first < 0 || printed.length < (isHead ? 2 : first + 1)) return undefined;
  const levels = columns || isHead ? undefined : cutLevels(printed[first]!);
  const lines = levels ? [...printed.slice(0, first), ...levels, ...printed.slice(first + 1)] : printed;
  const body = levels ? first + 1 : first;
  const head = lines.slice(0, body);
  const stretches = columns ?? columnsOf(head, lines.slice(body));
  if (stretches.length < 2) return undefined;
  const rows = alignRows(lines.slice(body), stretches, across);
  const xs = [stretches[0]!.x0 - 2];
  for (let i = 1; i < stretches.length; i++) xs.push((stretches[i - 1]!.x1 + stretches[i]!.x0) / 2);
  xs.push(stretches.at(-1)!.x1 + 2);
  const groups = [...head.map((l) => [l]), ...rows];
  const ys = [groups[0]![0]!.y0 - 1];
  for (let i = 1; i < groups.length; i++) ys.push((groups[i - 1]!.at(-1)!.y1 + groups[i]![0]!.y0) / 2);
  ys.push(groups.at(-1)!.at(-1)!.y1 + 1);

  const at = new Int32Array(groups.length * stretches.length).fill(-1);
  const cells: GridCell[] = [];
  const put = (row: number, col0: number, col1: number, words: readonly TextSegment[], line: TextLine): void => {
    for (let c = col0; c <= col1; c++) at[row * stretches.length + c] = cells.length;
    const text = words.map((w) => w.text).join('');
    cells.push({
      row0: row,
      row1: row,
      col0,
      col1,
      box: [xs[col0]!, ys[row]!, xs[col1 + 1]!, ys[row + 1]!],
      text,
      lines: text === '' ? [] : [printedLine(line, text)],
      doubt: DOUBT,
    });
  };
  for (const h of alignHead(head, stretches, across)) put(h.row, h.col0, h.col1, [h.word], head[h.row]!);
  rows.forEach((own, i) => {
    for (let c = 0; c < stretches.length; c++) {
      const words = own.flatMap((l) => wordsOf(l).filter((w) => columnOf(w, stretches) === c));
      put(head.length + i, c, c, words, own[0]!);
    }
  });
  for (let k = 0; k < at.length; k++)
    if (at[k] === -1)
      put(Math.floor(k / stretches.length), k % stretches.length, k % stretches.length, [], groups[0]![0]!);
  return { page, sheet, reader, box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!], xs, ys, cells, at, origin: 'aligned' };
}

/** The first line of the data, which may be that of a label over several lines: it begins above its figures, as high as they or under a rule. */
export function firstOfBody(printed: readonly TextLine[], across: readonly Segment[]): number {
  let first = printed.findIndex(isData);
  const isRuled = (i: number): boolean => {
    const { x0, x1 } = printed[i]!;
    return isRuledBetween(printed[i - 1]!, printed[i]!, (x0 + x1) / 2, across);
  };
  const ruled = printed.slice(0, Math.max(first, 0)).some((_, i) => i > 1 && isRuled(i));
  const isOfRow = (i: number): boolean =>
    ruled ? !isRuled(i) : printed[i]!.y0 - printed[i - 1]!.y1 < -0.3 * printed[i]!.size;
  while (first > 1 && isOfRow(first)) first--;
  return first;
}

/** 类 款 项 stand in the row of the total in the central form: what is head of a line of the data, and what is left of it. */
function cutLevels(line: TextLine): [TextLine, TextLine] | undefined {
  const words = wordsOf(line);
  if (words.length < 4 || !['类', '款', '项'].every((level, i) => words[i]!.text === level)) return undefined;
  const end = words[2]!.x1;
  const isHead = (x1: number): boolean => x1 <= end;
  return [
    { ...line, glyphs: line.glyphs.filter((g) => isHead(g.x1)) },
    { ...line, glyphs: line.glyphs.filter((g) => !isHead(g.x1)) },
  ];
}

/** The columns of an inferred grid, for the page that goes on with it. */
export const stretchesOf = (grid: Grid): Stretch[] => grid.xs.slice(1).map((x1, i) => ({ x0: grid.xs[i]!, x1 }));

/** Whether a line belongs to the data: it has an amount, a code or the label of a row. */
export function isData(line: TextLine): boolean {
  const words = wordsOf(line).map((w) => w.text.normalize('NFKC'));
  if (words.some(isAmount)) return true;
  if (CODE.test(words[0]!) || ROW_LABEL.test(words[0]!)) return true;
  return isTotal(words[0]!) && words.slice(1).every((w) => !/\p{Script=Han}/u.test(w));
}

const printedLine = ({ x0, y0, x1, y1, size }: TextLine, text: string): PrintedLine => ({ text, x0, y0, x1, y1, size });
