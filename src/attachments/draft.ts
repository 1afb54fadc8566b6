import type { Grid } from '../grids/grid.js';
import type { Columns } from './columns.js';
import type { AttachmentForm, FundingField, HeaderField, IndicatorField, TaskField } from './form.js';
import type { Value } from './value.js';

/** A row of a form before it is put out; the values of merged cells are shared between rows. */
export interface RowDraft<F extends string> {
  readonly page: number;
  readonly grid: Grid;
  readonly row: number;
  readonly cells: Map<F, Value>;
}

/** What the next row of a form belongs to, until another head or label is met. */
export type Block =
  | { readonly kind: 'header' }
  | {
      readonly kind: 'goals';
      readonly columns: Columns<'goal_planned' | 'goal_actual'>;
      readonly grid: Grid;
      readonly last: number;
    }
  | { readonly kind: 'tasks'; readonly columns: Columns<TaskField>; readonly grid: Grid; readonly last: number }
  | { readonly kind: 'funding'; readonly columns: Columns<FundingField>; readonly grid: Grid; readonly last: number }
  | { readonly kind: 'indicators'; readonly columns: Columns<IndicatorField> };

/** A form while its pages are read. */
export interface FormDraft {
  form: AttachmentForm;
  title: Value | undefined;
  /** Why the title is not read off this form's own pages. */
  titleDoubt: string | null;
  readonly header: Map<HeaderField, Value>;
  readonly tasks: RowDraft<TaskField>[];
  readonly funding: RowDraft<FundingField>[];
  readonly indicators: RowDraft<IndicatorField>[];
  readonly grids: Grid[];
  /** The heads of its blocks of amounts, each with the rows of its kind. */
  readonly heads: { readonly columns: Columns<string>; readonly rows: readonly RowDraft<string>[] }[];
  block: Block;
  /** The columns of the indicators, once their head has been read. */
  columns: Columns<IndicatorField> | undefined;
  /** The grid at whose foot that head stands: the next page may hold the rest of its words. */
  cutHead: Grid | null;
  /** Names of levels stand in merged cells, once for all of their rows. */
  mergedLevels: boolean;
  /** The row with which it ends has been read. */
  ended: boolean;
  /** True where its first page was not found. */
  startLost: boolean;
  /** Why the place of all its values is in doubt. */
  doubt: string | null;
}

export const newDraft = (form: AttachmentForm, title: Value | undefined): FormDraft => ({
  form,
  title,
  titleDoubt: null,
  header: new Map(),
  tasks: [],
  funding: [],
  indicators: [],
  grids: [],
  heads: [],
  block: { kind: 'header' },
  columns: undefined,
  cutHead: null,
  mergedLevels: false,
  ended: false,
  startLost: false,
  doubt: null,
});
