import { cellsOfRow, columnCount, type Grid, rowCount } from '../grids/grid.js';
import { readMoney } from '../normalise/amount.js';
import { comparable } from '../normalise/text.js';
import type { Form } from './form.js';
import { FORMS } from './forms/index.js';
import { type AmountColumn, type Block, type Layout, readLayout } from './layout.js';

/**
 * The layout of a grid that has neither title nor, perhaps, head: the page of a table whose first page is lost. It is
 * recognised by labels that only this form has (`signature`: two of them must be there). Without a head the columns are
 * those of the form in order, and only where their number leaves no choice.
 */
export function layoutOfOrphan(grid: Grid, form: Form, from: number): Layout | undefined {
  if (!form.signature) return undefined;
  const texts = grid.cells.map((c) => comparable(c.text));
  const hits = form.signature.filter((s) => texts.some((t) => s.test(t))).length;
  if (hits < 2) return undefined;
  const own = readLayout(grid, form, from);
  if (own?.complete) return own;
  if (form.layout !== 'sections') return undefined;
  const kinds = Array.from({ length: columnCount(grid) }, (_, c) => kindOf(grid, c, from));
  const blocks: Block[] = [];
  const sections = ['revenue', 'expenditure'] as const;
  let c = 0;
  for (const section of sections) {
    const first = c;
    if (kinds[c] !== 'name') return undefined;
    const names = [c++];
    const lines = kinds[c] === 'line' ? [c++] : [];
    const columns = form.columns.filter((k) => k.section === section);
    const amounts: AmountColumn[] = [];
    while (c < kinds.length && kinds[c] === 'amount') {
      const column = columns[amounts.length];
      if (!column) return undefined;
      amounts.push({ column: c, key: column.key, label: column.label, path: '' });
      c++;
    }
    if (amounts.length !== columns.length) return undefined;
    blocks.push({ section, first, last: c - 1, codes: [], names, lines, units: [], amounts });
  }
  if (c !== kinds.length) return undefined;
  return { body: from, headWordsRow: -1, blocks, complete: false };
}

function kindOf(grid: Grid, column: number, from: number): 'name' | 'line' | 'amount' {
  let words = 0;
  let integers = 0;
  let count = 0;
  for (let r = from; r < rowCount(grid); r++) {
    const cell = cellsOfRow(grid, r).find((k) => k.col0 <= column && column <= k.col1);
    if (!cell || cell.row0 !== r || cell.text === '') continue;
    count++;
    const text = comparable(cell.text);
    if (/^\d{1,2}$/.test(text)) integers++;
    else if (readMoney(text).content.kind !== 'amount') words++;
  }
  if (words > 0) return 'name';
  return count > 1 && integers === count ? 'line' : 'amount';
}

/** The form, other than `not`, whose head this grid has, if it is exactly one. */
export function bestForm(grid: Grid, from: number, not: Form): Form | undefined {
  const fits = bestForms(grid, from, not);
  return fits.length === 1 ? fits[0] : undefined;
}

/** The forms, other than `not`, whose head this grid has. */
export const bestForms = (grid: Grid, from: number, not: Form): Form[] =>
  FORMS.filter((f) => f !== not && readLayout(grid, f, from)?.complete);
