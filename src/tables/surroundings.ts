import { cellsOfRow, columnCount, type Grid, rowCount } from '../grids/grid.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable, isPageNumber } from '../normalise/text.js';
import { type TextLine, wordsOf } from '../pages/lines.js';
import { isTableMeta, readTitle, type Title } from './titles.js';

/** What stands before a grid: the title that waits for its table, and the lines of its head. */
export interface Heading {
  readonly title: Title;
  readonly page: number;
  readonly meta: string[];
  readonly below: TextLine[];
}

/** Whether the lines under a title stand in columns: a table without rules, that a note may follow. */
const isTableUnder = ({ below }: Heading): boolean => below.filter((l) => wordsOf(l).length > 1).length >= 4;

/** Title, unit and department may stand inside the grid, in rows that one or two cells fill (spreadsheet exports). */
export function innerHead(grid: Grid): { from: number; lines: string[] } {
  const lines: string[] = [];
  let from = 0;
  for (; from < Math.min(rowCount(grid), 5); from++) {
    const cells = cellsOfRow(grid, from).filter((c) => c.text !== '');
    if (cells.length === 0) {
      if (
        from + 1 < rowCount(grid) &&
        cellsOfRow(grid, from).every((c) => c.row1 === from) &&
        from < 3 &&
        columnCount(grid) > 1
      )
        continue;
      break;
    }
    if (!cells.every((c) => readTitle(c.text) || isTableMeta(c.text)) || cells.some((c) => c.row1 > from)) break;
    // A title that spans the whole grid may also be the first row of the head (“三公”).
    lines.push(...cells.map((c) => c.text));
  }
  return lines.length === 0 ? { from: 0, lines } : { from, lines };
}

/** The notes under a table: they end it. */
export const isNote = (text: string): boolean =>
  /^(注|备注|说明|附注|填表说明)[:：\d]|^本表(反映|金额|为空)/.test(comparable(text));

/** What may stand between a title and its grid without being text: a unit, a year, a bracket, a second title line; the heads of columns. */
export function mayStandUnderTitle(line: TextLine, heading: Heading, page: PageGrids): boolean {
  if (isTableUnder(heading) || line.segments.length > 1) return true;
  if (page.grids.length === 0 && isNoted(heading)) return true;
  if (line.text.length <= 20) return !/[。；;]/.test(line.text);
  const inColumns = wordsOf(line).length > 2 || heading.below.some((l) => l !== line && wordsOf(l).length > 1);
  return inColumns && !/[。；;，,]/.test(line.text);
}

/** The notes under a table that is set without rules: what follows the first of them is theirs, but for a part or a section that begins. */
export function notesBelow(below: readonly TextLine[]): string[] {
  const first = below.findIndex((l) => isNote(l.text));
  const notes = below.slice(first < 0 ? below.length : first).flatMap((l) => (isPageNumber(l.text) ? [] : l.text));
  const end = notes.findIndex((text) => /^第.{1,3}部分|^[一二三四五六七八九十]+、/.test(text));
  return end < 0 ? notes : notes.slice(0, end);
}

/** Whether notes stand under the heads of columns: what follows them is theirs. */
function isNoted({ below }: Heading): boolean {
  const note = below.findIndex((l) => isNote(l.text));
  return below.slice(0, Math.max(note, 0)).filter((l) => wordsOf(l).length > 2).length > 1;
}

/**
 * A line at the very top or foot of a page, or a few characters near it (page numbers that no rule knows, misread ones): a running
 * head, not the text that follows a table.
 */
export const isRunningHead = (line: TextLine, page: PageGrids): boolean =>
  within(line, page, 0.09, 0.92) ? line.text.length < 40 : within(line, page, 0.12, 0.88) && line.text.length < 8;

/** A few characters to the side of a grid: a label down its side whose cell has no rules there, a page number of a turned page. They end no table. */
export function isBesideGrid({ y0, y1, text }: TextLine, { grids }: PageGrids): boolean {
  const y = (y0 + y1) / 2;
  return text.length < 8 && grids.some(({ box }) => box[1] < y && y < box[3]);
}

const within = (line: TextLine, page: PageGrids, top: number, foot: number): boolean =>
  line.y1 < page.height * top || line.y0 > page.height * foot;
