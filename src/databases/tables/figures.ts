import { documentId, integer, maybe, place, reader, standing, type TableSpec, text, typed, why } from './spec.js';

export const tables: TableSpec = {
  name: 'tables',
  comment: 'The nine 公开表 of a document: always nine rows',
  columns: [
    documentId,
    text('table_key', 'revenue_expenditure_summary ... state_capital'),
    integer('position', 'From 1, in the fixed order of the nine'),
    maybe(text('printed_number', 'As printed, such as 公开07表')),
    maybe(text('title', 'As printed')),
    text('status', 'present, empty, partial, missing or absent'),
    maybe(text('unit', '万元 or 元; null where it is not known')),
    maybe(
      typed('step_fen', 'bigint', '分 in one unit of the last decimal that the table prints: the step of its rounding'),
    ),
    text('pages', 'A JSON list of pages, from 1'),
    text('columns', 'A JSON list of {key, label}: the columns that are printed'),
    text('notes', 'The notes under the table: a JSON list'),
  ],
  primaryKey: ['document_id', 'table_key'],
};

export const facts: TableSpec = {
  name: 'facts',
  comment: 'One amount cell of the nine tables, blank ones included',
  columns: [
    documentId,
    text('table_key', 'tables.table_key'),
    integer('row_no', 'The row of the table, from 0'),
    text('column_key', 'The column: amount, total, basic, project, budget, final ...'),
    text('section', 'revenue or expenditure in the two summary tables, else empty'),
    text('line_no', 'The printed 行次'),
    text('code', '科目编码, joined and, where the column cut it, restored'),
    text('printed_code', '科目编码 as printed'),
    text('name', 'The printed label without white space; the item in three_public'),
    maybe(typed('value', 'decimal', 'The amount as printed, in the unit of its table; null where the cell is blank')),
    maybe(text('unit', '万元 or 元; null where it is not known')),
    maybe(typed('fen', 'bigint', 'The amount in 分, exact; null where it is blank, the unit unknown, or not whole 分')),
    standing,
    ...place('the cell'),
    reader,
    text('raw', 'What is printed, white space aside'),
    why,
    maybe(text('second_reading', 'What the second reader gives; null where it was not asked')),
  ],
  primaryKey: ['document_id', 'table_key', 'row_no', 'column_key'],
  indexes: [
    { columns: ['table_key', 'code', 'column_key'] },
    { columns: ['document_id'], where: "standing = 'disputed'" },
  ],
};

export const narrativeStatements: TableSpec = {
  name: 'narrative_statements',
  comment: 'What the text of the document says in figures',
  columns: [
    documentId,
    integer('position', 'From 0, in document order: narrative/n in checks.cells'),
    text('statement', 'N1 to N12: the kind of statement'),
    text('subject', 'What it is about: a code, an item of 三公, a label'),
    text('measure', 'amount, share, budget, completion, change, change_rate, count ...'),
    typed('value', 'decimal', 'The figure as printed'),
    text('unit', '万元, 元, %, or the counter as printed'),
    maybe(typed('fen', 'bigint', 'The amount in 分, exact; null where the unit is not 万元 or 元')),
    text('sentence', 'The sentence that says it'),
    ...place('the figure'),
    reader,
    standing,
    why,
  ],
  primaryKey: ['document_id', 'position'],
};
