import { type Grid, type GridCell, rowCount } from '../grids/grid.js';
import type { AttachmentForm, BlockWords, IndicatorField } from './form.js';
import { EMPTY_WORDS, OTHER_WORDS, REASON_WORDS } from './forms/indicators.js';
import { bareLabel, fieldOfLabel } from './labels.js';
import { coveringCells, type GridRows } from './rows.js';

/** The columns of a block: the field of each place between the lines of the grid in which its head stands. */
export interface Columns<F extends string> {
  readonly xs: readonly number[];
  readonly fields: readonly (F | undefined)[];
  /** What the lowest cell of the head says over each place; of a block of amounts only what is none of its fields. */
  readonly leaves?: readonly string[];
}

export interface Head<F extends string> {
  readonly columns: Columns<F>;
  /** The first row under the head. */
  readonly body: number;
}

/** The field of a column by its header path from top to bottom, as bare labels. */
export function fieldOfPath(form: AttachmentForm, path: readonly string[]): IndicatorField | 'reason' | undefined {
  const leaf = path.at(-1) ?? '';
  const own = fieldOfLabel(form.indicators, leaf);
  if (own === 'improvement') return own;
  if (path.some((p) => REASON_WORDS.test(p) && (/原因/.test(p) || !OTHER_WORDS.test(p)))) return 'reason';
  if (own !== undefined) return own;
  for (const above of path.slice(0, -1).reverse()) {
    const field = fieldOfLabel(form.indicators, above);
    if (field !== undefined && EMPTY_WORDS.test(leaf)) return field;
  }
  return undefined;
}

const SIDE = /^(?:绩效|评价)?指标$/;
const LEVEL = new Set(['level1', 'level2', 'level3']);

/** The head over the indicators if it starts at `row`: two levels, or the lowest level beside a value or a score. */
export function indicatorHead(rows: GridRows, row: number, form: AttachmentForm): Head<IndicatorField> | undefined {
  const { grid } = rows;
  const own = rows.starting[row]!;
  const named = own.map((cell) => ({ cell, field: fieldOfLabel(form.indicators, cell.text) }));
  const all = named.filter((n) => n.field !== undefined && LEVEL.has(n.field));
  // 绩效指标 to the left of 一级指标, or of 指标名称 where there are no levels, is the label at the side of the block.
  const aside = (n: (typeof all)[number]): boolean =>
    SIDE.test(bareLabel(n.cell.text)) && all.some((o) => o.field !== 'level2' && o.cell.col0 > n.cell.col0);
  const levels = all.filter((n) => !aside(n));
  if (levels.length === 0) return undefined;
  const others = coveringCells(rows, row).filter((c) => {
    const field = fieldOfLabel(form.indicators, c.text);
    return field !== undefined && !LEVEL.has(field);
  });
  if (levels.length < 2 && others.length < 2) return undefined;
  const first = Math.min(...levels.map((l) => l.cell.col0));
  const last = Math.max(
    ...named
      .filter((n) => n.field !== undefined && !all.some((o) => o.cell === n.cell && aside(o)) && n.cell.col0 >= first)
      .map((n) => n.cell.row1),
  );
  const columns = grid.xs.length - 1;
  const leaves: { readonly field: IndicatorField | undefined; readonly leaf: GridCell | undefined }[] = [];
  for (let c = 0; c < columns; c++) {
    const path: GridCell[] = [];
    const from = cellAtPlace(grid, row, c);
    for (let r = Math.max(row - 2, from.row0); r <= last; r++) {
      const cell = cellAtPlace(grid, r, c);
      if (cell !== path.at(-1) && cell.row1 <= last) path.push(cell);
    }
    const field =
      c < first
        ? undefined
        : fieldOfPath(
            form,
            path.map((p) => bareLabel(p.text)).filter((p) => p !== ''),
          );
    leaves.push({ field, leaf: path.at(-1) });
  }
  const texts = leaves.map((l) => l.leaf?.text ?? '');
  return { columns: { xs: grid.xs, fields: oneGroupEach(leaves), leaves: texts }, body: last + 1 };
}

/**
 * The rest of a head that the foot of a page cut: with it the head says what its columns are. Undefined where a number stands
 * in the row, which is then no rest of words.
 */
