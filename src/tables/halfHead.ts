import { finding } from '../document/finding.js';
import type { Finding } from '../document/schema.js';
import { type Grid, rowCount } from '../grids/grid.js';
import { underHeadAlone } from './continuation.js';
import type { Part } from './draft.js';
import type { Form } from './form.js';
import { keysOf } from './layout.js';
import { bestForm } from './orphan.js';
import { hasAmount, isHeadRow } from './rowKinds.js';

/** The upper rows of a head at the foot of a page, which alone are the head of no form: 收入 and 支出, 项目 and 基本支出. */
export interface HalfHead {
  readonly grid: Grid;
  readonly form: Form;
  readonly title: string;
  readonly rank: number;
  readonly meta: readonly string[];
  /** What is to be said where its rest does not come. */
  readonly unfit: Finding;
}

/** Said of a title over a grid whose head is not that of its form. */
export function unfitHead(grid: Grid, from: number, form: Form, title: string, isHead: boolean): Finding {
  const rival = isHead ? bestForm(grid, from, form) : undefined;
  return finding(
    'title-without-its-table',
    'warning',
    `《${title}》 stands over a table whose head is not that of this form${rival ? `, it reads like 《${rival.titles[0]}》` : ''}`,
    { page: grid.page, box: grid.box, table: form.key },
  );
}

/** So many rows a head has at most. */
const MAX_ROWS = 3;

/** Whether a grid under a title has nothing but head words. */
export function mayBeHalfHead(grid: Grid, from: number): boolean {
  const rows = Array.from({ length: rowCount(grid) - from }, (_, i) => from + i);
  return rows.length <= MAX_ROWS && rows.every((r) => isHeadRow(grid, r) && !hasAmount(grid, r));
}

/**
 * A head that breaks over two pages, between its rows or in one of them: its piece, with the layout of the whole, and the piece that brings the
 * rest. Undefined where the two are no head of the form.
 */
export function wholeHead(head: Grid, grid: Grid, form: Form): [Part, Part] | undefined {
  const [rest] = [false, true]
    .flatMap((split) => underHeadAlone(head, grid, form, split) ?? [])
    .sort((a, b) => keysOf(b.layout).size - keysOf(a.layout).size);
  if (!rest) return undefined;
  const layout = { ...rest.layout, body: rowCount(head), headWordsRow: -1, complete: true };
  return [{ grid: head, layout, doubt: null, hasHead: true }, rest];
}
