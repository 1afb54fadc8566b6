import { FUNDING_FIELDS, HEADER_FIELDS, INDICATOR_FIELDS, TASK_FIELDS } from '../../document/keys.js';
import type { ViewSpec } from '../tables/spec.js';

/** One line a row of a self-evaluation form, its fields as columns. */
const rowsOf = (name: string, group: string, fields: readonly string[], comment: string): ViewSpec => ({
  name,
  comment: `${comment}; each field with its place and standing: attachment_fields`,
  columns: {
    document_id: 'documents.id',
    attachment: 'attachments.attachment',
    row_no: 'The row, from 1; 0 in the header',
    ...Object.fromEntries(fields.map((f) => [f, 'As printed, without white space'])),
    disputed: 'How many fields of the row are disputed',
    page: 'The page where the row starts',
  },
  select: () => `
    select x.document_id, x.attachment, x.row_no,
      ${fields.map((f) => `max(case when x.field = '${f}' then x.value end) as ${f}`).join(',\n      ')},
      count(case when x.standing = 'disputed' then 1 end) as disputed,
      min(x.page) as page
    from attachment_fields x
    where x.field_group = '${group}'
    group by x.document_id, x.attachment, x.row_no`,
});

export const attachmentViews: readonly ViewSpec[] = [
  rowsOf('indicators', 'indicator', INDICATOR_FIELDS, '绩效指标 of the self-evaluation forms'),
  rowsOf('tasks', 'task', TASK_FIELDS, '年度主要任务 of the self-evaluation forms'),
  rowsOf('funding', 'funding', FUNDING_FIELDS, '项目资金 of the self-evaluation forms'),
  rowsOf('attachment_headers', 'header', HEADER_FIELDS, 'The heads and totals of the self-evaluation forms'),
];
