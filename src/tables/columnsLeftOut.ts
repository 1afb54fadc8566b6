import { Decimal } from 'decimal.js';
import { cellAt, type Grid, rowCount } from '../grids/grid.js';
import { readAmount } from '../normalise/amount.js';
import type { Form } from './form.js';
import { type Layout, readLayout } from './layout.js';

/** Fewer rows may add up by chance. */
const ENOUGH_ROWS = 3;

/**
 * The layout of a grid under the title of a form. It is complete, too, where the publisher left out columns in which nothing stood (收入决算表
 * with 本年收入合计 and 财政拨款收入 alone): every head is understood, and in every row the total is the sum of the columns that are there, but
 * for the rounding of the sum (the strict bound of `roundingBound`). Columns that stand on another page would leave a difference in some row.
 */
export function titledLayout(grid: Grid, form: Form, from: number): Layout | undefined {
  const layout = readLayout(grid, form, from);
  if (!layout || layout.complete || form.layout !== 'single' || layout.blocks.length !== 1) return layout;
  const { amounts } = layout.blocks[0]!;
  const total = amounts.find((a) => a.key === 'total');
  const optional = new Set(form.columns.filter((c) => c.optional).map((c) => c.key));
  const parts = amounts.filter((a) => a.key !== 'total' && !optional.has(a.key ?? ''));
  if (!total || parts.length === 0 || amounts.some((a) => a.key === null)) return layout;
  let rows = 0;
  for (let r = layout.body; r < rowCount(grid); r++) {
    if (r === layout.headWordsRow) continue;
    const [sum, ...addends] = [total, ...parts].map(({ column }) => readAmount(cellAt(grid, r, column).text));
    const told = addends.flatMap((a) => (a.kind === 'amount' ? [new Decimal(a.value)] : []));
    if (sum!.kind === 'blank' && told.length === 0) continue;
    if (sum!.kind !== 'amount' || addends.some((a) => a.kind === 'text')) return layout;
    if (!addsUp(new Decimal(sum!.value), told)) return layout;
    rows++;
  }
  if (rows < ENOUGH_ROWS) return layout;
  const there = new Set(amounts.map((a) => a.key));
  return {
    ...layout,
    complete: true,
    leftOut: form.columns.filter((c) => !there.has(c.key) && !c.optional).map((c) => c.label),
  };
}

function addsUp(total: Decimal, addends: readonly Decimal[]): boolean {
  const difference = addends.reduce((sum, a) => sum.add(a), new Decimal(0)).sub(total);
  const decimals = Math.max(total.decimalPlaces(), ...addends.map((a) => a.decimalPlaces()));
  const half = new Decimal(10).pow(-decimals).div(2);
  return difference.isZero() || (addends.length > 1 && difference.abs().lt(half.mul(addends.length + 1)));
}