export function restOfHead(
  rows: GridRows,
  row: number,
  head: Columns<IndicatorField>,
  form: AttachmentForm,
): Columns<IndicatorField> | undefined {
  const { grid } = rows;
  const own = rows.starting[row]!.filter((c) => c.text !== '');
  if (own.some((c) => /\d/.test(c.text) || c.text.length > 12)) return undefined;
  const place = columnsIn({ xs: head.xs, fields: head.xs.slice(1).map((_, i) => String(i)) }, grid).fields;
  const leaves = place.map((at, c) => {
    const cell = cellAtPlace(grid, row, c);
    return (at === undefined ? '' : (head.leaves?.[Number(at)] ?? '')) + (cell.row0 === row ? cell.text : '');
  });
  const fields = place.map((at, c) => {
    const before = at === undefined ? undefined : head.fields[Number(at)];
    return before ?? fieldOfPath(form, [bareLabel(leaves[c]!)]);
  });
  return { xs: grid.xs, fields, leaves };
}

/** A field that several heads name (权重 beside every level) is that of the head nearest to the right of the lowest level. */
function oneGroupEach(
  leaves: readonly { readonly field: IndicatorField | undefined; readonly leaf: GridCell | undefined }[],
): (IndicatorField | undefined)[] {
  const lowest = leaves.findLastIndex((l) => l.field === 'level3');
  const chosen = new Map<IndicatorField, GridCell>();
  for (const [c, { field, leaf }] of leaves.entries()) {
    if (field === undefined || leaf === undefined) continue;
    const before = chosen.get(field);
    if (!before || (before.col1 < lowest && c > lowest)) chosen.set(field, leaf);
  }
  return leaves.map(({ field, leaf }) =>
    field === undefined || field === 'reason' || chosen.get(field) === leaf ? field : undefined,
  );
}

/** The head of a block of amounts if it stands in `row`: no value stands among its words. */
export function blockHead<F extends string>(
  rows: GridRows,
  row: number,
  block: BlockWords<F>,
): (Head<F> & { readonly side: GridCell | undefined }) | undefined {
  const { grid } = rows;
  const own = rows.starting[row]!.filter((c) => c.text !== '');
  if (own.length < 2 || own.some((c) => /^[-\d.,%]+$/.test(c.text))) return undefined;
  const named = own.map((cell) => ({ cell, field: fieldOfLabel(block.columns, cell.text) }));
  const all = named.filter((n) => n.field !== undefined);
  // 年度预算数（万元） over 总额, 财政资金 …: what stands over words is the head of the names, whatever it says.
  const over = all[0] && isOverWords(rows, all[0].cell) ? all[0].cell : undefined;
  const found = all.filter(({ cell }) => cell !== over);
  if (new Set(found.map((f) => f.field)).size < 2) return undefined;
  // Labels with their values stand in turns; heads stand side by side.
  const beside = found.filter(({ cell }) => found.some((o) => o.cell.col0 === cell.col1 + 1)).length;
  if (beside === 0) return undefined;
  const last = Math.max(...found.map((f) => f.cell.row1));
  const first = Math.min(...found.map((f) => f.cell.col0));
  const side = own.find((c) => c.col1 < first && c.row1 > last);
  const called = own.find((c) => c !== side && c.col1 < first && block.name.test(bareLabel(c.text)));
  if (block.nameRequired && !called && !/任务/.test(side?.text ?? '')) return undefined;
  const name = over ?? called;
  const fields: (F | undefined)[] = grid.xs.slice(1).map(() => undefined);
  for (const { cell, field } of found) {
    // 预算数 over 总额, 财政拨款, 其他: the total is meant.
    const under = cell.row1 < last ? cellAtPlace(grid, cell.row1 + 1, cell.col0) : undefined;
    const end = under && under.col1 < cell.col1 ? under.col1 : cell.col1;
    if (fields.includes(field)) continue;
    for (let c = cell.col0; c <= end; c++) fields[c] = field;
  }
  const names = 'name' as F;
  // At the foot of a page the label at the side is no taller than the head; the names have a blank cell of their own beside it.
  const blank = name && name.col1 + 1 < first && cellAtPlace(grid, row, name.col1 + 1).text === '';
  const aside = blank && name.col0 === 0 && last === rowCount(grid) - 1;
  const start = aside ? name.col1 + 1 : (name?.col0 ?? (side ? side.col1 + 1 : 0));
  for (let c = start; c < first; c++) {
    const over = cellAtPlace(grid, row, c);
    if (/^序号?$/.test(bareLabel(over.text))) continue;
    // Without a word of its own the name stands at the left, under a blank head or the first one.
    if (
      over !== name &&
      over.text !== '' &&
      (name || isOverFigure(rows, over) || fields.slice(start, c).includes(names))
    )
      break;
    fields[c] = names;
  }
  if (!fields.includes(names)) {
    // 部门预算执行情况 beside the head and the one row of figures below it: that names them.
    if (!side || side.row1 !== last + 1) return undefined;
    fields.fill(names, side.col0, side.col1 + 1);
  }
  const unknown = named.filter(({ cell, field }) => field === undefined && cell !== side && cell !== name);
  const leaves = fields.map((_, c) => unknown.find(({ cell }) => cell.col0 <= c && c <= cell.col1)?.cell.text ?? '');
  return { columns: { xs: grid.xs, fields, leaves }, body: Math.min(last, rowCount(grid) - 1) + 1, side };
}

