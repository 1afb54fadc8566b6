import type { AttachmentForm } from '../form.js';
import { other } from './other.js';
import { overall } from './overall.js';
import { project } from './project.js';

/** Every kind of form; the first that fits wins, `other` fits always. */
export const ATTACHMENT_KINDS: readonly AttachmentForm[] = [overall, project, other];
export { other };
