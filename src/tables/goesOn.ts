import { cellAt, columnCount, type Grid, rowCount } from '../grids/grid.js';
import { comparable } from '../normalise/text.js';
import { continuationOf, underHeadAlone } from './continuation.js';
import { type Draft, type Part, sheetOf } from './draft.js';
import { wholeHead } from './halfHead.js';
import { keysOf, type Layout, readLayout } from './layout.js';
import { bestForms } from './orphan.js';
import { readBlock } from './readBlock.js';
import { TOTAL } from './rowKinds.js';
import { goesBeside } from './sideways.js';
import { isHeadAlone } from './unruled.js';

/** Takes a grid as the next part of a table, its head repeated or not, where the columns say that it goes on with it. */
export function goesOn(draft: Draft, grid: Grid, from: number): boolean {
  const last = draft.parts.at(-1)!;
  if (grid.sheet - sheetOf(draft) > 1) return false;
  const own = readLayout(grid, draft.form, from);
  if (own?.complete) {
    // The head again, without the title: only where the columns are the same.
    // A piece that is a head alone has fewer columns than the rows that belong to it.
    const fits = draft.parts.slice(-2).some((part) => continuationOf(part, grid, own.body)?.doubt === null);
    const part: Part = { grid, layout: own, doubt: null, hasHead: true };
    if (!fits) return from === 0 && takesHeadsRest(draft, grid);
    if (beginsAnew(draft, part)) return false;
    draft.parts.push(part);
    return true;
  }
  if (from === 0 && takesHeadsRest(draft, grid)) return true;
  const again = own && headAgain(last, grid, own);
  if (again) {
    draft.parts.push(again);
    return true;
  }
  if (goesBeside(draft, grid, from)) return true;
  // A head of other columns: the table goes on to the side, and its figures are none of the columns above them.
  const known = keysOf(last.layout);
  if (own && [...keysOf(own)].filter((key) => !known.has(key)).length >= 2) return false;
  if (bestForms(grid, from, draft.form).length > 0) return false;
  const finer = (): Part | undefined =>
    isHeadAlone(last) && from === 0 ? underHeadAlone(last.grid, grid, draft.form) : undefined;
  // A page may have lost a column at its side that the next one has again.
  const pieces = [last, draft.parts[0]!].map((piece) => piece.alone ?? piece);
  const [part = finer()] = pieces.flatMap((piece) => continuationOf(piece, grid, from) ?? []);
  if (!part || (draft.form.codes === null && isCoded(grid, from))) return false;
  draft.parts.push(part);
  return true;
}

/** The rest of a head that breaks over two pages: the piece begun with its upper part has it whole then. */
function takesHeadsRest(draft: Draft, grid: Grid): boolean {
  const [head, ...more] = draft.parts;
  const whole = more.length === 0 && isHeadAlone(head!) ? wholeHead(head!.grid, grid, draft.form) : undefined;
  if (whole) draft.parts.splice(0, 1, ...whole);
  return whole !== undefined;
}

/** A piece with the head of the one before, which has not all columns of the form: a wide sheet, whose other columns are to come. */
function headAgain(last: Part, grid: Grid, own: Layout): Part | undefined {
  const left = last.alone ?? last;
  if (left.layout.complete && !left.layout.leftOut) return undefined;
  const [before, now] = [keysOf(left.layout), keysOf(own)];
  if (now.size === 0 || now.size !== before.size || ![...now].every((key) => before.has(key))) return undefined;
  if (continuationOf(left, grid, own.body)?.doubt !== null) return undefined;
  return { grid, layout: own, doubt: left.doubt, hasHead: true };
}

/** Whether a piece with title and head begins with the row that the table begins with: the same form of another unit. */
export function beginsAnew(draft: Draft, part: Part): boolean {
  const begun = firstRow(draft.parts[0]!);
  return begun !== undefined && begun === firstRow(part);
}

/** The label of the first row that is no total, `` of figures without one. A page may repeat the total with the head. */
function firstRow(part: Part): string | undefined {
  const [block] = part.layout.blocks;
  const rows = block ? readBlock(part, block, null, new Set()).rows : [];
  const first = rows.find(
    (r) => !TOTAL.test(comparable(r.name)) && (r.name !== '' || r.cells.some((c) => c.value !== null)),
  );
  return first && [...first.codes, comparable(first.name)].join(' ');
}

/** Whether most rows begin with a code: 类 alone or in one column, or 类, 款 and 项 beside each other. */
function isCoded(grid: Grid, from: number): boolean {
  let coded = 0;
  for (let r = from; r < rowCount(grid); r++) {
    const [first = '', ...others] = Array.from(
      { length: Math.min(3, columnCount(grid)) },
      (_, c) => cellAt(grid, r, c).text,
    );
    // A row without a label begins with its number and an amount: 10 and 0 are no code.
    const joined = first === '' ? '' : first + others.join('');
    if ([first, joined].some((text) => /^[12]\d{2}(\d{2}){0,2}$/.test(text))) coded++;
  }
  return coded > (rowCount(grid) - from) / 2;
}