/** A head that says nothing known over a figure is no head of names. */
const isOverFigure = ({ grid }: GridRows, { row1, col0 }: GridCell): boolean =>
  row1 + 1 < rowCount(grid) && /^-?\d[\d,]*(?:\.\d+)?%?$/.test(cellAtPlace(grid, row1 + 1, col0).text);

/** A word stands under the head, in a row of figures, and no other to the left of it. */
function isOverWords(rows: GridRows, head: GridCell): boolean {
  const under = head.row1 + 1;
  if (under >= rowCount(rows.grid)) return false;
  if (head.col0 > 0 && cellAtPlace(rows.grid, under, head.col0 - 1).row0 > head.row0) return false;
  if (!coveringCells(rows, under).some((c) => /^[-\d.,]*\d%?$/.test(c.text))) return false;
  return /^[^\d]*\p{Script=Han}[^\d]*$/u.test(cellAtPlace(rows.grid, under, head.col0).text);
}

const cellAtPlace = (grid: Grid, row: number, column: number): GridCell =>
  grid.cells[grid.at[row * (grid.xs.length - 1) + column]!]!;

/** Lines of two pages this close, in points, are the same line. */
const SAME_PLACE = 4;

/** True where two tables are as wide. */
export const sameSides = (master: readonly number[], own: readonly number[]): boolean =>
  Math.abs((master.at(-1)! - master[0]!) / (own.at(-1)! - own[0]!) - 1) <= 0.03;

/**
 * True where the two sets of lines bound the same table: the same width, and nearly every line of the one is a line of the
 * other. A page needs only the lines of its own rows, so either may have more.
 */
export function sameLines(master: readonly number[], own: readonly number[]): boolean {
  if (!sameSides(master, own) || own.length < 3) return false;
  const scale = (master.at(-1)! - master[0]!) / (own.at(-1)! - own[0]!);
  const a = master.map((x) => x - master[0]!);
  const b = own.map((x) => (x - own[0]!) * scale);
  return liesIn(b, a) || (a.length >= 5 && liesIn(a, b));
}

const liesIn = (some: readonly number[], all: readonly number[]): boolean =>
  some.filter((x) => all.some((y) => Math.abs(x - y) <= SAME_PLACE)).length >=
  some.length - Math.floor(some.length / 6);

/** Where a place of the grid lies between the lines `xs` of another as wide. */
function placeIn(xs: readonly number[], grid: Grid): (x: number) => number {
  const scale = (xs.at(-1)! - xs[0]!) / (grid.xs.at(-1)! - grid.xs[0]!);
  return (x) => xs[0]! + (x - grid.xs[0]!) * scale;
}

/** All fields of the columns that a cell of the grid lies over. */
export function fieldsUnder<F extends string>(columns: Columns<F>, grid: Grid, cell: GridCell): Set<F> {
  const { xs } = columns;
  const place = placeIn(xs, grid);
  const [from, to] = [place(cell.box[0]), place(cell.box[2])];
  const under = columns.fields.filter((_, i) => {
    const middle = (xs[i]! + xs[i + 1]!) / 2;
    return middle > from && middle < to;
  });
  return new Set(under.filter((f) => f !== undefined));
}

/** The columns of a block as they lie in a grid without head: each place takes the field of the column it lies in. */
export function columnsIn<F extends string>(columns: Columns<F>, grid: Grid): Columns<F> {
  if (columns.xs === grid.xs) return columns;
  const { xs } = columns;
  const place = placeIn(xs, grid);
  const fields = grid.xs.slice(1).map((x1, c) => {
    const [from, to] = [place(grid.xs[c]!), place(x1)];
    const inside = columns.fields.filter((_, i) => {
      const middle = (xs[i]! + xs[i + 1]!) / 2;
      return middle > from && middle < to;
    });
    const known = inside.find((f) => f !== undefined);
    if (inside.length > 0) return known;
    const middle = (from + to) / 2;
    const around = columns.fields.findIndex((_, i) => middle >= xs[i]! && middle < xs[i + 1]!);
    return around < 0 ? undefined : columns.fields[around];
  });
  return { xs: grid.xs, fields };
}
