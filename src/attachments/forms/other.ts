import type { AttachmentForm } from '../form.js';
import { overall } from './overall.js';
import { project } from './project.js';

/** Any other self-evaluation table, by the words that all of them share. */
export const other: AttachmentForm = {
  ...project,
  key: 'other',
  titles: [],
  signature: [],
  labels: [...project.labels, ...overall.labels],
};
