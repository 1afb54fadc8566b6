import { documentId, integer, maybe, place, reader, standing, type TableSpec, text, why } from './spec.js';

export const attachments: TableSpec = {
  name: 'attachments',
  comment: 'One 绩效自评表 (self-evaluation form)',
  columns: [
    documentId,
    integer('attachment', 'From 1, in document order'),
    text('form', 'overall_self_evaluation, project_self_evaluation or other'),
    maybe(text('title', 'As printed')),
    text('status', 'present or partial (its first or last page or some of its rows are lost)'),
    text('pages', 'A JSON list of pages, from 1'),
  ],
  primaryKey: ['document_id', 'attachment'],
};

export const attachmentFields: TableSpec = {
  name: 'attachment_fields',
  comment:
    'One field of a self-evaluation form; the views indicators, tasks, funding and attachment_headers show them as rows',
  columns: [
    documentId,
    integer('attachment', 'attachments.attachment'),
    text('field_group', 'header, task, funding or indicator'),
    integer('row_no', 'The row of the group, from 1; 0 in the header'),
    text('field', 'level1, target, actual, score ...'),
    maybe(text('value', 'As printed, without white space; null where it is blank')),
    ...place('the field'),
    reader,
    standing,
    why,
    maybe(text('second_reading', 'What the second reader gives; null where it was not asked')),
  ],
  primaryKey: ['document_id', 'attachment', 'field_group', 'row_no', 'field'],
};
