/** From failing checks to causes: one cause, one finding. */
import type { TableKey } from '../../document/schema.js';
import { passes, type Tried } from '../evaluate.js';
import type { Ledger } from '../ledger.js';
import type { Cause, CauseKind } from '../result.js';
import { columnsOf, type Sheet } from '../sheet.js';
import { type Culprit, locate, onlySuspect, withoutExcess } from './locate.js';
import { findMissingRows } from './missingRows.js';
import { findRowShift, type RowShift } from './rowShift.js';
import { distinct, fails, isEquality, type Terms, termsByCell } from './terms.js';
import {
  culpritMessage,
  failureMessage,
  missingRowsMessage,
  rowShiftMessage,
  slipOf,
  written,
  wrongUnitMessage,
} from './words.js';
import { findWrongUnits } from './wrongUnit.js';

/** A cause, and whether its cells are the culprits (the others in its identities are not suspected). */
export interface Explained {
  readonly cause: Cause;
  readonly located: boolean;
  readonly tried: readonly Tried[];
}

/** One or two wrong cells explain a table; more of them look like a shift, and that is tried first. */
const FEW_CULPRITS = 2;
const TABLES_OF_ROWS: readonly TableKey[] = [
  'revenue',
  'expenditure',
  'general_public_budget',
  'general_public_budget_basic',
  'government_fund',
  'state_capital',
];

export function findCauses(tried: readonly Tried[], ledger: Ledger): readonly Explained[] {
  const failing = tried.filter(fails);
  if (failing.length === 0) return [];
  const terms = termsByCell(tried);
  const prefers = (cell: string, excess: bigint): boolean => {
    const figure = ledger.figures.get(cell);
    return figure !== undefined && slipOf(figure, excess, ledger) !== null;
  };
  const search = (open: readonly Tried[]): readonly Culprit[] => locate(open, terms, ledger, prefers);

  let open = failing;
  const found: Explained[] = [];
  const take = (explained: Explained): void => {
    found.push(explained);
    open = open.filter((one) => !explained.tried.includes(one));
  };

  for (const one of findWrongUnits(open)) {
    take(explain('table-pair', one.explained, one.cells, wrongUnitMessage(one, ledger), true));
  }
  const culprits = search(open);
  for (const shift of shifts(open, tried, culprits, ledger)) {
    const explained = shift.explained.filter((one) => open.includes(one));
    if (explained.length > 0) take(shifted({ ...shift, explained }, ledger));
  }
  for (const one of findMissingRows(open, ledger)) {
    const cells = distinct(one.explained.flatMap(({ check }) => check.cells));
    const missing = explain('missing-rows', one.explained, cells, missingRowsMessage(one, ledger), false);
    take({ ...missing, cause: { ...missing.cause, rowsLost: one.table } });
  }
  for (const one of search(open)) take(culprit(withInequalities(one, open), ledger));
  for (const group of groups(open)) {
    const only = group.length === 1 && group[0] !== undefined ? suspect(group[0], terms) : null;
    take(only === null ? failure(group, ledger) : culprit(only, ledger));
  }
  return found.sort((a, b) => tried.indexOf(first(a.tried)) - tried.indexOf(first(b.tried)));
}

const first = (tried: readonly Tried[]): Tried => tried[0] as Tried;

/** Errors before warnings; the rule of a cause is that of its first check. */
const byWeight = (tried: readonly Tried[]): readonly Tried[] =>
  tried.toSorted((a, b) => Number(b.rule.severity === 'error') - Number(a.rule.severity === 'error'));

function explain(
  kind: CauseKind,
  tried: readonly Tried[],
  cells: readonly string[],
  message: string,
  located: boolean,
  values?: { readonly expected: string | null; readonly actual: string | null },
): Explained {
  const ordered = byWeight(tried);
  const { rule, check } = first(ordered);
  const cause: Cause = {
    rule: rule.id,
    severity: rule.severity,
    kind,
    message,
    cells,
    checks: ordered.map((one) => one.check.id),
    expected: values === undefined ? check.expected : values.expected,
    actual: values === undefined ? check.actual : values.actual,
  };
  return { cause, located, tried: ordered };
}

