/** A table that is set without rules: its columns are inferred from how the words of its rows stand. */
import { alignGrid, isData, stretchesOf } from '../grids/alignGrid.js';
import { SAME_CELL } from '../grids/alignRows.js';
import { rowCount } from '../grids/grid.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { isPageNumber } from '../normalise/text.js';
import { type TextLine, wordsOf } from '../pages/lines.js';
import { continuationOf } from './continuation.js';
import type { Part } from './draft.js';
import type { Form } from './form.js';
import { readLayout } from './layout.js';
import { isNote, isRunningHead } from './surroundings.js';
import { isTableMeta } from './titles.js';

/** The table under a title, if its lines stand in the columns of the form. */
export function unruledTable(page: PageGrids, below: readonly TextLine[], form: Form): Part | undefined {
  if (below.length < 3) return undefined;
  const lines = tableLines(below, page);
  const isHead = !lines.some(isData);
  const grid = alignGrid({ ...page, isHead }, lines);
  const layout = grid && readLayout(grid, form);
  if (!grid || !layout?.complete) return undefined;
  // A label of a total may stand as high as the last line of a head that has nothing under it.
  return { grid, layout: isHead ? { ...layout, body: rowCount(grid) } : layout, doubt: WITHOUT_RULES, hasHead: true };
}

/**
 * The piece with which such a table goes on, or that stands under a ruled head, if the lines stand in the columns of the piece before.
 */
export function unruledContinuation(page: PageGrids, last: Part, printed = page.lines): Part | undefined {
  const lines = tableLines(printed, page);
  if (lines.some((l) => ANOTHER.test(l.text))) return undefined;
  const grid = lines.length > 0 ? alignGrid(page, lines, stretchesOf(last.grid)) : undefined;
  const part = grid && continuationOf(last, grid, 0);
  if (!part || !lines.some((l) => wordsOf(l).length > 1)) return undefined;
  return { ...part, doubt: WITHOUT_RULES };
}

/** Whether a piece has its head between rules and nothing under it: its rows may be printed without. */
export const isHeadAlone = ({ grid, layout }: Part): boolean => layout.body >= rowCount(grid);

/** What begins on a page that goes on with no table: a self-evaluation form, a part of the document. */
const ANOTHER = /自评表|自我评价表|^第[一二三四五六七八九十]部分/;

export const WITHOUT_RULES = 'the table is printed without rules: columns are inferred from how the words stand';

/** The lines of a table that is set without rules: from under the title to its notes. */
function tableLines(lines: readonly TextLine[], page: PageGrids): TextLine[] {
  const end = lines.findIndex((l) => isNote(l.text));
  const own = (end < 0 ? lines : lines.slice(0, end)).filter(
    (l) => !isPageNumber(l.text) && !l.segments.every((s) => isTableMeta(s.text)),
  );
  const inside = own.filter((l) => !isRunningHead(l, page));
  // The first row of a page, or its last one, may begin or end with a short line of its label.
  return own.filter(
    (l) => inside.includes(l) || inside.some((k) => Math.abs(k.y1 - l.y1) < SAME_CELL * l.size && k.size === l.size),
  );
}
