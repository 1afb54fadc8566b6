import type { DialectName } from '../tables/spec.js';

/** 元 with two decimals from 分, exact: NUMERIC in Postgres, the same digits as text in SQLite. */
export const yuan = (dialect: DialectName, fen: string): string =>
  dialect === 'postgres'
    ? `((${fen})::numeric / 100)::numeric(20, 2)`
    : `case when (${fen}) is null then null else printf('%s%d.%02d', case when (${fen}) < 0 then '-' else '' end, abs(${fen}) / 100, abs(${fen}) % 100) end`;

/** A value of one column of the row that is grouped. */
export const ofColumn = (column: string, value: string): string =>
  `max(case when f.column_key = '${column}' then f.${value} end)`;

/** The columns that say whose figures these are; documents as d. */
export const WHOSE = 'd.id as document_id, d.department, d.kind, d.fiscal_year';
export const WHOSE_GROUP = 'd.id, d.department, d.kind, d.fiscal_year';
export const WHOSE_COLUMNS = {
  document_id: 'documents.id',
  department: 'documents.department',
  kind: '部门决算 or 单位决算',
  fiscal_year: 'documents.fiscal_year',
} as const;
