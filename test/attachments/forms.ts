import { gridsToAttachments } from '../../src/attachments/gridsToAttachments.js';
import type { Attachment, Field } from '../../src/document/schema.js';
import { pageToGrids } from '../../src/grids/pageToGrids.js';
import type { Page } from '../../src/pages/page.js';
import { type DrawnTable, drawnPage } from '../pages/drawn.js';

export type Rows = DrawnTable['rows'];

/** One page with a title over a table; `y` of the table's top. */
export const formPage = (
  number: number,
  title: string | null,
  widths: readonly number[],
  rows: Rows,
  more: readonly DrawnTable[] = [],
): Page =>
  drawnPage(
    [{ x: 20, y: 60, widths, rows, size: 4 }, ...more],
    [...(title === null ? [] : [{ text: title, x: 300, y: 40 }]), { text: `— ${number} —`, x: 400, y: 585 }],
    number,
  );

export const attachmentsOf = (pages: readonly Page[]) => gridsToAttachments(pages.map(pageToGrids));

/** A form as lines of text: `header subject=X`, `indicator 1 level1=产出指标 level2=…`; blanks are printed as nothing. */
export function told(form: Attachment): string[] {
  const line = (name: string, cells: Partial<Record<string, Field>>): string =>
    [name, ...Object.entries(cells).map(([k, f]) => `${k}=${f!.value ?? ''}`)].join(' ');
  return [
    line('header', form.header),
    ...form.tasks.map((r, i) => line(`task ${i + 1}`, r.cells)),
    ...form.funding.map((r, i) => line(`funding ${i + 1}`, r.cells)),
    ...form.indicators.map((r, i) => line(`indicator ${i + 1}`, r.cells)),
  ];
}

export const allTold = (pages: readonly Page[]): string[][] => attachmentsOf(pages).attachments.map(told);
