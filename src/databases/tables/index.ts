import { attachmentFields, attachments } from './attachments.js';
import { documents, otherTables, parts } from './documents.js';
import { facts, narrativeStatements, tables } from './figures.js';
import type { TableSpec } from './spec.js';
import { checks, corrections, findings } from './verdicts.js';

/** The tables that one extraction fills: all of their rows are replaced together. */
export const EXTRACTED: readonly TableSpec[] = [
  parts,
  tables,
  otherTables,
  facts,
  attachments,
  attachmentFields,
  narrativeStatements,
  checks,
  findings,
];

export const TABLES: readonly TableSpec[] = [documents, ...EXTRACTED, corrections];
