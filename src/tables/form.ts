import type { TableKey } from '../document/schema.js';

/** One amount column of a form. */
export interface ColumnForm {
  readonly key: string;
  /** The printed label in the form of the Ministry of Finance. */
  readonly label: string;
  /**
   * What the header path may be: the texts of the header cells above the column from top to bottom in comparable form,
   * joined by `/`, without the words that say nothing (`neutral`). One of these must match the whole path.
   */
  readonly paths: readonly RegExp[];
  /** Only in this half of a two-sided form. */
  readonly section?: 'revenue' | 'expenditure';
  /** Most regions do not print it. */
  readonly optional?: boolean;
}

/** An axis of a crossed form (“三公”): what a label or a header path names. */
export interface AxisValue {
  readonly key: string;
  readonly label: string;
  readonly words: RegExp;
  /** Most regions do not print it. */
  readonly optional?: boolean;
  /** Where several are printed (年初预算数, 全年预算数): which counts, the last of these that its words match. */
  readonly ranks?: readonly RegExp[];
  /** The measure whose year it is of, where both name theirs: that of another year is none of the form. */
  readonly yearOf?: string;
}

/**
 * One 公开表 as data. Shared code never asks which form it has; a new region or year is a line here, with a fixture.
 */
export interface Form {
  readonly key: TableKey;
  /** Whole titles in comparable form without quotes, the usual one first; an earlier one wins over a later one. */
  readonly titles: readonly string[];
  readonly columns: readonly ColumnForm[];
  /** Column keys without which a grid is not this form. */
  readonly required: readonly string[];
  /** `sections`: left half revenue, right half expenditure; `blocks`: the same columns repeated side by side. */
  readonly layout: 'single' | 'sections' | 'blocks' | 'crossed';
  /** The classification of its codes, or null where rows go by name. */
  readonly codes: 'functional' | 'economic' | null;
  /** Crossed forms: what the rows and the columns of the output are, wherever they are printed. */
  readonly items?: readonly AxisValue[];
  readonly measures?: readonly AxisValue[];
  /** Labels that only this form has: by them a page that lost its title and head is recognised. */
  readonly signature?: readonly RegExp[];
  /** Labels of the rows without which the form is not whole, by section. */
  readonly closing?: readonly {
    readonly section: '' | 'revenue' | 'expenditure';
    readonly labels: readonly string[];
  }[];
}
