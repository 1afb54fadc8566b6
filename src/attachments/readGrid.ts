import { cellAt, type Grid, rowCount } from '../grids/grid.js';
import { goesOnWith, isRepeated, readAmountRow } from './amountRows.js';
import { blockHead, type Columns, columnsIn, indicatorHead, restOfHead, sameLines } from './columns.js';
import type { Block, FormDraft, RowDraft } from './draft.js';
import { type Goal, goalsHead, readGoals } from './goals.js';
import { readIndicatorRow } from './indicatorRows.js';
import { keep, labelsIn, pairsOf } from './pairs.js';
import { type GridRows, printedIn } from './rows.js';
import { readTotal } from './totals.js';
import { textOf } from './value.js';

/** Reads the rows of a grid from `from` on into the form, up to (without) `to`. */
export function readGrid(draft: FormDraft, rows: GridRows, from = 0, to = rowCount(rows.grid)): void {
  const { grid } = rows;
  draft.grids.push(grid);
  if (draft.block.kind !== 'header' && !reaches(draft.block, grid)) draft.block = { kind: 'header' };
  const begin = draft.columns ? headAgain(draft, rows, from, to) : from;
  for (let row = begin; row < to; ) row = readRow(draft, rows, row, begin);
}

/** The row of the indicators' head where all of the form's head is printed again over it (rows that are repeated on each page); else `from`. */
function headAgain(draft: FormDraft, rows: GridRows, from: number, to: number): number {
  let known = false;
  for (let row = from; row < to; row++) {
    if (indicatorHead(rows, row, draft.form)) return known ? row : from;
    known ||= pairsOf(rows, row, draft.form.labels).some(
      ({ field, value }) => textOf(value) !== '' && textOf(value) === textOf(draft.header.get(field)),
    );
  }
  return from;
}

/** Does the block go on in the grid? Of the goals a page needs no line but the one between them. */
export function reaches(block: Exclude<Block, { kind: 'header' }>, grid: Grid): boolean {
  const { xs } = block.columns;
  if (sameLines(xs, grid.xs)) return true;
  if (block.kind !== 'goals') return false;
  const scale = (xs.at(-1)! - xs[0]!) / (grid.xs.at(-1)! - grid.xs[0]!);
  const between = xs[block.columns.fields.indexOf('goal_actual')]! - xs[0]!;
  return Math.abs(scale - 1) < 0.03 && grid.xs.some((x) => Math.abs((x - grid.xs[0]!) * scale - between) < 4);
}

/** Reads one row, or a head of several; gives the next row to read. */
function readRow(draft: FormDraft, rows: GridRows, row: number, from: number): number {
  const { form } = draft;
  const { grid } = rows;
  if (printedIn(rows, row).length === 0) return row + 1;
  const head = indicatorHead(rows, row, form);
  if (head) {
    draft.columns = head.columns;
    draft.cutHead = head.body >= rowCount(grid) ? grid : null;
    draft.block = { kind: 'indicators', columns: head.columns };
    return head.body;
  }
  // 绩效指标 over 一级指标, 二级指标: the first row of a head whose levels stand in the second.
  if (row + 1 < rowCount(grid)) {
    const next = indicatorHead(rows, row + 1, form);
    if (next && isUpperHead(rows, row, next.columns.fields.length)) return row + 1;
  }
  if (draft.block.kind === 'header' || draft.block.kind === 'indicators' || draft.block.kind === 'goals') {
    const columns = draft.block.kind === 'indicators' ? columnsIn(draft.block.columns, grid) : undefined;
    // Before the indicators a score is one of the labels of the head; with them it is the end.
    if (draft.block.kind === 'indicators' || draft.indicators.length > 0) {
      const total = readTotal(draft, rows, row, columns);
      if (total === 'end') draft.ended = true;
      if (total === 'end' || total === 'skip') return row + 1;
    }
  }
  const goals = goalsHead(rows, row, form);
  if (goals) {
    draft.block = { kind: 'goals', columns: goals, grid, last: sideEnd(rows, row, goals) };
    return row + 1;
  }
  for (const block of [form.tasks, form.funding]) {
    const found = blockHead<never>(rows, row, block as never);
    if (!found) continue;
    const last = found.side ? found.side.row1 : Number.POSITIVE_INFINITY;
    draft.block = { kind: block.group, columns: found.columns, grid, last };
    draft.heads.push({ columns: found.columns, rows: draft[block.group] });
    return found.body;
  }
  readBody(draft, rows, row, row === from);
  return row + 1;
}

/** A row under a head, or one of labels and values. */
function readBody(draft: FormDraft, rows: GridRows, row: number, first: boolean): void {
  const { grid } = rows;
  const { block } = draft;
  switch (block.kind) {
    case 'indicators': {
      if (draft.ended) break;
      if (draft.indicators.length === 0 && draft.cutHead !== null && draft.cutHead !== grid) {
        draft.cutHead = null;
        const columns = restOfHead(rows, row, block.columns, draft.form);
        if (columns) {
          draft.columns = columns;
          draft.block = { kind: 'indicators', columns };
          return;
        }
      }
      readIndicatorRow(draft, rows, row, columnsIn(block.columns, grid), draft.indicators.at(-1)?.grid !== grid);
      return;
    }
    case 'goals': {
      if (block.grid === grid && row > block.last) break;
      const columns = columnsIn(block.columns, grid);
      const labels = labelsIn(rows, row, draft.form.labels);
      // At the top of a page the rest of the label at the side (目标) is none of its own.
      const aside = first && block.grid !== grid;
      if (labels.some((c) => !aside || columns.fields[c.col0] !== undefined)) break;
      readGoals(draft, rows, row, columns);
      return;
    }
    case 'tasks':
    case 'funding': {
      if (block.grid === grid && row > block.last) break;
      if (pairsOf(rows, row, draft.form.labels).length > 0 && block.last === Number.POSITIVE_INFINITY) break;
      const columns = columnsIn(block.columns, grid) as never;
      const into = draft[block.kind] as RowDraft<never>[];
      const last = into.at(-1);
      if (first && block.grid !== grid && last && goesOnWith<never>(last, rows, row, columns)) return;
      const read = readAmountRow<never>(rows, row, columns);
      if (!read) break;
      if (!isRepeated(into, read)) into.push(read);
      return;
    }
    case 'header':
      break;
  }
  const pairs = pairsOf(rows, row, draft.form.labels);
  if (pairs.length > 0 && block.kind !== 'indicators') draft.block = { kind: 'header' };
  for (const pair of pairs) keep(draft, pair);
}

/** The last row of the merged label at the left of the goals in `row`, the one beside them first, or infinity where there is none. */
function sideEnd(rows: GridRows, row: number, goals: Columns<Goal>): number {
  const beside = Math.max(0, goals.fields.indexOf('goal_planned') - 1);
  const side = [cellAt(rows.grid, row, beside), cellAt(rows.grid, row, 0)].find((cell) => cell.row1 > row);
  return side?.row1 ?? Number.POSITIVE_INFINITY;
}

/** Cells that the head below goes on with: some start here and reach into it. */
const isUpperHead = (rows: GridRows, row: number, columns: number): boolean => {
  let through = 0;
  for (let c = 0; c < columns; c++) if (cellAt(rows.grid, row, c) === cellAt(rows.grid, row + 1, c)) through++;
  return through > 0 && rows.starting[row]!.some((c) => c.row1 > row && c.col0 > 0);
};
