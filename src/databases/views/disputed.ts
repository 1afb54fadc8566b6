import type { ViewSpec } from '../tables/spec.js';

const among = (table: string, condition: string): string =>
  `(select count(*) from ${table} x where x.document_id = d.id and ${condition})`;

export const documentsWithDisputedFigures: ViewSpec = {
  name: 'documents_with_disputed_figures',
  comment: 'Documents of which a figure of the nine tables is disputed, older revisions included',
  columns: {
    document_id: 'documents.id',
    department: 'documents.department',
    kind: '部门决算 or 单位决算',
    fiscal_year: 'documents.fiscal_year',
    revision: 'documents.revision',
    file_name: 'documents.file_name',
    disputed: 'Amount cells that are disputed, blank ones included',
    figures: 'Amounts that are printed',
    confirmed: 'Amounts that are confirmed',
    errors: 'Findings of severity error',
    warnings: 'Findings of severity warning',
  },
  select: () => `
    select d.id as document_id, d.department, d.kind, d.fiscal_year, d.revision, d.file_name,
      ${among('facts', "x.standing = 'disputed'")} as disputed,
      ${among('facts', 'x.value is not null')} as figures,
      ${among('facts', "x.value is not null and x.standing = 'confirmed'")} as confirmed,
      ${among('findings', "x.severity = 'error'")} as errors,
      ${among('findings', "x.severity = 'warning'")} as warnings
    from documents d
    where exists (select 1 from facts x where x.document_id = d.id and x.standing = 'disputed')`,
};
