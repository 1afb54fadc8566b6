import { columnLabel } from '../document/columnLabel.js';
import type { FinalAccounts, Standing } from '../document/schema.js';
import { type Figure, type Sheet, type SheetRow, sheetsOf } from '../document/sheets.js';
import { comparable } from '../normalise/text.js';
import { alignRows } from './alignRows.js';
import type { Difference, DocumentDiff, DocumentSide, Kind, Side } from './difference.js';
import { diffFindings, diffHeads, diffSheetHeads } from './diffHeads.js';

/** Boxes of one file may differ by this much, in points, before their places differ: readers measure glyphs in their own way. */
const PLACE_TOLERANCE = 2;

/**
 * Compares two documents figure by figure. Rows are aligned by what they are called, so a row more or less on one side is one
 * difference and not a hundred. Figures are compared as exact text: 1.0 is not 1.00, and blank is not 0.00.
 */
export function diffDocuments(a: FinalAccounts, b: FinalAccounts): DocumentDiff {
  const places = a.source.sha256 === b.source.sha256;
  const differences = [...diffHeads(a, b)];
  const count = { a: 0, b: 0, same: 0 };
  const sheets = alignRows(sheetsOf(a), sheetsOf(b), sheetKey, (x, y) => x.kind === y.kind && x.id === y.id);
  for (const [x, y] of sheets) {
    if (!x || !y) {
      differences.push(onlySheet(x, y));
      countFigures(count, x, y);
      continue;
    }
    differences.push(...diffSheetHeads(x, y));
    if ((x.rows.length === 0) !== (y.rows.length === 0)) {
      // A table that one side lacks is one difference, not one for each of its rows.
      const [inA, inB] = x.rows.length > 0 ? [x, undefined] : [undefined, y];
      differences.push(onlySheet(inA, inB));
      countFigures(count, inA, inB);
      continue;
    }
    for (const [r, s] of alignRows(x.rows, y.rows, rowKey, alikeRows))
      differences.push(...diffRows({ x, y, r, s, places, a, b, count }));
  }
  differences.push(...diffFindings(a.findings, b.findings));
  return { a: sideOf(a), b: sideOf(b), placesCompared: places, figures: count, differences };
}

/** A table is its key; a form is what it says it is about, for its number changes with every form before it. */
const sheetKey = (sheet: Sheet): string =>
  sheet.kind === 'attachment'
    ? `${sheet.id.split('/')[2]} ${comparable(sheet.title)} ${comparable(sheet.rows[0]?.figures['subject']?.value ?? '')}`
    : sheet.id;

const rowKey = (row: SheetRow): string => comparable(row.label);

/** The same row under another name: it has one figure of its own at the same place of the page, or the same code. */
function alikeRows(x: SheetRow, y: SheetRow): boolean {
  const code = (row: SheetRow): string => /(?:^|\s)(\d{3,7})(?:\s|$)/.exec(row.label)?.[1] ?? '';
  if (code(x) !== '' && code(x) === code(y)) return true;
  return x.page === y.page && Math.abs(x.box[1] - y.box[1]) <= PLACE_TOLERANCE;
}

interface RowPair {
  readonly x: Sheet;
  readonly y: Sheet;
  readonly r: SheetRow | undefined;
  readonly s: SheetRow | undefined;
  readonly places: boolean;
  readonly a: FinalAccounts;
  readonly b: FinalAccounts;
  readonly count: { a: number; b: number; same: number };
}

