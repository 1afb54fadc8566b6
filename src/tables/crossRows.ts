import { roundBox } from '../document/finding.js';
import type { Row } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { highest, isOfAnotherYear, rankOf, readAxes, yearIn } from './columnKeys.js';
import { toCell } from './draftToTable.js';
import type { Form } from './form.js';
import type { ReadCell, ReadRow } from './readBlock.js';

/** One figure that a row prints for an item and a measure, and what its label says of it. */
interface Candidate {
  readonly cell: ReadCell;
  readonly row: ReadRow;
  readonly label: string;
  /** A row of sums under heads that name the items: beside those of single units. */
  readonly isSum: boolean;
}

/**
 * Turns the rows of a crossed form (“三公”) into one row an item. A column key is `item/measure` with `?` for what the head
 * leaves open; the label of the row gives the rest. Of rows that print the same figure twice, that of the latest year counts, and what the
 * form ranks highest. What neither names is no figure of the form: `unnamed` are the keys of columns with amounts in rows without a label,
 * which a head that was not understood would have named; `lost` the labels of rows with figures, where items of every such form are not
 * there that they may stand for.
 */
export function crossRows(
  form: Form,
  read: readonly ReadRow[],
): { readonly rows: Row[]; readonly unnamed: ReadonlySet<string>; readonly lost: readonly string[] } {
  const printed = new Map<string, Map<string, Candidate[]>>();
  const unnamed = new Set<string>();
  const strange: string[] = [];
  const axesOf = (row: ReadRow): ReturnType<typeof readAxes> =>
    row.name === '' ? { item: undefined, measure: undefined } : readAxes(labelOf(row), form);
  // A table of 决算 that names neither 预算数 nor 决算数 prints final amounts.
  const silent = read.every((r) => !axesOf(r).measure && r.cells.every((c) => c.key.endsWith('/?')));
  for (const row of read) {
    const axes = axesOf(row);
    if (!axes.item && holdsFigures(row)) strange.push(row.name);
    for (const cell of row.cells) {
      const [columnItem, columnMeasure] = cell.key.split('/');
      const item = columnItem === '?' ? axes.item : columnItem;
      const measure = columnMeasure !== '?' ? columnMeasure : silent ? 'final' : axes.measure;
      if (!item || !measure) {
        if (row.name === '' && cell.value !== null) unnamed.add(cell.key);
        continue;
      }
      const measures = printed.get(item) ?? printed.set(item, new Map()).get(item)!;
      const isSum = columnItem !== '?' && axes.item === 'total';
      const candidate = { cell, row, label: labelOf(row), isSum };
      measures.set(measure, [...(measures.get(measure) ?? []), candidate]);
    }
  }
  const isWhole = (form.items ?? []).every((item) => item.optional || printed.has(item.key));
  return { rows: itemRows(form, printed), unnamed, lost: isWhole ? [] : strange };
}

const labelOf = (row: ReadRow): string => comparable(row.name).replace(/"/g, '');

/** Whether a row has figures, be they in the cell of its label because the rule between them is not there. */
const holdsFigures = ({ name, cells }: ReadRow): boolean =>
  cells.some((c) => c.key.startsWith('?/') && /\d/.test(c.raw)) || /\d\.\d/.test(name);

function itemRows(form: Form, printed: ReadonlyMap<string, ReadonlyMap<string, readonly Candidate[]>>): Row[] {
  const yearsOf = (measure: string): number[] =>
    [...printed.values()].flatMap((m) => (m.get(measure) ?? []).flatMap(({ label }) => yearIn(label) ?? []));
  return [...printed].map(([item, measures]) => {
    const [first] = [...measures.values()].flat();
    const cells = form.measures!.flatMap(({ key, ranks, yearOf = key }) => {
      const years = yearsOf(yearOf);
      const rivals = (measures.get(key) ?? []).filter(({ label }) => !isOfAnotherYear(label, years));
      if (rivals.length === 0) return [];
      return [[key, toCell(chosen(rivals, ranks))] as const];
    });
    const { row } = first!;
    return {
      section: '' as const,
      lineNo: row.lineNo,
      code: '',
      printedCode: '',
      name: item,
      page: row.page,
      box: roundBox(row.box),
      cells: Object.fromEntries(cells),
    };
  });
}

/** The figure that counts of those that rows print for one item and measure; in doubt where others of its rank differ from it. */
function chosen(rivals: readonly Candidate[], ranks: readonly RegExp[] | undefined): ReadCell {
  const sums = rivals.filter((r) => r.isSum);
  const best = highest(sums.length > 0 ? sums : rivals, ({ label }) => ({
    year: yearIn(label),
    rank: rankOf(label, ranks),
  }));
  const filled = best.filter(({ cell }) => cell.value !== null);
  const { cell } = filled[0] ?? best.find((b) => b.cell.raw !== '') ?? best[0]!;
  if (filled.every((b) => b.cell.value === cell.value)) return cell;
  return { ...cell, doubt: cell.doubt ?? 'rows of its table print other amounts for it' };
}
