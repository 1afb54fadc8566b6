/** Tries every identity of the nine tables: tables → checks, what they say of each cell, and the causes of failures. */
import type { Table } from '../document/schema.js';
import { bind } from './bindings.js';
import { findCauses } from './causes/findCauses.js';
import { evaluateRules } from './evaluate.js';
import { buildLedger, type Ledger, type NarrativeAnchors } from './ledger.js';
import type { CheckResult } from './result.js';
import { RULES } from './rules/index.js';

export function checkTables(tables: readonly Table[], narrative: NarrativeAnchors): CheckResult {
  return checkLedger(buildLedger(tables, narrative));
}

/** The same for tables whose amounts are read already. */
export function checkLedger(ledger: Ledger): CheckResult {
  const { checks, tried } = evaluateRules(RULES, ledger);
  const causes = findCauses(tried, ledger);
  return { checks: [...checks], bindings: bind(tried, causes, ledger), causes: causes.map(({ cause }) => cause) };
}
