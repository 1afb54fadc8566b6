/** The sentences in which causes are told; what is quoted from the page is Chinese. */
import type { TableKey } from '../../document/schema.js';
import type { Tried } from '../evaluate.js';
import { type Figure, formatAmount } from '../figures.js';
import { rowLabel } from '../labels.js';
import type { Ledger } from '../ledger.js';
import { TITLES } from '../sheet.js';
import { digitSlip } from './digits.js';
import type { Culprit } from './locate.js';
import type { MissingRows } from './missingRows.js';
import type { RowShift } from './rowShift.js';
import { distinct } from './terms.js';
import type { WrongUnit } from './wrongUnit.js';

export const tableName = (key: TableKey, ledger: Ledger): string =>
  `《${ledger.sheet(key).table.title ?? TITLES[key]}》`;

const columnLabel = (key: TableKey, column: string, ledger: Ledger): string =>
  ledger.sheet(key).table.columns.find((one) => one.key === column)?.label ?? column;

const rowName = (key: TableKey, row: number, ledger: Ledger): string => {
  const entry = ledger.sheet(key).entries[row];
  return entry === undefined ? `row ${row}` : `“${rowLabel(entry.row)}”`;
};

export const cellName = ({ table, row, column }: Figure, ledger: Ledger): string =>
  table === null
    ? 'the text'
    : `${tableName(table, ledger)} ${rowName(table, row, ledger)}, ${columnLabel(table, column, ledger)}`;

/** An amount in the unit and with the decimals of a figure. */
export const written = (amount: bigint, { unit, decimals }: Figure, ledger: Ledger): string =>
  formatAmount(amount, unit, decimals, ledger.grain);

export const printedOf = ({ printed }: Figure): string => printed ?? 'blank';

const rulesOf = (tried: readonly Tried[]): string => distinct(tried.map(({ rule }) => rule.id)).join(', ');

export const slipOf = (figure: Figure, excess: bigint, ledger: Ledger): string | null =>
  figure.printed === null ? null : digitSlip(figure.printed, written(figure.amount - excess, figure, ledger));

export function culpritMessage({ excess, explained }: Culprit, ledger: Ledger): string {
  const cells = [...excess].flatMap(([cell, more]) => {
    const figure = ledger.figures.get(cell);
    if (figure === undefined) return [];
    const slip = slipOf(figure, more, ledger);
    const should = written(figure.amount - more, figure, ledger);
    return `${cellName(figure, ledger)}: printed ${printedOf(figure)}, expected ${should}${slip === null ? '' : ` (${slip})`}`;
  });
  const count = explained.length;
  const agree =
    count === 1
      ? `by ${rulesOf(explained)}; every other figure in it is borne out elsewhere`
      : `${count} identities agree (${rulesOf(explained)})`;
  return `${cells.join('; ')}: ${agree}`;
}

export function rowShiftMessage(
  { table, columns, moves, wrapsTo, explained, mended }: RowShift,
  ledger: Ledger,
): string {
  const labels = columns.map((column) => columnLabel(table, column, ledger)).join(', ');
  const told = moves.map(({ row, by }) => {
    const rows = Math.abs(by) === 1 ? '1 row' : `${Math.abs(by)} rows`;
    return `${rows} too ${by > 0 ? 'high' : 'low'} from ${rowName(table, row, ledger)} on`;
  });
  const round =
    wrapsTo === null ? '' : ` up to ${rowName(table, wrapsTo, ledger)}, and those moved out stand at the other end`;
  const hold = `moved back, ${mended.filter((one) => explained.includes(one)).length} of ${explained.length} failing identities hold (${rulesOf(explained)})`;
  return `${tableName(table, ledger)}: the amounts of ${labels} stand ${told.join(', then ')}${round}; ${hold}`;
}

export function wrongUnitMessage({ table, explained }: WrongUnit, ledger: Ledger): string {
  const { unit } = ledger.sheet(table).table;
  const states = unit === null ? 'states no unit' : `is read in ${unit}`;
  return `${tableName(table, ledger)} ${states}, and its amounts agree with those of other tables only after a factor of 10 000 between 元 and 万元 (${explained.length} identities: ${rulesOf(explained)})`;
}

export function missingRowsMessage({ table, codes, parent, explained }: MissingRows, ledger: Ledger): string {
  const what = codes.length === 0 ? 'rows are missing' : `no row of ${codes.join(', ')}`;
  const gaps = explained.filter(({ identity }) => identity.family !== undefined);
  const told = gaps.map(({ identity, check }) => {
    const [{ table: key, column }] = identity.left;
    return `${key === null ? column : columnLabel(key, column, ledger)} ${check.actual} against ${check.expected}`;
  });
  const below = parent === null ? '' : ` below ${rowName(table, parent, ledger)} (${told.join('; ')})`;
  const others = explained.filter(({ identity }) => identity.absent !== undefined);
  const elsewhere = others.flatMap(({ identity }) =>
    identity.left
      .filter(({ amount }) => amount !== 0n)
      .map((figure) => `${cellName(figure, ledger)} ${printedOf(figure)}`),
  );
  const shown = elsewhere.slice(0, 2).join('; ');
  return `${tableName(table, ledger)}: ${what}${below}${shown === '' ? '' : `; printed elsewhere: ${shown}`}`;
}

/** A failing identity as such: what is printed on the left, and what the right side comes to. */
export function failureMessage({ rule, identity, check }: Tried, ledger: Ledger): string {
  const [figure] = identity.left;
  const others = identity.left.length === 1 ? '' : ` and ${identity.left.length - 1} more come to ${check.actual}`;
  const told = `${cellName(figure, ledger)}: printed ${printedOf(figure)}${others}`;
  const [only] = identity.right;
  const right =
    identity.right.length === 1 && only !== undefined
      ? cellName(only, ledger)
      : `the sum of ${identity.right.length} figures`;
  const limit = identity.relation === '≤' ? 'at most' : 'expected';
  const against = identity.right.length === 0 ? `${limit} none: no such row` : `${limit} ${check.expected}, ${right}`;
  return `${told}, ${against}; difference ${check.difference}, rounding allows ${check.tolerance} (${rule.id}: ${identity.says})`;
}
