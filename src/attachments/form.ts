import type {
  ATTACHMENT_FORMS,
  FUNDING_FIELDS,
  HEADER_FIELDS,
  INDICATOR_FIELDS,
  TASK_FIELDS,
} from '../document/schema.js';

export type HeaderField = (typeof HEADER_FIELDS)[number];
export type TaskField = (typeof TASK_FIELDS)[number];
export type FundingField = (typeof FUNDING_FIELDS)[number];
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

/** What a printed label says. `words` must match the whole label as `bareLabel` gives it. */
export interface LabelWords<F extends string> {
  readonly field: F;
  readonly words: RegExp;
}

/** A table within the form: one name and amounts in columns under header words (年度主要任务, 项目资金). */
export interface BlockWords<F extends string> {
  readonly group: 'tasks' | 'funding';
  /** The head of the column of names, where it has one. */
  readonly name: RegExp;
  /** Without a head over the names there is no such block. */
  readonly nameRequired: boolean;
  readonly columns: readonly LabelWords<F>[];
}

/** One kind of self-evaluation form (绩效自评表) as data; shared code never asks which it has. */
export interface AttachmentForm {
  readonly key: (typeof ATTACHMENT_FORMS)[number];
  /** Whole titles in comparable form. */
  readonly titles: readonly RegExp[];
  /** Labels that tell the kind where the title does not. */
  readonly signature: readonly RegExp[];
  /** Labels with their value to the right; the first that matches wins. */
  readonly labels: readonly LabelWords<HeaderField>[];
  /** Labels of the last row: after it the form is at its end. */
  readonly totals: readonly LabelWords<HeaderField>[];
  readonly tasks: BlockWords<TaskField>;
  readonly funding: BlockWords<FundingField>;
  /** The last cell of a header path that matches wins; see `fieldOfPath`. */
  readonly indicators: readonly LabelWords<IndicatorField>[];
}
