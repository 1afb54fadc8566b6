import type { Table } from '../document/schema.js';
import { readMoney } from '../normalise/amount.js';
import type { Box } from '../pages/page.js';
import type { DigitLooks } from '../readings/secondReading.js';
import { NOT_AN_AMOUNT } from '../tables/readBlock.js';
import { checkTables } from './checkTables.js';
import type { NarrativeAnchors } from './ledger.js';
import type { CheckResult } from './result.js';

/** A cell of a picture that two engines read differently. */
export interface Differing {
  readonly id: string;
  readonly page: number;
  readonly box: Box;
  readonly first: string;
  readonly second: string;
}

export interface Settled {
  readonly tables: readonly Table[];
  /** By cell id: which reading the identities bear out, and what is to be said of it. */
  readonly taken: ReadonlyMap<string, { readonly raw: string; readonly why: string }>;
}

/** Every try costs all identities once more; a page of which more cells differ is not to be settled. */
const MOST = 60;

/**
 * Where two engines read a cell differently and exactly one of their readings satisfies every identity that binds the cell, the
 * figure takes that reading. It stays marked: this says which reading to print, not that it is certain. A reading that no engine
 * gave is never made.
 */
export function settleReadings(settled: Settled, anchors: NarrativeAnchors, all: readonly Differing[]): Settled {
  const differing = all.filter(({ id }) => !settled.taken.has(id));
  if (differing.length === 0 || differing.length > MOST) return settled;
  const taken = new Map(settled.taken);
  // Where the first reading is no amount, the second stands in for it while others are tried.
  let base = settled.tables;
  for (const d of differing) if (!isAmount(d.first) && isAmount(d.second)) base = withReading(base, d.id, d.second);
  for (const d of differing) {
    const readings = [d.first, d.second].filter(isAmount);
    const fitting = readings.filter((r) => satisfies(checkTables(withReading(base, d.id, r), anchors), d.id));
    if (fitting.length !== 1) continue;
    const [raw] = fitting as [string];
    const other = raw === d.first ? d.second : d.first;
    taken.set(d.id, {
      raw,
      why: `of two readings, ${raw} and ${other || 'nothing'}, only ${raw} satisfies the identities that bind the cell`,
    });
    base = withReading(base, d.id, raw);
  }
  let out = settled.tables;
  for (const [id, { raw }] of taken) out = withReading(out, id, raw);
  return { tables: out, taken };
}

/**
 * Where the identities do not say which of two readings it is, and every digit of exactly one of them looks as that digit does in figures
 * that are certain, the figure takes that one. It stays marked, too.
 */
export function settleByLooks(settled: Settled, differing: readonly Differing[], looks: DigitLooks): Settled {
  const taken = new Map(settled.taken);
  let tables = settled.tables;
  for (const { id, page, box, first, second } of differing) {
    if (taken.has(id)) continue;
    const like = [first, second].filter((text) => isAmount(text) && looks.bearsOut(page, box, text));
    if (like.length !== 1) continue;
    const [raw] = like as [string];
    const other = raw === first ? second : first;
    taken.set(id, {
      raw,
      why: `of two readings, ${raw} and ${other || 'nothing'}, only ${raw} looks like its digits elsewhere`,
    });
    tables = withReading(tables, id, raw);
  }
  return taken.size > settled.taken.size ? { tables, taken } : settled;
}

const isAmount = (text: string): boolean => readMoney(text).content.kind === 'amount';

/** At least one identity with figures printed elsewhere holds, and none fails. */
function satisfies({ checks, bindings }: CheckResult, id: string): boolean {
  if (!bindings.get(id)?.supported) return false;
  return checks.every((c) => c.outcome !== 'fails' || !c.cells.includes(id));
}

/** What was said of the form of the reading that is not taken. */
const withoutForm = (why: string): string =>
  why
    .split('; ')
    .filter((w) => w !== NOT_AN_AMOUNT)
    .join('; ');

function withReading(tables: readonly Table[], id: string, raw: string): Table[] {
  const [key, row, column] = id.split('/') as [string, string, string];
  return tables.map((table) => {
    if (table.key !== key) return table;
    return {
      ...table,
      rows: table.rows.map((r, i) => {
        const cell = r.cells[column];
        if (i !== Number(row) || !cell) return r;
        const { content } = readMoney(raw);
        const value = content.kind === 'amount' ? content.value : null;
        const why = value === null ? cell.why : cell.why.map(withoutForm).filter((w) => w !== '');
        return { ...r, cells: { ...r.cells, [column]: { ...cell, raw, value, why } } };
      }),
    };
  });
}
