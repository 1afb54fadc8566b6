import { type GridCell, rowCount } from '../grids/grid.js';
import type { FormDraft } from './draft.js';
import type { HeaderField, LabelWords } from './form.js';
import { FUNDING, TASKS } from './forms/blocks.js';
import { fieldOfLabel, inlinePair } from './labels.js';
import { type GridRows, printedIn } from './rows.js';
import { textOf, type Value, valueIn } from './value.js';

export interface Pair {
  readonly field: HeaderField;
  readonly value: Value;
}

/** The labels of a row with the value to the right of each, and `label：value` in one cell. */
export function pairsOf(rows: GridRows, row: number, words: readonly LabelWords<HeaderField>[]): Pair[] {
  const { grid } = rows;
  const own = rows.starting[row]!;
  const out: Pair[] = [];
  for (let i = 0; i < own.length; i++) {
    const cell = own[i]!;
    if (cell.text === '') continue;
    const field = fieldOfLabel(words, cell.text);
    if (field !== undefined) {
      const beside = valueCell(own, i, words);
      const next = (beside && mayBe(field, beside.text) ? beside : undefined) ?? valueBelow(rows, cell);
      if (next) out.push({ field, value: valueIn(grid, [next]) });
      continue;
    }
    const inline = inlinePair(words, cell.text);
    if (inline) out.push({ field: inline.field, value: withText(valueIn(grid, [cell]), inline.value) });
  }
  return out;
}

const TEXTS: ReadonlySet<HeaderField> = new Set([
  'title',
  'subject',
  'department',
  'unit',
  'goal_planned',
  'goal_actual',
]);
const HEADS = [...FUNDING.columns, ...TASKS.columns];

/** Beside 执行率 no head of a column of amounts is its value (执行率权重): it is the next head. */
const mayBe = (field: HeaderField, text: string): boolean =>
  TEXTS.has(field) || fieldOfLabel<string>(HEADS, text) === undefined;

/** The cell to the right of a label, unless it is a label itself; of several blank cells before the next label the first. */
function valueCell(
  own: readonly GridCell[],
  at: number,
  words: readonly LabelWords<HeaderField>[],
): GridCell | undefined {
  const next = own[at + 1];
  if (!next || next.col0 !== own[at]!.col1 + 1 || fieldOfLabel(words, next.text) !== undefined) return undefined;
  return next;
}

/** A share under its label, where none stands beside it: 预算执行进度 over 98%. */
function valueBelow({ grid, starting }: GridRows, { row1, col0, col1 }: GridCell): GridCell | undefined {
  if (row1 + 1 >= rowCount(grid)) return undefined;
  return starting[row1 + 1]!.find((c) => c.col0 === col0 && c.col1 === col1 && /^\d+(?:\.\d+)?%$/.test(c.text));
}

export const withText = (value: Value, text: string): Value => ({
  reader: value.reader,
  pieces: value.pieces.map((p, i) => ({ ...p, text: i === 0 ? text : '' })),
});

/** Keeps the first value of each field; a blank gives way to what is printed later. */
export function keep(draft: FormDraft, { field, value }: Pair): void {
  const before = draft.header.get(field);
  if (before === undefined || textOf(before) === '') draft.header.set(field, value);
}

/** Labels in the row, whether a value stands beside them or not. */
export const labelsIn = (rows: GridRows, row: number, words: readonly LabelWords<HeaderField>[]): GridCell[] =>
  printedIn(rows, row).filter((c) => fieldOfLabel(words, c.text) !== undefined);
