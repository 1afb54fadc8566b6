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
  const last = row.at(-1)!;
  const distance = line.y1 - last.y1;
  if (isParted(last, line, columns, across)) return false;
  // Between two rules amounts over each other are rows all the same; a code that its column broke is none.
  if (ruled)
    return !columnsOf(line, columns, isAmountWord).some((c) => columnsOf(last, columns, isAmountWord).includes(c));
  if (distance >= Math.min(SAME_CELL * line.size, SAME_ROW * (pitch ?? Number.POSITIVE_INFINITY))) return false;
  if (ROW_LABEL.test(wordsOf(line)[0]!.text)) return false;
  if (!row.some(isAnchored)) return true;
  if (!isAnchored(line)) return !row.some((l) => wordsOf(l).some((w) => isTotal(w.text)));
  if (distance >= line.size) return false;
  if (![row, [line]].some((one) => one.every((l) => wordsOf(l).every(isAmountWord)))) return false;
  const own = new Set(row.flatMap((l) => columnsOf(l, columns)));
  return columnsOf(line, columns).every((c) => !own.has(c));
}

/** The least distance of two rows with figures, in points, where it is more than that of two lines of a cell. */
function rowPitch(lines: readonly TextLine[], columns: readonly Stretch[]): number | undefined {
  const figures = lines.filter(isAnchored);
  const apart = figures.flatMap((line, i) => {
    const before = figures[i - 1];
    if (!before || !columnsOf(before, columns).some((c) => columnsOf(line, columns).includes(c))) return [];
    return line.y1 - before.y1;
  });
  const pitch = Math.min(...apart);
  return apart.length > 2 && pitch > LINES_APART * figures[0]!.size ? pitch : undefined;
}

const isFigure = ({ text }: TextSegment): boolean => /^[\d.,—-]+$/.test(text.normalize('NFKC'));
const isAmountWord = ({ text }: TextSegment): boolean => isAmount(text);
const isAnchored = (line: TextLine): boolean => wordsOf(line).some(isFigure);
const columnsOf = (
  line: TextLine,
  columns: readonly Stretch[],
  counts: (word: TextSegment) => boolean = () => true,
): number[] =>
  wordsOf(line)
    .filter(counts)
    .map((w) => columnOf(w, columns));
const isParted = (above: TextLine, line: TextLine, columns: readonly Stretch[], across: readonly Segment[]): boolean =>
  isRuledBetween(above, line, (columns[0]!.x0 + columns.at(-1)!.x1) / 2, across);
