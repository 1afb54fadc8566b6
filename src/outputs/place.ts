import type { Cell, Field, FinalAccounts } from '../document/schema.js';

/** Where a figure stands and who read it, in columns. */
export const placeOf = ({ page, box: [x0, y0, x1, y1], reader }: Pick<Cell | Field, 'page' | 'box' | 'reader'>) => ({
  page,
  x0,
  y0,
  x1,
  y1,
  reader,
});

/** Whose figures they are, in columns. */
export const accountOf = ({ source, document }: FinalAccounts) => ({
  document: source.fileName,
  department: document.department,
  fiscal_year: document.fiscalYear,
});
