import { documents } from '../tables/documents.js';
import type { ViewSpec } from '../tables/spec.js';

/** Which documents the other views use: the last revision of every department, kind and year. */
export const latestDocuments: ViewSpec = {
  name: 'latest_documents',
  comment: 'The last revision of every department, kind and year; a document without a year stands for itself',
  columns: Object.fromEntries(documents.columns.map((c) => [c.name, c.comment])),
  select: () => `
    select ${documents.columns.map((c) => `d.${c.name}`).join(', ')}
    from documents d
    where not exists (
      select 1 from documents n
      where n.department = d.department and n.kind = d.kind and n.fiscal_year = d.fiscal_year and n.revision > d.revision
    )`,
};
