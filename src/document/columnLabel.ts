import type { FinalAccounts } from './schema.js';
import type { Sheet } from './sheets.js';

/** What a column is called on the page, or its key where it has no head of its own. */
export function columnLabel(document: FinalAccounts, sheet: Sheet, column: string): string {
  if (sheet.kind === 'narrative') return '';
  const table = document.tables.find((t) => t.key === sheet.id);
  return table?.columns.find((c) => c.key === column)?.label || column;
}
