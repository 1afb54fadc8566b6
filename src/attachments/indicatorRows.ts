import { cellAt, type Grid, type GridCell, rowCount } from '../grids/grid.js';
import { comparable } from '../normalise/text.js';
import { type Columns, fieldsUnder } from './columns.js';
import type { FormDraft, RowDraft } from './draft.js';
import type { IndicatorField } from './form.js';
import { LEVEL_NAMES } from './forms/indicators.js';
import { bareLabel } from './labels.js';
import { type GridRows, printedIn } from './rows.js';
import { append, textOf, type Value, valueIn } from './value.js';

const LEVELS = ['level1', 'level2', 'level3'] as const;
/** Figures that stand once in a row, whatever its height: by them a row is told from the rest of one that a page cut. */
const FIGURES = ['operator', 'measure', 'completion', 'weight', 'score'] as const;

const TEXTS = ['target', 'actual', 'reason', 'improvement'] as const;
/** No cell of an indicator lies over two of these. */
const ONE_EACH = ['completion', 'weight', 'score', ...TEXTS] as const;

/** Reads one row of the indicators, or the rest of the last row of the page before. `first`: the grid's first row. */
export function readIndicatorRow(
  draft: FormDraft,
  rows: GridRows,
  row: number,
  columns: Columns<IndicatorField>,
  first: boolean,
): void {
  const { grid } = rows;
  const own = printedIn(rows, row).filter((c) => fieldsOf(columns, c).length > 0);
  const heads = draft.columns ?? columns;
  if (own.length === 0 || own.some((c) => isRemark(fieldsUnder(heads, grid, c)))) return;
  if (own.every((c) => SIGNATURE.test(comparable(c.text)))) return;
  const cells = new Map<IndicatorField, Value>();
  for (const field of new Set(columns.fields)) {
    if (field === undefined || (LEVELS as readonly string[]).includes(field)) continue;
    cells.set(
      field,
      valueIn(
        grid,
        cellsOf(grid, row, columns, field).filter((c) => c.row0 === row),
      ),
    );
  }
  const last = draft.indicators.at(-1);
  if (first && last && isRest(draft, last, rows, row, columns, cells)) {
    for (const [field, value] of cells) append(last.cells.get(field)!, value);
    for (const level of LEVELS) {
      const value = valueIn(grid, cellsOf(grid, row, columns, level));
      const before = last.cells.get(level);
      if (before && textOf(value) !== textOf(before)) append(before, value);
    }
    return;
  }
  // The rest of a remark's label: a word in the place of the levels, with nothing beside it.
  if (first && own.every((c) => c.row1 === row && isLevel(fieldsOf(columns, c)[0]!))) return;
  draft.mergedLevels ||= LEVELS.some((level) =>
    cellsOf(grid, row, columns, level).some((c) => c.row0 === row && c.row1 > row),
  );
  carryLevels(cells, draft, rows, row, columns, first);
  for (const [field, value] of cells)
    if (value.pieces.length === 0) cells.set(field, blankAt(grid, row, columns, field));
  draft.indicators.push({ page: grid.page, grid, row, cells });
}

/** Who signs for a form, at its end: 项目负责人：张三, 填表人（签字）：. */
const SIGNATURE =
  /^(?:项目|财务|单位|部门|科室|审核|复核|填表|填报|制表|经办|联系)?(?:负责人|责任人|人|人员)(?:\([^)]*\))?:/;

/** A text across figures and texts belongs to no indicator: what stands beside 说明 or 其他需要说明事项. */
const isRemark = (over: ReadonlySet<IndicatorField>): boolean =>
  over.size >= 3 && ONE_EACH.filter((f) => over.has(f)).length >= 2;

function fieldsOf(columns: Columns<IndicatorField>, cell: GridCell): IndicatorField[] {
  return columns.fields.slice(cell.col0, cell.col1 + 1).filter((f) => f !== undefined);
}

/** The cells of the row that belong to the field: a cell over several fields is that of the first; a blank one is that of all. */
function cellsOf(grid: Grid, row: number, columns: Columns<IndicatorField>, field: IndicatorField): GridCell[] {
  const out: GridCell[] = [];
  columns.fields.forEach((f, c) => {
    if (f !== field) return;
    const cell = cellAt(grid, row, c);
    if (!out.includes(cell) && (cell.text === '' || fieldsOf(columns, cell)[0] === field)) out.push(cell);
  });
  return out;
}

