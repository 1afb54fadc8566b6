import type { Finding } from '../document/schema.js';
import type { Grid } from '../grids/grid.js';
import type { Form } from './form.js';
import type { Layout } from './layout.js';

/** A piece of a table on one page: its grid, how to read it, and why its place is in doubt, if it is. */
export interface Part {
  readonly grid: Grid;
  readonly layout: Layout;
  readonly doubt: string | null;
  /** True where the piece prints the head again: total rows may be repeated with it. */
  readonly hasHead: boolean;
  /** The piece before columns of another page came beside it. */
  readonly alone?: Part;
  /** Columns of labels that the other page prints again, left out of `grid`. */
  readonly labels?: number;
}

/** All pages of a piece. */
export const pagesOf = ({ grid }: Part): readonly number[] => grid.pages ?? [grid.page];

/** A table before its rows are read. */
export interface Draft {
  readonly form: Form;
  readonly title: string | null;
  readonly rank: number;
  readonly printedNumber: string | null;
  readonly unit: '万元' | '元' | null;
  readonly parts: Part[];
  readonly notes: string[];
  /** Grids that no title and no column makes part of a table, on the page of its last piece or the next. */
  readonly followedBy: Grid[];
  /** True where the piece with title and head was not found. */
  readonly headLost: boolean;
}

/** The last sheet that a table has something on. */
export const sheetOf = (draft: Draft): number => Math.max(...draft.parts.map((p) => p.grid.sheet));

/** The tables that are printed without rules, as they were read from how their words stand. */
export const unruledGrids = (drafts: readonly Draft[]): Grid[] =>
  drafts.flatMap((d) => d.parts.flatMap((p) => (p.grid.origin === 'aligned' ? [p.grid] : [])));

/** What the pages hold beside the nine: kept by name. */
export interface OtherTable {
  readonly title: string;
  readonly pages: number[];
}

export interface Drafts {
  readonly drafts: readonly Draft[];
  readonly others: readonly OtherTable[];
  /** Pages that print rows as the nine tables have them, which belong to none of those that were found. */
  readonly unknown: readonly number[];
  readonly findings: readonly Finding[];
}
