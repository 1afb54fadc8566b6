import { type TextLine, type TextSegment, wordsOf } from '../pages/lines.js';
import { columnOf, isAmount, isTotal, type Stretch } from './alignColumns.js';
import { isRuledBetween } from './ruledAcross.js';
import type { Segment } from './segments.js';

/** Baselines closer than this, in parts of the font size, are lines of one cell. */
export const SAME_CELL = 1.45;
/** And lines of one cell are closer than this to each other, in parts of the distance of rows, where rows stand farther apart than lines. */
const SAME_ROW = 0.9;
const LINES_APART = 1.25;
/** Of the lines with amounts, at least this share begin under a rule where the rows of a table are ruled. */
const RULED = 0.8;
/** The label of a row of a summary table: 一、…. */
export const ROW_LABEL = /^[一二三四五六七八九十]+、/;

/** What the lines of the data have in common. */
interface Setting {
  readonly columns: readonly Stretch[];
  readonly across: readonly Segment[];
  /** True where rules part the rows. */
  readonly ruled: boolean;
  /** Lines of one row are closer than this, in points, or in parts of the font size where their rows do not tell. */
  readonly pitch: number | undefined;
}

/**
 * Lines close together of which one at most has figures are one row: a label over several lines. So are two with figures, if one has nothing
 * else and they share no column: amounts stand at the top of their cells, the label in the middle. Where rules part the rows, these tell which
 * lines are close.
 */
export function alignRows(
  lines: readonly TextLine[],
  columns: readonly Stretch[],
  across: readonly Segment[],
): TextLine[][] {
  const rows: TextLine[][] = [];
  const parted = lines.filter((line, i) => i > 0 && isParted(lines[i - 1]!, line, columns, across)).length;
  const withAmounts = lines.filter((l) => wordsOf(l).some(isAmountWord)).length;
  const ruled = parted > 0 && parted >= RULED * (withAmounts - 1);
  const setting: Setting = { columns, across, ruled, pitch: ruled ? undefined : rowPitch(lines, columns) };
  for (const line of lines) {
    const row = rows.at(-1);
    if (row && goesOn(row, line, setting)) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function goesOn(row: readonly TextLine[], line: TextLine, { columns, across, ruled, pitch }: Setting): boolean {
  const distance = line.y1 - row.at(-1)!.y1;
  if (isParted(row.at(-1)!, line, columns, across)) return false;
  if (!ruled && distance >= Math.min(SAME_CELL * line.size, SAME_ROW * (pitch ?? Number.POSITIVE_INFINITY)))
    return false;
  const isWhole = row.some((l) => wordsOf(l).some((w) => isTotal(w.text)));
  if (!ruled && isWhole && !isAnchored(line)) return false;
  // Between two rules amounts over each other are rows all the same; a code that its column broke is none.
  if (ruled || pitch !== undefined) return !row.some((l) => shareColumn(l, line, columns, isAmountWord));
  if (ROW_LABEL.test(wordsOf(line)[0]!.text)) return false;
  if (!row.some(isAnchored) || !isAnchored(line)) return true;
  if (distance >= line.size) return false;
  if (![row, [line]].some((one) => one.every((l) => wordsOf(l).every(isAmountWord)))) return false;
  return !row.some((l) => shareColumn(l, line, columns));
}

/** The least distance of two amounts, codes or labels (一、…) in one column, in points, where it is more than that of two lines of a cell. */
function rowPitch(lines: readonly TextLine[], columns: readonly Stretch[]): number | undefined {
  const apart = lines.flatMap((line, i) => {
    const before = lines.slice(0, i).findLast((l) => shareColumn(l, line, columns, beginsRow));
    return before ? line.y1 - before.y1 : [];
  });
  const pitch = Math.min(...apart);
  return apart.length > 2 && pitch > LINES_APART * lines[0]!.size ? pitch : undefined;
}

const beginsRow = ({ text }: TextSegment): boolean =>
  isAmount(text) || ROW_LABEL.test(text) || /^\d{3}(?:\d\d){0,2}$/.test(text);

/** Whether two lines have words (that count) in one column. */
function shareColumn(
  a: TextLine,
  b: TextLine,
  columns: readonly Stretch[],
  counts: (word: TextSegment) => boolean = () => true,
): boolean {
  const of = (line: TextLine): number[] => wordsOf(line).flatMap((w) => (counts(w) ? columnOf(w, columns) : []));
  const own = new Set(of(a));
  return of(b).some((c) => own.has(c));
}

const isFigure = ({ text }: TextSegment): boolean => /^[\d.,—-]+$/.test(text.normalize('NFKC'));
const isAmountWord = ({ text }: TextSegment): boolean => isAmount(text);
const isAnchored = (line: TextLine): boolean => wordsOf(line).some(isFigure);
const isParted = (above: TextLine, line: TextLine, columns: readonly Stretch[], across: readonly Segment[]): boolean =>
  isRuledBetween(above, line, (columns[0]!.x0 + columns.at(-1)!.x1) / 2, across);
