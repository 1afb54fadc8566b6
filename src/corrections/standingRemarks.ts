import type { CorrectionLog, Remark } from './log.js';

/** The entries that stand: neither undone nor an undo. */
export function standingRemarks(log: Pick<CorrectionLog, 'entries'>): Remark[] {
  const undone = new Set(log.entries.flatMap((e) => (e.action === 'undo' ? [e.undoes] : [])));
  return log.entries.filter((e): e is Remark => e.action !== 'undo' && !undone.has(e.id));
}
