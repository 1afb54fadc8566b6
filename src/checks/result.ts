/** What the checks take and give. */
import type { Check, Finding, TableKey } from '../document/schema.js';

/** What the identities say of one cell. */
export interface Binding {
  /** ids of the checks the cell takes part in. */
  readonly checks: readonly string[];
  /** An identity with figures printed elsewhere holds within the rounding bound. */
  readonly supported: boolean;
  /** One of those that support it holds without any difference: what only rounding lets pass may hide a misread last digit. */
  readonly exact: boolean;
  /**
   * No identity fails that it takes part in, and one holds that adds up at least two figures. The same amount printed twice is misread
   * twice alike; a sum of misread figures does not hold.
   */
  readonly addsUp: boolean;
  /** The cell is a suspect of a cause. */
  readonly contradicted: boolean;
}

export type CauseKind = 'one-cell' | 'row-shift' | 'lost-digit' | 'missing-rows' | 'table-pair' | 'inequality' | 'sum';

/** Failing checks that have one reason. */
export interface Cause {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly kind: CauseKind;
  readonly message: string;
  /** ids of the suspect cells, the first one is where to look. */
  readonly cells: readonly string[];
  /** ids of the failing checks. */
  readonly checks: readonly string[];
  readonly expected: string | null;
  readonly actual: string | null;
  /** The table that lacks rows, where that is the cause. */
  readonly rowsLost?: TableKey;
}

export interface CheckResult {
  readonly checks: Check[];
  /** By cell id; every cell that takes part in a check that was tried, blank ones too (never supported). */
  readonly bindings: Map<string, Binding>;
  readonly causes: Cause[];
}
