import { cellAt, type GridCell, rowCount } from '../grids/grid.js';
import { columnsIn } from './columns.js';
import type { FormDraft, RowDraft } from './draft.js';
import type { IndicatorField } from './form.js';
import { textOf, type Value, valueIn } from './value.js';

type Level = 'level1' | 'level2';

/** A cell of a level, and the indicators that it covers. */
interface Part {
  readonly cell: GridCell;
  readonly rows: RowDraft<IndicatorField>[];
  /** What its indicators have by now. */
  readonly value: Value | undefined;
  readonly height: number;
  /** Points over and under its name; undefined where it is blank. */
  readonly room: readonly [over: number, under: number] | undefined;
  /** Whether it begins with the indicators of its page, and ends with the page. */
  readonly atHead: boolean;
  readonly atFoot: boolean;
}

/** Points by which a name may miss the middle of its cell. */
const OFF = 2;
/** Points from the edge of a page's cell at which a line is cut. */
const EDGE = 0.1;

const WHOSE = 'the name of its merged cell stands on another page, and by the middle of no name can it be told which';

/**
 * Puts right which name blank cells of the levels have where pages part merged cells. A spreadsheet prints the name in the middle of the whole
 * cell, on one of its pages, or under a head that is printed again, where nobody sees it; on the others the cell is blank, and may as well belong to the
 * name before as to the one behind. By where the names stand it is told how far their cells reach. Blanks of which that tells nothing are in
 * doubt where others show that names stand so, and else stay as they are.
 */
export function settleMiddles(draft: FormDraft): void {
  for (const level of ['level1', 'level2'] as const) {
    const parts = partsOf(draft, level);
    if (!inMiddles(parts)) continue;
    const cells = wholeCells(parts);
    if (!cells.some((c) => c.fits && c.parts.length > 1)) continue;
    for (const { parts: of, name, fits } of cells) {
      for (const part of of) {
        if (part.room || !(part.atHead || part.atFoot)) continue;
        const value = name?.value ?? part.value ?? valueIn(part.rows[0]!.grid, [part.cell]);
        for (const row of part.rows) row.cells.set(level, fits ? value : doubted(value));
      }
    }
  }
}

const doubted = ({ reader, pieces }: Value): Value => ({
  reader,
  pieces: pieces.map((p) => ({ ...p, doubt: p.doubt ?? WHOSE })),
});

/** Whether the names that no page cuts stand in the middle of their cells. */
const inMiddles = (parts: readonly Part[]): boolean =>
  parts.every(
    ({ room, atHead, atFoot }, i) => !room || atFoot || (atHead && i > 0) || Math.abs(room[0] - room[1]) < OFF,
  );

/** A merged cell over all of its pages: its name, and whether that stands in the middle. Without a name where that is not known. */
interface WholeCell {
  readonly parts: readonly Part[];
  readonly name: Part | undefined;
  readonly fits: boolean;
}

/** The least names off the middle that the first, or the last, parts can have, and in how many ways. */
interface Least {
  readonly cost: number;
  readonly ways: number;
}

/**
 * Divides parts into whole cells, so that the fewest names are off the middle of theirs and the fewest cells have none. What not all of the best
 * divisions have in common is a cell for each part, without a name.
 */
function wholeCells(parts: readonly Part[]): WholeCell[] {
  const cells = parts.flatMap((_, from) => cellsFrom(parts, from));
  const count = parts.length;
  const before = Array.from({ length: count + 1 }, (_, i): Least => ({ cost: i === 0 ? 0 : Infinity, ways: 1 }));
  const behind = [...before].reverse();
  for (const { from, to, cost } of cells) before[to] = better(before[to]!, before[from]!, cost);
  for (const { from, to, cost } of cells.reverse()) behind[from] = better(behind[from]!, behind[to]!, cost);
  const best = before[count]!;
  const certain = cells.filter(({ from, to, cost }) => {
    const [first, last] = [before[from]!, behind[to]!];
    return first.cost + cost + last.cost === best.cost && first.ways * last.ways === best.ways;
  });
  const covered = new Set(certain.flatMap((c) => c.parts));
  return [
    ...certain,
    ...parts.filter((p) => !covered.has(p)).map((part) => ({ parts: [part], name: undefined, fits: false })),
  ];
}

const better = (one: Least, rest: Least, more: number): Least => {
  const cost = rest.cost + more;
  if (cost > one.cost) return one;
  return { cost, ways: cost < one.cost ? rest.ways : one.ways + rest.ways };
};

/** The cells that may begin with a part: a page may part a cell that ends with it, and no cell has two names. */
function cellsFrom(parts: readonly Part[], from: number) {
  const cells: (WholeCell & { readonly from: number; readonly to: number; readonly cost: number })[] = [];
  for (let to = from + 1; to <= parts.length; to++) {
    if (to - from > 1 && !goesOn(parts[to - 2]!, parts[to - 1]!)) break;
    const own = parts.slice(from, to);
    const [first, last] = [own.findIndex((p) => p.room), own.findLastIndex((p) => p.room)];
    const named = first < 0 ? [] : own.slice(first, last + 1);
    const [name] = named;
    if (named.some((p) => !p.room || textOf(p.value) !== textOf(name?.value))) break;
    const [above] = name?.room ?? [0];
    const [, below] = named.at(-1)?.room ?? [0, 0];
    const over = heightOf(own.slice(0, first)) + above;
    const under = heightOf(own.slice(last + 1)) + below;
    const fits = name !== undefined && Math.abs(over - under) < OFF;
    cells.push({ parts: own, name, fits, from, to, cost: fits ? 0 : 1 });
  }
  return cells;
}

const heightOf = (parts: readonly Part[]): number => parts.reduce((sum, { height }) => sum + height, 0);

/** Whether a part may be the rest of the cell of the one before it, on the page before. */
const goesOn = (before: Part, part: Part): boolean =>
  before.atFoot && part.atHead && part.rows[0]!.grid.sheet - before.rows[0]!.grid.sheet === 1;

function partsOf({ indicators, columns }: FormDraft, level: Level): Part[] {
  const parts: Part[] = [];
  if (!columns) return parts;
  for (const row of indicators) {
    const { grid } = row;
    const at = columnsIn(columns, grid).fields.indexOf(level);
    if (at < 0) return [];
    const cell = cellAt(grid, row.row, at);
    const last = parts.at(-1);
    if (last?.cell === cell) {
      last.rows.push(row);
      continue;
    }
    const [, top, , bottom] = cell.box;
    parts.push({
      cell,
      rows: [row],
      value: row.cells.get(level),
      height: bottom - top,
      room:
        cell.text === ''
          ? undefined
          : [
              // Of a line on the edge only a part is seen; it is as high as its print.
              Math.min(...cell.lines.map((l) => (l.y0 - top < EDGE ? l.y1 - l.size : l.y0))) - top,
              bottom - Math.max(...cell.lines.map((l) => (bottom - l.y1 < EDGE ? l.y0 + l.size : l.y1))),
            ],
      atHead: last?.rows[0]?.grid !== grid && cell.row0 === row.row,
      atFoot: cell.row1 === rowCount(grid) - 1,
    });
  }
  return parts;
}
