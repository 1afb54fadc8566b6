/** The nine tables as the rules read them: rows by name or by code, amounts as whole numbers. */
import type { Table, TableKey } from '../document/schema.js';
import { type CodedSheet, codedSheet } from './codedSheet.js';
import { type Figure, type Grain, grainOf, makeFigure, roundedNoughts, type Unit, usualDecimals } from './figures.js';
import { normaliseName } from './labels.js';
import type { Entry, Sheet } from './sheet.js';
import { type SummarySheet, summarySheet } from './summarySheet.js';

/** Figures of the text that an identity of the tables needs. */
export interface NarrativeAnchors {
  /** 机关运行经费, for K16. */
  readonly operatingCost: { readonly value: string; readonly unit: Unit } | null;
}

export interface Ledger {
  readonly grain: Grain;
  readonly tables: readonly Table[];
  readonly sheets: ReadonlyMap<TableKey, Sheet>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly operatingCost: Figure | null;
  /** Tables with a column whose head was not understood: sums along their rows may lack it. */
  readonly columnsLost: ReadonlySet<TableKey>;
  sheet(key: TableKey): Sheet;
  coded(key: TableKey): CodedSheet;
  summary(key: 'revenue_expenditure_summary' | 'appropriation_summary'): SummarySheet;
}

/** Tables that state no unit are taken to be in the unit that most others state, 万元 on a tie. */
const usualUnit = (tables: readonly Table[]): Unit =>
  tables.filter(({ unit }) => unit === '元').length > tables.filter(({ unit }) => unit === '万元').length
    ? '元'
    : '万元';

const absent = (key: TableKey): Table => ({
  key,
  printedNumber: null,
  title: null,
  status: 'absent',
  unit: null,
  pages: [],
  columns: [],
  rows: [],
  notes: [],
});

export function buildLedger(
  tables: readonly Table[],
  narrative: NarrativeAnchors,
  columnsLost: ReadonlySet<TableKey> = new Set(),
): Ledger {
  const common = usualUnit(tables);
  const unitOf = (table: Table): Unit => table.unit ?? common;
  const said = narrative.operatingCost;
  const grain = grainOf(tables, unitOf, said === null ? [] : [said]);
  const figures = new Map<string, Figure>();
  const sheets = new Map<TableKey, Sheet>();

  for (const table of tables) {
    const usual = usualDecimals(table);
    const noughts = roundedNoughts(table);
    const entries = table.rows.map((row, index): Entry => {
      const own = new Map<string, Figure>();
      for (const [column, cell] of Object.entries(row.cells)) {
        const figure = makeFigure(
          { table: table.key, row: index, column },
          cell.value,
          unitOf(table),
          usual,
          grain,
          noughts,
        );
        own.set(column, figure);
        if (figure.cell !== null) figures.set(figure.cell, figure);
      }
      return { index, row, name: normaliseName(row.name), figures: own };
    });
    sheets.set(table.key, { key: table.key, table, entries });
  }

  const coded = new Map<TableKey, CodedSheet>();
  const summaries = new Map<TableKey, SummarySheet>();
  const sheet = (key: TableKey): Sheet => {
    const known = sheets.get(key) ?? { key, table: absent(key), entries: [] };
    sheets.set(key, known);
    return known;
  };
  return {
    grain,
    tables,
    sheets,
    figures,
    columnsLost,
    operatingCost:
      said === null
        ? null
        : makeFigure({ table: null, row: 0, column: 'operatingCost' }, said.value, said.unit, 0, grain),
    sheet,
    coded(key) {
      const known = coded.get(key) ?? codedSheet(sheet(key));
      coded.set(key, known);
      return known;
    },
    summary(key) {
      const known = summaries.get(key) ?? summarySheet(sheet(key));
      summaries.set(key, known);
      return known;
    },
  };
}
