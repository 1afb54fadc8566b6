import { columnLabel } from './columnLabel.js';
import type { FinalAccounts } from './schema.js';
import type { Sheet, SheetRow } from './sheets.js';

/** A figure for a person: table, row and column. */
export const figureName = (document: FinalAccounts, sheet: Sheet, row: SheetRow, column: string): string =>
  [sheet.title, row.label, columnLabel(document, sheet, column)].filter((t) => t !== '').join(' · ');
