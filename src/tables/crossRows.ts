import { roundBox } from '../document/finding.js';
import type { Cell, Row } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { readAxes } from './columnKeys.js';
import type { Draft } from './draft.js';
import { toCell } from './draftToTable.js';
import type { ReadRow } from './readBlock.js';

/**
 * Turns the rows of a crossed form (“三公”) into one row an item. A column key is `item/measure` with `?` for what the head
 * leaves open; the label of the row gives the rest. What neither names is no figure of the form: `unnamed` are the keys of columns with
 * amounts in rows without a label, which a head that was not understood would have named; `lost` the labels of rows with figures, where
 * items of every such form are not there that they may stand for.
 */
export function crossRows(
  draft: Draft,
  read: readonly ReadRow[],
): { readonly rows: Row[]; readonly unnamed: ReadonlySet<string>; readonly lost: readonly string[] } {
  const { form } = draft;
  const out = new Map<string, Row>();
  const unnamed = new Set<string>();
  const strange: string[] = [];
  const axesOf = (row: ReadRow): ReturnType<typeof readAxes> =>
    row.name === '' ? { item: undefined, measure: undefined } : readAxes(comparable(row.name).replace(/"/g, ''), form);
  // A table of 决算 that names neither 预算数 nor 决算数 prints final amounts.
  const silent = read.every((r) => !axesOf(r).measure && r.cells.every((c) => c.key.endsWith('/?')));
  for (const row of read) {
    const axes = axesOf(row);
    if (!axes.item && holdsFigures(row)) strange.push(row.name);
    for (const cell of row.cells) {
      const [columnItem, columnMeasure] = cell.key.split('/');
      const item = columnItem === '?' ? axes.item : columnItem;
      const measure = columnMeasure !== '?' ? columnMeasure : silent ? 'final' : axes.measure;
      if (!item || !measure || (columnItem === '?' && axes.item === undefined)) {
        if (row.name === '' && cell.value !== null) unnamed.add(cell.key);
        continue;
      }
      let target = out.get(item);
      if (!target) {
        target = {
          section: '',
          lineNo: row.lineNo,
          code: '',
          printedCode: '',
          name: item,
          page: row.page,
          box: roundBox(row.box),
          cells: {},
        };
        out.set(item, target);
      }
      const known: Cell | undefined = target.cells[measure];
      if (known && (known.value !== null || (cell.value === null && (known.raw !== '' || cell.raw === '')))) continue;
      target.cells[measure] = toCell(cell);
    }
  }
  const isWhole = (form.items ?? []).every((item) => item.optional || out.has(item.key));
  return { rows: [...out.values()], unnamed, lost: isWhole ? [] : strange };
}

/** Whether a row has figures, be they in the cell of its label because the rule between them is not there. */
const holdsFigures = ({ name, cells }: ReadRow): boolean =>
  cells.some((c) => c.key.startsWith('?/') && /\d/.test(c.raw)) || /\d\.\d/.test(name);