/** A merged cell that covers the row without starting in it leaves a blank, where the row crosses its column. */
function blankAt(grid: Grid, row: number, columns: Columns<IndicatorField>, field: IndicatorField): Value {
  const c0 = columns.fields.indexOf(field);
  const c1 = columns.fields.lastIndexOf(field);
  const box = [grid.xs[c0]!, grid.ys[row]!, grid.xs[c1 + 1]!, grid.ys[row + 1]!] as const;
  return { reader: grid.reader, pieces: [{ page: grid.page, box, text: '', raw: null, doubt: null }] };
}

/** Levels: what is printed, else what the merged cell says, else (a new page, cells left blank) what the row before has. */
function carryLevels(
  cells: Map<IndicatorField, Value>,
  draft: FormDraft,
  rows: GridRows,
  row: number,
  columns: Columns<IndicatorField>,
  first: boolean,
): void {
  const { grid } = rows;
  const last = draft.indicators.at(-1);
  let fresh = false;
  for (const level of LEVELS) {
    if (!columns.fields.includes(level)) {
      // A page on which no cell needs its line.
      const above = last?.cells.get(level);
      if (above && !fresh && level !== 'level3') cells.set(level, above);
      continue;
    }
    const covering = cellsOf(grid, row, columns, level);
    const starting = covering.filter((c) => c.row0 === row && c.text !== '');
    const before = last?.cells.get(level);
    if (starting.length > 0) {
      const value = valueIn(grid, starting);
      if (
        first &&
        before &&
        (isAwaited(last!, level) || completesName(before, value) || isCutText(last!.grid, before, starting[0]!))
      ) {
        append(before, value);
        cells.set(level, before);
      } else {
        cells.set(level, value);
        // The same name again goes on with the levels under it.
        fresh ||= textOf(before) !== textOf(value);
      }
    } else if (covering.some((c) => c.row0 < row) && last?.grid === grid) {
      cells.set(level, before ? carried(before, covering) : blankAt(grid, row, columns, level));
    } else if (
      !(first && before) &&
      covering.some((c) => c.row0 === row && isOfOne(columns, c) && isCut(grid, c, draft.mergedLevels))
    ) {
      cells.set(level, valueIn(grid, covering));
    } else if (before && !fresh && covering.length > 0 && (level !== 'level3' || (first && hasFigures(cells)))) {
      cells.set(level, carried(before, covering));
    } else cells.set(level, covering.length > 0 ? valueIn(grid, covering) : blankAt(grid, row, columns, level));
  }
}

const isLevel = (field: IndicatorField): boolean => field === 'level1' || field === 'level2';

const isOfOne = (columns: Columns<IndicatorField>, cell: GridCell): boolean =>
  new Set(fieldsOf(columns, cell)).size === 1;

/** A blank cell at the foot of a page that goes on on the next: its name is printed in its middle, which may be there (spreadsheets). */
const isCut = (grid: Grid, cell: GridCell, merged: boolean): boolean =>
  cell.text === '' && cell.row1 === rowCount(grid) - 1 && (cell.row1 > cell.row0 || merged);

/** Whether the row ends with such a cell. */
function isAwaited({ grid, cells }: RowDraft<IndicatorField>, level: (typeof LEVELS)[number]): boolean {
  const value = cells.get(level);
  return (
    value !== undefined &&
    textOf(value) === '' &&
    value.pieces.some((p) => p.page === grid.page && p.box[3] === grid.ys.at(-1))
  );
}

/** A name that a page cuts between its lines: it ends at the foot of its cell there, and goes on at the top of the cell here. */
function isCutText(above: Grid, before: Value, below: GridCell): boolean {
  const cell = above.cells.find((c) => c.row1 === rowCount(above) - 1 && before.pieces.some((p) => p.box === c.box));
  if (!cell) return false;
  const [over, under] = roomAround(cell);
  const [overNext, underNext] = roomAround(below);
  return under < TIGHT && over - under > 1 && overNext < TIGHT && underNext - overNext > 1;
}
/** Lines in the middle of a cell leave as much room below as above; less than this, in parts of the em, where a page cuts them. */
const TIGHT = 0.5;

