import type { FinalAccounts } from '../document/schema.js';
import type { CorrectionLog } from './log.js';

/** Applies the logs where there are any; a document without corrections pays nothing for them. */
export async function withCorrections(
  document: FinalAccounts,
  logs: readonly CorrectionLog[] | undefined,
): Promise<FinalAccounts> {
  if (logs === undefined || logs.length === 0) return document;
  return (await import('./applyCorrections.js')).applyCorrections(document, logs);
}
