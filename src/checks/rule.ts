/** A rule is data and one pure function: it names the figures that an identity of the forms binds in one document. */
import type { Finding, TableKey } from '../document/schema.js';
import type { Figure } from './figures.js';
import type { Ledger } from './ledger.js';
import type { Sheet } from './sheet.js';
import type { Untried } from './untried.js';

/** One instance of a rule: the figures on the left are to come to (or, with ≤, not to exceed) those on the right. */
export interface Identity {
  readonly relation: '=' | '≤';
  /** The printed figure under test; its first cell gives the check its id. */
  readonly left: readonly [Figure, ...Figure[]];
  readonly right: readonly Figure[];
  /** The identity in words, for messages: 合计 = Σ 类. */
  readonly says: string;
  /** Rounded figures that one side may have been added up from, see `roundingBound`. */
  readonly leaves?: number;
  /** All figures stand in one row, so they support nothing: a row read under wrong headers may well add up. */
  readonly withinRow?: true;
  /** Why a failure proves nothing (rows of the table are lost). */
  readonly excuse?: string | null;
  /** The row whose columns fail together if rows beneath it are lost: table/row. */
  readonly family?: string;
  /** A row that the right side needs and the table does not print. */
  readonly absent?: { readonly table: TableKey; readonly code: string };
}

export type Instance = Identity | Untried;

export const isUntried = (instance: Instance): instance is Untried => 'why' in instance;

export interface Rule {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** Where the rule comes from: the form and its lines. */
  readonly source: string;
  /** Sums and equalities are errors; inequalities and conditional identities have lawful exceptions: warnings. */
  readonly severity: Finding['severity'];
  evaluate(ledger: Ledger): readonly Instance[];
}

export const untried = (sheet: Sheet, why: string): readonly [Untried] => [{ at: sheet.key, why }];

/** Figures that are there, for addends that a form may not print. */
export const present = (figures: readonly (Figure | undefined)[]): readonly Figure[] =>
  figures.filter((figure) => figure !== undefined);