/** The room over and under what is printed in a cell, in parts of the em. */
function roomAround({ box, lines }: GridCell): [number, number] {
  const size = lines[0]?.size ?? 1;
  return [(Math.min(...lines.map((l) => l.y0)) - box[1]) / size, (box[3] - Math.max(...lines.map((l) => l.y1))) / size];
}

/** What is carried into a blank cell whose place is in doubt is in doubt, too, and no longer shared. */
function carried(value: Value, blank: readonly GridCell[]): Value {
  const doubt = blank.find((c) => c.doubt !== null)?.doubt;
  return doubt ? { ...value, pieces: value.pieces.map((p) => ({ ...p, doubt: p.doubt ?? doubt })) } : value;
}

const hasFigures = (cells: ReadonlyMap<IndicatorField, Value>): boolean =>
  FIGURES.some((f) => textOf(cells.get(f)) !== '');

/** A level's name that the page break cut: what stands on the new page is no name, but ends the one before (指标, （30分）). */
function completesName(before: Value, value: Value): boolean {
  const [a, b] = [bareLabel(textOf(before)), bareLabel(textOf(value))];
  if (/[（(][^）)]*$/.test(textOf(before)) && /^[^（(]*[）)]/.test(textOf(value))) return true;
  if (/^[（(]?\d+(?:\.\d+)?[分%][)）]?$/.test(textOf(value))) return true;
  return LEVEL_NAMES.test(a + b) && !(LEVEL_NAMES.test(a) && LEVEL_NAMES.test(b));
}

/**
 * Is the first row of a page the rest of the last row of the page before? Then no figure stands in both, and either part is
 * without any, though rows of this form have them; and not both parts are whole (a name and a value of their own).
 */
function isRest(
  draft: FormDraft,
  last: RowDraft<IndicatorField>,
  rows: GridRows,
  row: number,
  columns: Columns<IndicatorField>,
  cells: ReadonlyMap<IndicatorField, Value>,
): boolean {
  const { grid } = rows;
  if (last.grid === grid) return false;
  const figures = FIGURES.filter((f) => f !== 'operator' && f !== 'measure' && cells.has(f));
  const usual = figures.filter((f) => draft.indicators.some((r) => textOf(r.cells.get(f)) !== ''));
  if (usual.length === 0) {
    // A form without figures: what only goes on with texts has neither a name nor both values.
    const own = (f: IndicatorField): boolean =>
      cellsOf(grid, row, columns, f).some((c) => c.row0 === row && c.text !== '');
    if (own('level3') || (own('target') && own('actual'))) return false;
  } else if (
    !areOneByFigures(
      usual,
      last,
      cells,
      cellsOf(grid, row, columns, 'level3').some((c) => c.text !== ''),
    )
  )
    return false;
  // A level that is printed anew begins a row, unless it ends the name before.
  for (const level of ['level1', 'level2'] as const) {
    const own = cellsOf(grid, row, columns, level).filter((c) => c.text !== '');
    const before = last.cells.get(level);
    if (own.length === 0) continue;
    const value = valueIn(grid, own);
    if (textOf(before) === textOf(value)) continue;
    if (!before || !completesName(before, value)) return false;
  }
  return true;
}

/** Whether two rows can be one by their figures; `name`: the second has one of its own. */
function areOneByFigures(
  usual: readonly IndicatorField[],
  last: RowDraft<IndicatorField>,
  cells: ReadonlyMap<IndicatorField, Value>,
  name: boolean,
): boolean {
  const both = FIGURES.some((f) => textOf(cells.get(f)) !== '' && textOf(last.cells.get(f)) !== '');
  if (both) return false;
  const here = usual.some((f) => textOf(cells.get(f)) !== '');
  const there = usual.some((f) => textOf(last.cells.get(f)) !== '');
  if (here && there) return false;
  const whole = (f: IndicatorField): boolean => textOf(cells.get(f)) !== '' && textOf(last.cells.get(f)) !== '';
  if (!here && !there && name) return false;
  if (name && whole('target') && whole('actual')) return false;
  return !(here && textOf(last.cells.get('level3')) === '' && TEXTS.every((f) => textOf(last.cells.get(f)) === ''));
}
