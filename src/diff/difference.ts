import type { Standing } from '../document/schema.js';
import type { Box } from '../pages/page.js';

/** What differs: the figure, where it stands, what it is called, what is known of it, or that one side has it at all. */
export type Kind =
  | 'value'
  | 'place'
  | 'label'
  | 'status'
  | 'standing'
  | 'correction'
  | 'finding'
  | 'only in A'
  | 'only in B';

export const KINDS: readonly Kind[] = [
  'value',
  'only in A',
  'only in B',
  'label',
  'status',
  'standing',
  'place',
  'correction',
  'finding',
];

/** One side of a difference. `text` is what is read there: a figure as printed, a title, a status. */
export interface Side {
  readonly text: string;
  readonly page: number | null;
  readonly box: Box | null;
  readonly standing: Standing | null;
}

export interface Difference {
  readonly kinds: readonly Kind[];
  /** Sheet, row and column as the sides call them: `支出决算表`, `2012601 行政运行`, `基本支出`. Empty where it does not apply. */
  readonly sheet: string;
  readonly row: string;
  readonly column: string;
  /** null: this side has nothing there. */
  readonly a: Side | null;
  readonly b: Side | null;
  /** For a comparison with a baseline A: whether B is worse, better, or neither. A value that changed is always worse. */
  readonly change: 'worse' | 'better' | 'neutral';
}

export interface DocumentSide {
  readonly name: string;
  readonly sha256: string;
  readonly department: string;
  readonly fiscalYear: number | null;
  readonly reading: string;
  readonly version: string;
}

/** What differs between two extractions of one document or of two revisions of it. */
export interface DocumentDiff {
  readonly a: DocumentSide;
  readonly b: DocumentSide;
  /** False for two files of different bytes, whose places need not agree: then places are not compared. */
  readonly placesCompared: boolean;
  readonly figures: { readonly a: number; readonly b: number; readonly same: number };
  readonly differences: readonly Difference[];
}

/** A blank cell whose standing alone differs: true and of little worth to a person, so a reader is told how many there are. */
export const isBlankStanding = (d: Difference): boolean =>
  d.kinds.length === 1 && d.kinds[0] === 'standing' && d.a?.text === '' && d.b?.text === '';
