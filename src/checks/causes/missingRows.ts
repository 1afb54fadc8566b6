/**
 * Finds rows that are not there: a class that one table prints and another does not, or a parent that exceeds its children in
 * several columns at once, the gap of the total being the sum of the gaps of its parts (as one lost row would make it).
 */
import type { TableKey } from '../../document/schema.js';
import type { Tried } from '../evaluate.js';
import type { Ledger } from '../ledger.js';
import { withinBound } from '../tolerance.js';

export interface MissingRows {
  readonly table: TableKey;
  /** Codes that another table prints, so must stand here; none if only the gap is known. */
  readonly codes: readonly string[];
  /** The row whose children do not add up to it, as an index in the table. */
  readonly parent: number | null;
  readonly explained: readonly Tried[];
}

interface Gap {
  readonly table: TableKey;
  readonly row: number;
  readonly code: string;
  readonly checks: readonly Tried[];
}

/** The gaps of the columns of one parent are those of whole rows. */
function isConsistent(checks: readonly Tried[]): boolean {
  if (checks.length < 2 || checks.some(({ residual }) => residual <= 0n)) return false;
  const total = checks.find(({ identity }) => identity.left[0].column === 'total');
  if (total === undefined) return false;
  const parts = checks.filter((one) => one !== total);
  const rest = parts.reduce((left, { residual }) => left - residual, total.residual);
  return withinBound(
    rest,
    checks.reduce((bound, one) => bound + one.bound, 0n),
  );
}

function gapsOf(failing: readonly Tried[], ledger: Ledger): readonly Gap[] {
  const families = new Map<string, Tried[]>();
  for (const one of failing) {
    const { family } = one.identity;
    if (family !== undefined) families.set(family, [...(families.get(family) ?? []), one]);
  }
  return [...families.values()].flatMap((checks): readonly Gap[] => {
    const figure = checks[0]?.identity.left[0];
    if (figure === undefined || figure.table === null) return [];
    const code = ledger.sheet(figure.table).entries[figure.row]?.row.code ?? '';
    return [{ table: figure.table, row: figure.row, code, checks }];
  });
}

export function findMissingRows(failing: readonly Tried[], ledger: Ledger): readonly MissingRows[] {
  const gaps = gapsOf(failing, ledger);
  const groups = new Map<string, { gap: Gap | null; table: TableKey; codes: Set<string>; checks: Tried[] }>();

  for (const one of failing) {
    const { absent } = one.identity;
    if (absent === undefined) continue;
    const parents = gaps.filter(({ table, code }) => table === absent.table && absent.code.startsWith(code));
    const gap = parents.toSorted((a, b) => b.code.length - a.code.length)[0] ?? null;
    const key = gap === null ? `${absent.table} ${absent.code.slice(0, 3)}` : `${gap.table}/${gap.row}`;
    const group = groups.get(key) ?? { gap, table: absent.table, codes: new Set(), checks: [...(gap?.checks ?? [])] };
    group.codes.add(absent.code);
    group.checks.push(one);
    groups.set(key, group);
  }
  for (const gap of gaps) {
    const key = `${gap.table}/${gap.row}`;
    if (groups.has(key) || !isConsistent(gap.checks)) continue;
    groups.set(key, { gap, table: gap.table, codes: new Set(), checks: [...gap.checks] });
  }

  return [...groups.values()].map(({ gap, table, codes, checks }) => ({
    table,
    codes: [...codes].filter((code) => ![...codes].some((other) => other !== code && code.startsWith(other))).sort(),
    parent: gap?.row ?? null,
    explained: checks,
  }));
}