function* diffRows({ x, y, r, s, places, a, b, count }: RowPair): Generator<Difference> {
  const sheet = x.title;
  if (!r || !s) {
    const row = (r ?? s)!;
    const printed = Object.values(row.figures).filter((f) => f.raw !== '');
    count[r ? 'a' : 'b'] += printed.length;
    const side: Side = {
      text: printed.map((f) => f.raw).join(' | '),
      page: row.page,
      box: row.box,
      standing: null,
    };
    yield only(r ? 'A' : 'B', sheet, row.label, '', side);
    return;
  }
  if (rowKey(r) !== rowKey(s)) {
    const side = (row: SheetRow): Side => ({ text: row.label, page: row.page, box: row.box, standing: null });
    yield { kinds: ['label'], sheet, row: r.label, column: '', a: side(r), b: side(s), change: 'worse' };
  }
  for (const column of new Set([...Object.keys(r.figures), ...Object.keys(s.figures)])) {
    const f = r.figures[column];
    const g = s.figures[column];
    if (f && f.raw !== '') count.a++;
    if (g && g.raw !== '') count.b++;
    const label = columnLabel(f ? a : b, f ? x : y, column);
    if (!f || !g) {
      // A column that one side does not have counts where something is printed in it.
      const figure = (f ?? g)!;
      if (figure.raw !== '') yield only(f ? 'A' : 'B', sheet, r.label, label, figureSide(figure));
      continue;
    }
    const kinds = kindsOf(f, g, places);
    if (kinds.length === 0) {
      if (f.raw !== '') count.same++;
      continue;
    }
    yield {
      kinds,
      sheet,
      row: r.label,
      column: label,
      a: figureSide(f),
      b: figureSide(g),
      change: changeOf(kinds, f, g),
    };
  }
}

function kindsOf(f: Figure, g: Figure, places: boolean): Kind[] {
  const kinds: Kind[] = [];
  if (f.value !== g.value || (f.value === null && comparable(f.raw) !== comparable(g.raw))) kinds.push('value');
  if (f.standing !== g.standing) kinds.push('standing');
  const moved = f.page !== g.page || f.box.some((v, i) => Math.abs(v - g.box[i]!) > PLACE_TOLERANCE);
  if (places && moved) kinds.push('place');
  if ((f.of.correction?.value ?? null) !== (g.of.correction?.value ?? null)) kinds.push('correction');
  return kinds;
}

const STANDINGS: Readonly<Record<Standing, number>> = { disputed: 0, unconfirmed: 1, confirmed: 2 };

function changeOf(kinds: readonly Kind[], f: Figure, g: Figure): Difference['change'] {
  if (kinds.includes('value') || kinds.includes('place')) return 'worse';
  if (!kinds.includes('standing')) return 'neutral';
  return STANDINGS[g.standing] < STANDINGS[f.standing] ? 'worse' : 'better';
}

const figureSide = (f: Figure): Side => ({ text: f.raw, page: f.page, box: f.box, standing: f.standing });

const only = (which: 'A' | 'B', sheet: string, row: string, column: string, side: Side): Difference => ({
  kinds: [`only in ${which}`],
  sheet,
  row,
  column,
  a: which === 'A' ? side : null,
  b: which === 'B' ? side : null,
  change: which === 'A' ? 'worse' : 'better',
});

function onlySheet(x: Sheet | undefined, y: Sheet | undefined): Difference {
  const sheet = (x ?? y)!;
  const figures = sheet.rows.reduce((n, r) => n + Object.values(r.figures).filter((f) => f.raw !== '').length, 0);
  const side: Side = {
    text: `${sheet.rows.length} rows, ${figures} figures`,
    page: sheet.rows[0]?.page ?? null,
    box: null,
    standing: null,
  };
  return only(x ? 'A' : 'B', sheet.title, '', '', side);
}

function countFigures(count: RowPair['count'], x: Sheet | undefined, y: Sheet | undefined): void {
  for (const row of (x ?? y)!.rows)
    count[x ? 'a' : 'b'] += Object.values(row.figures).filter((f) => f.raw !== '').length;
}

const sideOf = (d: FinalAccounts): DocumentSide => ({
  name: d.source.fileName,
  sha256: d.source.sha256,
  department: d.document.department,
  fiscalYear: d.document.fiscalYear,
  reading: d.source.reading,
  version: d.generator.version,
});
