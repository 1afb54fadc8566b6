import { documentId, integer, maybe, type TableSpec, text, typed } from './spec.js';

export const documents: TableSpec = {
  name: 'documents',
  comment: 'One published PDF (by its bytes), as the newest extraction reads it',
  columns: [
    typed('id', 'id', 'Number of the document in this database; it stays when a newer extraction replaces the rows'),
    text('sha256', 'Hash of the bytes of the PDF'),
    text('department', 'Who publishes it, as the cover says'),
    text('kind', '部门决算 (a department with its units) or 单位决算 (one unit)'),
    maybe(integer('fiscal_year', 'The year of the accounts; null where it cannot be told')),
    integer('revision', 'From 1: which publication of the same department, kind and year, in the order of loading'),
    text('title', 'The title on the cover'),
    text('file_name', 'The name of the file that was loaded first'),
    integer('bytes', 'Size of the PDF'),
    integer('page_count', 'Pages of the PDF'),
    text('producer', 'The program that made the PDF, as it says itself'),
    text('reading', 'text, ocr or mixed'),
    text('second_reading', 'When pages were read again: auto, all or none'),
    text('pages_without_text', 'Pages without a text layer that can be trusted: a JSON list'),
    text('schema_version', 'Version of the JSON document that was loaded'),
    text('extractor_version', 'Version of juesuan that read the PDF'),
    text('content_sha256', 'Hash of all rows of the document: the same content loaded again changes nothing'),
    typed('loaded_at', 'time', 'When these rows were written'),
  ],
  primaryKey: ['id'],
  unique: [['sha256'], ['department', 'kind', 'fiscal_year', 'revision']],
};

export const parts: TableSpec = {
  name: 'parts',
  comment: "The parts of the document in the document's own order",
  columns: [
    documentId,
    integer('position', 'From 1'),
    text('kind', 'overview, tables, narrative, glossary or attachments'),
    text('title', 'As printed'),
    text('pages', 'A JSON list of pages, from 1'),
  ],
  primaryKey: ['document_id', 'position'],
};

export const otherTables: TableSpec = {
  name: 'other_tables',
  comment: 'Printed 公开表 beyond the nine: named, not read',
  columns: [
    documentId,
    integer('position', 'From 1'),
    text('title', 'As printed'),
    text('pages', 'A JSON list of pages, from 1'),
  ],
  primaryKey: ['document_id', 'position'],
};
