import { documentId, integer, maybe, place, type TableSpec, text, typed } from './spec.js';

export const checks: TableSpec = {
  name: 'checks',
  comment: 'The identities that were tried, each with its outcome',
  columns: [
    documentId,
    integer('position', 'From 0, in document order'),
    text('check_id', 'The id of the identity in its document'),
    text('rule', 'A1, B2 ...: docs/checks.md'),
    text('outcome', 'holds, rounding, fails or not-checkable'),
    maybe(typed('expected', 'decimal', 'What the identity asks for')),
    maybe(typed('actual', 'decimal', 'What is printed')),
    maybe(typed('difference', 'decimal', 'actual - expected')),
    maybe(typed('tolerance', 'decimal', 'The largest difference that rounding can make')),
    text('cells', 'The cells that take part: a JSON list of table/row/column'),
    text('why', 'The identity in words, or why it could not be tried'),
  ],
  primaryKey: ['document_id', 'position'],
  indexes: [{ columns: ['rule', 'outcome'] }],
};

export const findings: TableSpec = {
  name: 'findings',
  comment: 'What is the matter with a document, each cause once',
  columns: [
    documentId,
    integer('position', 'From 0, in document order'),
    text('rule', 'What kind of finding'),
    text('severity', 'info, warning or error'),
    text('message', 'One sentence'),
    ...place('the finding').map(maybe),
    maybe(text('table_key', 'tables.table_key')),
    maybe(integer('attachment', 'attachments.attachment')),
    maybe(text('cell', 'table/row/column')),
    maybe(text('expected', 'What was expected')),
    maybe(text('actual', 'What was found')),
  ],
  primaryKey: ['document_id', 'position'],
  indexes: [{ columns: ['rule', 'severity'] }],
};

export const corrections: TableSpec = {
  name: 'corrections',
  comment:
    'What a person found on the page instead of what was read. It outlives newer extractions; facts stay as read',
  columns: [
    typed('id', 'id', 'Number of the correction'),
    documentId,
    text('cell', 'table/row/column, or attachment/n/group/row/field'),
    maybe(text('old_value', 'What had been read; a correction is stale where the fact says something else by now')),
    maybe(text('new_value', 'What stands on the page; null for a blank')),
    text('corrected_by', 'Who'),
    typed('corrected_at', 'time', 'When'),
    text('reason', 'Why'),
  ],
  primaryKey: ['id'],
  indexes: [{ columns: ['document_id', 'cell'] }],
};
