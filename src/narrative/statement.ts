import type { PlacedBox } from '../paragraphs/paragraph.js';
import type { Scope } from './scopes.js';

export type StatementKind = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9' | 'N10' | 'N11' | 'N12';

export type Measure =
  | 'amount'
  | 'budget'
  | 'prior'
  | 'share'
  | 'completion'
  | `${'increase' | 'decrease' | 'change' | 'increase_rate' | 'decrease_rate'}${'' | '_on_budget' | '_on_earlier'}`
  | 'count'
  | 'groups'
  | 'persons'
  | 'batches'
  | 'vehicles_bought'
  | 'bought'
  | 'vehicles_kept'
  | 'units'
  | 'score';

/** One figure of the text before it is checked. */
export interface Said {
  readonly statement: StatementKind;
  /** A key of the forms, a code, or the words of the page where neither is known. */
  readonly subject: string;
  readonly measure: Measure;
  /** As printed, separators removed. */
  readonly value: string;
  readonly unit: string;
  readonly sentence: string;
  /** The places of the number, one a line. */
  readonly places: readonly PlacedBox[];
  /** As printed, separators and all. */
  readonly raw: string;
  /** The printed words around it, for messages. */
  readonly words: string;
  readonly scope: Scope;
  /** Which section (heading), paragraph and sentence says it, counted from 0. */
  readonly section: number;
  readonly paragraph: number;
  readonly sentenceAt: number;
  /** Where it stands in its paragraph: statements of one paragraph follow each other by it. */
  readonly at: number;
  /** True where the subject stands directly before the number, false where it is carried on from before. */
  readonly named: boolean;
  /** What a share is a share of, as the text says it: words, and the key if one is known. */
  readonly base: { readonly words: string; readonly key: string | null } | null;
  /** The names of 类, 款 and 项 where the text marks them. */
  readonly names: readonly [string, string, string] | null;
}

/** Words that compare 决算数 with 预算数 (or the year before) without a number. */
export interface Comparison {
  readonly word: 'greater' | 'less' | 'equal';
  readonly words: string;
  readonly subject: string;
  readonly paragraph: number;
  readonly at: number;
  readonly sentence: string;
  readonly places: readonly PlacedBox[];
  readonly names: readonly [string, string, string] | null;
}

export interface Narrative {
  readonly statements: readonly Said[];
  readonly comparisons: readonly Comparison[];
}
