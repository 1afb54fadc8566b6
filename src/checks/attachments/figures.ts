import { Decimal } from 'decimal.js';
import type { Attachment, Field } from '../../document/schema.js';
import { readAmount } from '../../normalise/amount.js';

/** A number that a form prints, exact. Percentages are numbers of percent; `share` says that the sign % was printed. */
export interface FormFigure {
  /** `attachment/n/group/row/field`, all from 1, header row 0. */
  readonly cell: string;
  readonly value: Decimal;
  /** The last printed decimal: 0.01 for 9.89. */
  readonly unit: Decimal;
  readonly share: boolean;
}

/** The number in a field: 9.89, 10分, 95.53%, 64.78万元. Undefined where it is blank, a mark or a text. */
export function figureOf(cell: string, field: Field | undefined): FormFigure | undefined {
  if (field?.value == null) return undefined;
  const match = /^(.*?)(%|％|分|万元)?$/.exec(field.value)!;
  const read = readAmount(match[1]!);
  if (read.kind !== 'amount') return undefined;
  const decimals = read.value.split('.')[1]?.length ?? 0;
  return {
    cell,
    value: new Decimal(read.value),
    unit: new Decimal(10).pow(-decimals),
    share: match[2] === '%' || match[2] === '％',
  };
}

/** A form with its number in the document, from 1. */
export interface NumberedForm {
  readonly n: number;
  readonly form: Attachment;
}

/** Looks a number up: `header/0/total_score`, `indicator/3/weight`. */
export function figureIn({ n, form }: NumberedForm, group: Group, row: number, field: string): FormFigure | undefined {
  const cells = group === 'header' ? form.header : rowsOf(form, group)[row - 1]?.cells;
  return figureOf(`attachment/${n}/${group}/${row}/${field}`, (cells as Record<string, Field | undefined>)?.[field]);
}

export type Group = 'header' | 'task' | 'funding' | 'indicator';

export const rowsOf = (form: Attachment, group: Group) =>
  group === 'task' ? form.tasks : group === 'funding' ? form.funding : group === 'indicator' ? form.indicators : [];

/** One figure of every row of a group, rows without it left out. */
export const column = (of: NumberedForm, group: Group, field: string): FormFigure[] =>
  rowsOf(of.form, group).flatMap((_, r) => figureIn(of, group, r + 1, field) ?? []);
