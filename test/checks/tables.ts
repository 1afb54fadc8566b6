/**
 * Invented accounts for the checks: exact amounts of a department that does not exist, printed as its nine tables. Amounts
 * are whole 分 (bigint); every printed figure is rounded on its own, half up, as publishers do.
 */
import { checkTables } from '../../src/checks/checkTables.js';
import type { NarrativeAnchors } from '../../src/checks/ledger.js';
import type { Cause, CheckResult } from '../../src/checks/result.js';
import { type Cell, type Check, type Row, TABLE_KEYS, type Table, type TableKey } from '../../src/document/schema.js';

export const NO_ANCHORS: NarrativeAnchors = { operatingCost: null };
export const anchored = (value: string, unit: '万元' | '元' = '万元'): NarrativeAnchors => ({
  operatingCost: { value, unit },
});

export const cell = (value: string | null): Cell => ({
  value,
  raw: value ?? '',
  page: 1,
  box: [0, 0, 10, 10],
  reader: 'pdfium',
  standing: 'unconfirmed',
  why: [],
  checks: [],
  secondReading: null,
});

export interface RowSpec {
  readonly section?: Row['section'];
  readonly lineNo?: string;
  readonly code?: string;
  readonly name?: string;
  readonly cells: Readonly<Record<string, string | null>>;
}

export const row = ({ section = '', lineNo = '', code = '', name = '', cells }: RowSpec): Row => ({
  section,
  lineNo,
  code,
  printedCode: code,
  name,
  page: 1,
  box: [0, 0, 100, 10],
  cells: Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, cell(value)])),
});

export function table(key: TableKey, rows: readonly RowSpec[], more: Partial<Table> = {}): Table {
  const made = rows.map(row);
  const keys = [...new Set(made.flatMap(({ cells }) => Object.keys(cells)))];
  const printed = made.some(({ cells }) => Object.values(cells).some(({ value }) => value !== null));
  return {
    key,
    printedNumber: null,
    title: null,
    status: printed ? 'present' : 'empty',
    unit: '万元',
    pages: [1],
    columns: keys.map((one) => ({ key: one, label: one })),
    rows: made,
    notes: [],
    ...more,
  };
}

/** The tables given, in a document of nine. */
export const nine = (...tables: readonly Table[]): readonly Table[] =>
  TABLE_KEYS.map((key) => tables.find((one) => one.key === key) ?? { ...table(key, []), status: 'absent', unit: null });

export interface Where {
  readonly code?: string;
  readonly name?: string;
  readonly section?: Row['section'];
}

const matches = (one: Row, { code, name, section }: Where): boolean =>
  (code === undefined || one.code === code) &&
  (name === undefined || one.name === name) &&
  (section === undefined || one.section === section);

export function find(
  tables: readonly Table[],
  key: TableKey,
  where: Where,
): { readonly index: number; readonly row: Row } {
  const found = tables.find((one) => one.key === key);
  const index = found?.rows.findIndex((one) => matches(one, where)) ?? -1;
  const one = found?.rows[index];
  if (one === undefined) throw new Error(`no row ${JSON.stringify(where)} in ${key}`);
  return { index, row: one };
}

export const idOf = (tables: readonly Table[], key: TableKey, where: Where, column: string): string =>
  `${key}/${find(tables, key, where).index}/${column}`;

/** The tables with one amount printed otherwise. */
export function withValue(
  tables: readonly Table[],
  key: TableKey,
  where: Where,
  column: string,
  value: string | null,
): readonly Table[] {
  const { index } = find(tables, key, where);
  return tables.map((one) =>
    one.key === key
      ? {
          ...one,
          rows: one.rows.map((line, at) =>
            at === index ? { ...line, cells: { ...line.cells, [column]: cell(value) } } : line,
          ),
        }
      : one,
  );
}

export const withTable = (tables: readonly Table[], key: TableKey, change: (one: Table) => Table): readonly Table[] =>
  tables.map((one) => (one.key === key ? change(one) : one));

export const withoutRows = (tables: readonly Table[], key: TableKey, drop: (one: Row) => boolean): readonly Table[] =>
  withTable(tables, key, (one) => ({ ...one, rows: one.rows.filter((line) => !drop(line)) }));

export const run = (tables: readonly Table[], anchors: NarrativeAnchors = NO_ANCHORS): CheckResult =>
  checkTables(tables, anchors);

export const ofRule = (result: CheckResult, rule: string): readonly Check[] =>
  result.checks.filter((check) => check.rule === rule);

export const outcomes = (result: CheckResult, rule: string): readonly string[] =>
  [...new Set(ofRule(result, rule).map(({ outcome }) => outcome))].sort();

export const failing = (result: CheckResult): readonly string[] =>
  result.checks.filter(({ outcome }) => outcome === 'fails').map(({ id }) => id);

export const onlyCause = ({ causes }: CheckResult): Cause => {
  const [first, ...others] = causes;
  if (first === undefined || others.length > 0) {
    throw new Error(`${causes.length} causes: ${causes.map(({ message }) => message).join(' | ')}`);
  }
  return first;
};
