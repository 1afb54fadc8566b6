import type { Cell, Row, Table } from '../document/schema.js';
import { READS_PICTURES, type ReaderName } from '../pages/page.js';

/** Amounts have 分 as their last digit, in 元 and mostly in 万元 too. */
const USUAL = 2;
/** In so large a table so few amounts with other decimals are no habit of the publisher. */
const MIN_AMOUNTS = 20;
/** Of so many amounts read in a picture one without decimals is more likely to have lost its point than to be whole. */
const MIN_IN_PICTURE = 4;
/** Points that are too faint, or stand in print of full width, are lost in all figures of a table, and its sums hold all the same. */
const NO_POINT = 'it has no decimals, as all others of its table: their points may be lost in the picture';
const FEW = 0.03;

const isFromPicture = ({ reader }: Cell): boolean => READS_PICTURES.has(reader.split('+')[0] as ReaderName);
const decimalsOf = ({ value }: Cell): number => (value?.includes('.') ? value.length - value.indexOf('.') - 1 : 0);

/**
 * Puts the few amounts in doubt whose decimals are not as many as those of all others of their table, where no identity would show so
 * small a difference: more of them where the number of a note is printed raised behind a figure and reads like a digit of it; fewer where
 * they were read in a picture, in which the last digit or the point may be lost. (A publisher who drops noughts at the end prints none there,
 * and one of ten figures is shorter for it.) Where none of a table from a picture has decimals, all are in doubt, but for a large one in whole 元 (Shanghai).
 */
export function doubtStrayDecimals(rows: readonly Row[], unit: Table['unit']): Row[] {
  const amounts = rows.flatMap((r) => Object.values(r.cells)).filter((c) => c.value !== null && !/^0*$/.test(c.value));
  const few = Math.max(1, FEW * amounts.length);
  const longer = amounts.filter((c) => decimalsOf(c) > USUAL);
  const shorter = amounts.filter((c) => isFromPicture(c) && decimalsOf(c) < USUAL);
  const strays = new Map<Cell, string>();
  if (amounts.length >= MIN_AMOUNTS && longer.length <= few)
    for (const cell of longer)
      strays.set(cell, `it has more than ${USUAL} decimals, and the others of its table have not`);
  const dropsNoughts = shorter.length > few && !amounts.some((c) => /\.\d*0$/.test(c.value!));
  // Of a hundred figures without their last noughts one is whole: many are that have lost their points.
  const whole = shorter.filter((c) => decimalsOf(c) === 0);
  const losesPoints = whole.length < amounts.length && whole.filter((c) => !c.value!.endsWith('0')).length > few;
  if (amounts.length >= MIN_IN_PICTURE && (!dropsNoughts || losesPoints))
    for (const cell of dropsNoughts ? whole : shorter)
      strays.set(cell, `it has fewer than ${USUAL} decimals, and most others of its table have them`);
  const pointless = amounts.every((c) => isFromPicture(c) && decimalsOf(c) === 0);
  if (pointless && (amounts.length < MIN_AMOUNTS || unit !== '元'))
    for (const cell of amounts) strays.set(cell, NO_POINT);
  if (strays.size === 0) return [...rows];
  return rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(
      Object.entries(row.cells).map(([key, cell]) => {
        const why = strays.get(cell);
        return [key, why ? { ...cell, standing: 'disputed' as const, why: [...cell.why, why] } : cell];
      }),
    ),
  }));
}
