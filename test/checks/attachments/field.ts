import type { Attachment, Field } from '../../../src/document/schema.js';

/** A form of fields that are nowhere in particular. */
export const field = (value: string): Field => ({
  value: value === '' ? null : value,
  page: 1,
  box: [0, 0, 1, 1],
  reader: 'pdfium',
  standing: 'unconfirmed',
  why: [],
  checks: [],
  secondReading: null,
});
const cells = (of: Record<string, string>) => Object.fromEntries(Object.entries(of).map(([k, v]) => [k, field(v)]));
const row = (of: Record<string, string>) => ({ page: 1, box: [0, 0, 1, 1] as Field['box'], cells: cells(of) });

export const form = (over: {
  form?: Attachment['form'];
  header?: Record<string, string>;
  tasks?: Record<string, string>[];
  funding?: Record<string, string>[];
  indicators?: Record<string, string>[];
  status?: 'present' | 'partial';
}): Attachment => ({
  form: over.form ?? 'project_self_evaluation',
  title: null,
  status: over.status ?? 'present',
  pages: [1],
  header: cells(over.header ?? {}),
  tasks: (over.tasks ?? []).map(row),
  funding: (over.funding ?? []).map(row),
  indicators: (over.indicators ?? []).map(row),
});
