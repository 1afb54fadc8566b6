import type { FinalAccounts } from '../document/schema.js';
import { placeOf } from './place.js';

/** The columns of the attachment facts, in their order. */
export const ATTACHMENT_FACT_COLUMNS = [
  'document',
  'attachment',
  'form',
  'group',
  'row',
  'field',
  'value',
  'standing',
  'page',
  'x0',
  'y0',
  'x1',
  'y1',
  'reader',
] as const;

/** One field of a self-evaluation form. `row` is 0 for the header, else from 1 within its group. */
export type AttachmentFact = Readonly<Record<(typeof ATTACHMENT_FACT_COLUMNS)[number], string | number | null>>;

/** Every field of every form in document order, blank ones included. `verifiedOnly` leaves out what is not confirmed. */
export function* attachmentFactsOf(
  document: FinalAccounts,
  options: { readonly verifiedOnly?: boolean } = {},
): Generator<AttachmentFact> {
  for (const [i, attachment] of document.attachments.entries()) {
    const base = { document: document.source.fileName, attachment: i + 1, form: attachment.form };
    const groups = [
      ['header', 0, [{ cells: attachment.header }]],
      ['task', 1, attachment.tasks],
      ['funding', 1, attachment.funding],
      ['indicator', 1, attachment.indicators],
    ] as const;
    for (const [group, first, rows] of groups) {
      for (const [r, row] of rows.entries()) {
        for (const [name, field] of Object.entries(row.cells)) {
          if (options.verifiedOnly && field.standing !== 'confirmed') continue;
          yield {
            ...base,
            group,
            row: r + first,
            field: name,
            value: field.value,
            standing: field.standing,
            ...placeOf(field),
          };
        }
      }
    }
  }
}