function culprit(one: Culprit, ledger: Ledger): Explained {
  const [cell, excess] = [...one.excess][0] as [string, bigint];
  const figure = ledger.figures.get(cell);
  const slips = [...one.excess].every(([id, more]) => {
    const wrong = ledger.figures.get(id);
    return wrong !== undefined && slipOf(wrong, more, ledger) !== null;
  });
  const expected = figure === undefined ? null : written(figure.amount - excess, figure, ledger);
  const values = { expected, actual: figure?.printed ?? null };
  const kind: CauseKind = slips ? 'lost-digit' : 'one-cell';
  return explain(kind, one.explained, [...one.excess.keys()], culpritMessage(one, ledger), true, values);
}

/** Inequalities that fail only because of the wrong cells belong to the same cause. */
function withInequalities(one: Culprit, open: readonly Tried[]): Culprit {
  const mended = open.filter((tried) => !isEquality(tried) && passes(tried, withoutExcess(tried, one.excess)));
  return { excess: one.excess, explained: [...one.explained, ...mended] };
}

const suspect = (tried: Tried, terms: Terms): Culprit | null => {
  if (!isEquality(tried) || tried.rule.severity !== 'error') return null;
  const only = onlySuspect(tried, terms);
  return only === null ? null : { excess: new Map([[only.cell, only.excess]]), explained: [tried] };
};

const shifted = (shift: RowShift, ledger: Ledger): Explained =>
  explain('row-shift', shift.explained, shift.cells, rowShiftMessage(shift, ledger), true, {
    expected: null,
    actual: null,
  });

/** Shifts of all columns of a table together, or else of single ones, where one or two wrong cells explain too little. */
function shifts(
  failing: readonly Tried[],
  tried: readonly Tried[],
  culprits: readonly Culprit[],
  ledger: Ledger,
): readonly RowShift[] {
  return TABLES_OF_ROWS.flatMap((key): readonly RowShift[] => {
    const sheet = ledger.sheet(key);
    const here = failing.filter(({ check }) => check.cells.some((cell) => cell.startsWith(`${key}/`)));
    const known = culprits.filter(({ excess }) => [...excess.keys()].some((cell) => cell.startsWith(`${key}/`)));
    const left = here.filter((one) => !culprits.some(({ explained }) => explained.includes(one)));
    if (known.length <= FEW_CULPRITS && left.length < 2) return [];
    const all = findRowShift(sheet, columnsOf(sheet), tried);
    return all === null ? singleShifts(sheet, tried) : [all];
  });
}

/** Columns that are shifted in the same way are one cause. */
function singleShifts(sheet: Sheet, tried: readonly Tried[]): readonly RowShift[] {
  const columns = columnsOf(sheet);
  if (columns.length === 1) return [];
  const merged = new Map<string, RowShift>();
  for (const shift of columns.flatMap((column) => findRowShift(sheet, [column], tried) ?? [])) {
    const key = shift.moves.map(({ row, by }) => `${row} ${by}`).join();
    const known = merged.get(key);
    merged.set(key, known === undefined ? shift : joined(known, shift));
  }
  return [...merged.values()];
}

const joined = (a: RowShift, b: RowShift): RowShift => ({
  ...a,
  columns: [...a.columns, ...b.columns],
  cells: [...a.cells, ...b.cells],
  explained: distinct([...a.explained, ...b.explained]),
  mended: distinct([...a.mended, ...b.mended]),
});

/** What is left, one group for each reason: the same rule off by the same amount in one column, or in one row. */
function groups(failing: readonly Tried[]): readonly (readonly Tried[])[] {
  const left: Tried[][] = [];
  for (const one of failing) {
    const [figure] = one.identity.left;
    const known = left.find((group) =>
      group.some((other) => {
        const [with_] = other.identity.left;
        if (other.rule !== one.rule || with_.table !== figure.table || !isEquality(one)) return false;
        const sameAmount = with_.column === figure.column && other.residual === one.residual;
        return sameAmount || (with_.row === figure.row && with_.column !== figure.column);
      }),
    );
    if (known === undefined) left.push([one]);
    else known.push(one);
  }
  return left;
}

function failure(group: readonly Tried[], ledger: Ledger): Explained {
  const one = first(group);
  const between =
    new Set([...one.identity.left, ...one.identity.right].map(({ table }) => table)).size > 1 || one.identity.absent;
  const kind: CauseKind = one.identity.relation === '≤' ? 'inequality' : between ? 'table-pair' : 'sum';
  const more =
    group.length === 1
      ? ''
      : `; the same in ${group.length - 1} more: ${group
          .slice(1)
          .map(({ check }) => check.id)
          .join(', ')}`;
  const cells = distinct(group.flatMap(({ check }) => check.cells));
  return explain(kind, group, cells, failureMessage(one, ledger) + more, false);
}
