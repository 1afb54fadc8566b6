import type { Cell, Row } from '../document/schema.js';

/** Amounts have 分 as their last digit, in 元 and mostly in 万元 too. */
const USUAL = 2;
/** In so large a table so few amounts with more decimals are no habit of the publisher. */
const MIN_AMOUNTS = 20;
const FEW = 0.03;

const decimalsOf = ({ value }: Cell): number => (value?.includes('.') ? value.length - value.indexOf('.') - 1 : 0);

/**
 * Puts the few amounts in doubt that have more decimals than all others of their table: the number of a note that is printed raised
 * behind a figure reads like a digit of it, and no identity would show so small a difference.
 */
export function doubtStrayDecimals(rows: readonly Row[]): Row[] {
  const amounts = rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.value !== null);
  const longer = amounts.filter((c) => decimalsOf(c) > USUAL);
  if (longer.length === 0 || amounts.length < MIN_AMOUNTS || longer.length > Math.max(1, FEW * amounts.length))
    return [...rows];
  const why = `it has more than ${USUAL} decimals, and the others of its table have not`;
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([key, cell]) => [
        key,
        longer.includes(cell) ? { ...cell, standing: 'disputed' as const, why: [...cell.why, why] } : cell,
      ]),
    ),
  }));
}
