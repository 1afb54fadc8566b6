/**
 * The document that juesuan puts out. This file is the one source of its types; schemas/document.schema.json is made
 * from it. Amounts are exact decimal strings as published, a blank is null; boxes are [x0, y0, x1, y1] in points from the
 * top left of the page as displayed, or in lines and columns of a text (source.coordinates); pages count from 1.
 */
import { z } from 'zod';
import { FUNDING_FIELDS, HEADER_FIELDS, INDICATOR_FIELDS, TABLE_KEYS, TASK_FIELDS } from './keys.js';

export * from './keys.js';

export const SCHEMA_VERSION = '1.0';

const box = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: 'x0, y0, x1, y1 in source.coordinates' });
const page = z.int().min(1).meta({ description: 'Counted from 1 in the file' });
/** An exact decimal number: sign, digits, decimals as printed. */
const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const standingSchema = z.enum(['confirmed', 'unconfirmed', 'disputed']).meta({
  description:
    'confirmed: an identity with figures printed elsewhere holds, or two readers agree. disputed: an identity fails beyond rounding, readers differ, or its place is in doubt. unconfirmed: neither',
});
export const readerSchema = z
  .enum(['pdfium', 'pdfjs', 'pdfium+pdfjs', 'ppocr', 'tesseract', 'ppocr+tesseract', 'text'])
  .meta({ description: 'Who read it: one reader, or two that gave the same' });

/**
 * What a person says of a figure after a look at the page. It stands beside what was read and never in its place: value, raw and
 * standing are those of the reading.
 */
const reviewed = {
  correction: z
    .strictObject({
      value: z.string().nullable().meta({ description: 'What it should be; null: the cell should be blank' }),
      printed: z.string().nullable().meta({ description: 'The value that had been read when it was corrected' }),
      who: z.string(),
      when: z.iso.datetime(),
      why: z.string(),
    })
    .optional()
    .meta({ description: 'A correction by a person; absent where there is none' }),
  accepted: z
    .strictObject({ who: z.string(), when: z.iso.datetime(), why: z.string() })
    .optional()
    .meta({ description: 'A person read the same on the page; absent where nobody said so' }),
};

export const cellSchema = z.strictObject({
  value: amount
    .nullable()
    .meta({ description: 'The amount as printed, separators and stray spaces removed; null if blank' }),
  raw: z.string().meta({ description: 'What is printed, white space aside' }),
  page,
  box,
  reader: readerSchema,
  standing: standingSchema,
  why: z.array(z.string()).meta({ description: 'The reasons for the standing' }),
  checks: z.array(z.string()).meta({ description: 'ids of the identities that bind this cell' }),
  secondReading: z.string().nullable().meta({ description: 'What the second reader gives; null if it was not asked' }),
  ...reviewed,
});

export const rowSchema = z.strictObject({
  section: z
    .enum(['', 'revenue', 'expenditure'])
    .meta({ description: 'The half of a summary table that the row stands in; empty in the others' }),
  lineNo: z.string().meta({ description: 'The printed 行次' }),
  code: z.string().regex(/^\d*$/).meta({ description: '科目编码, joined and, where the column cut it, restored' }),
  printedCode: z.string().meta({ description: 'The digits of the code as they are printed' }),
  name: z.string().meta({ description: 'The name as printed, wrapped lines joined' }),
  page,
  box,
  cells: z.record(z.string(), cellSchema).meta({ description: 'By the key of the column, blank ones too' }),
});

export const tableSchema = z.strictObject({
  key: z.enum(TABLE_KEYS).meta({ description: 'Which of the nine 公开表: docs/glossary.md' }),
  printedNumber: z.string().nullable().meta({ description: 'Such as 公开01表' }),
  title: z.string().nullable().meta({ description: 'As printed over the table' }),
  status: z.enum(['present', 'empty', 'partial', 'missing', 'absent']).meta({
    description:
      'empty: printed without a figure. partial: something is lost or in doubt, a finding says what. missing: announced and not there. absent: neither announced nor there',
  }),
  unit: z
    .enum(['万元', '元'])
    .nullable()
    .meta({ description: 'Null where none is printed: nothing is confirmed then' }),
  pages: z.array(page),
  columns: z
    .array(z.strictObject({ key: z.string(), label: z.string().meta({ description: 'The heads as printed' }) }))
    .meta({ description: 'The columns that are there, from the left' }),
  rows: z.array(rowSchema).meta({ description: 'As printed, from above; totals too' }),
  notes: z.array(z.string()).meta({ description: 'Notes printed under the table' }),
});

export const ATTACHMENT_FORMS = ['overall_self_evaluation', 'project_self_evaluation', 'other'] as const;
/** A value of a self-evaluation form, with the same place and standing as an amount; texts are values too. */
export const fieldSchema = z.strictObject({
  value: z.string().nullable().meta({ description: 'As printed, without white space; null if blank' }),
  page,
  box,
  reader: readerSchema,
  standing: standingSchema,
  why: z.array(z.string()).meta({ description: 'The reasons for the standing' }),
  checks: z.array(z.string()).meta({ description: 'ids of the identities that bind it' }),
  secondReading: z.string().nullable().meta({ description: 'What the second reader gives; null if it was not asked' }),
  ...reviewed,
});

const formRow = <K extends string>(keys: readonly [K, ...K[]]) =>
  z.strictObject({ page, box, cells: z.partialRecord(z.enum(keys), fieldSchema) });

/** One 绩效自评表. Fields that its form does not print are left out. */
export const attachmentSchema = z.strictObject({
  form: z.enum(ATTACHMENT_FORMS).meta({ description: 'other: read by its head words and labels alone' }),
  title: z.string().nullable(),
  status: z
    .enum(['present', 'partial'])
    .meta({ description: 'partial: its first or last page or some of its rows are lost' }),
  pages: z.array(page),
  header: z
    .partialRecord(z.enum(HEADER_FIELDS), fieldSchema)
    .meta({ description: 'What stands once in a form, its totals too; fields that are not printed are left out' }),
  tasks: z.array(formRow(TASK_FIELDS)).meta({ description: '年度主要任务' }),
  funding: z.array(formRow(FUNDING_FIELDS)).meta({ description: '项目资金' }),
  indicators: z
    .array(formRow(INDICATOR_FIELDS))
    .meta({ description: '绩效指标, a row for each 三级指标; merged levels stand in each of their rows' }),
});

/** One figure of the text, with the sentence that says it. */
export const statementSchema = z.strictObject({
  statement: z.enum(['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10', 'N11', 'N12']).meta({
    description: 'The kind of statement: docs/glossary.md',
  }),
  subject: z.string().meta({
    description:
      'What it is about: a code, an item of 三公, a row of the forms by its key, or the printed words: docs/glossary.md',
  }),
  measure: z.string().meta({
    description:
      'amount, budget, share, completion, increase, decrease (and _rate, _on_budget, _on_earlier), count, persons, ...: docs/glossary.md',
  }),
  value: amount.meta({ description: 'As printed; the direction of a change stands in its measure' }),
  unit: z.string().meta({
    description:
      '万元, 元, %, or the counter as printed: 个, 批次, 人次, 辆 ...; empty where none stands behind the figure',
  }),
  sentence: z.string().meta({ description: 'The sentence as printed, whole over lines and pages' }),
  page,
  box,
  reader: readerSchema,
  standing: standingSchema,
  why: z.array(z.string()).meta({ description: 'The reasons for the standing' }),
  checks: z.array(z.string()).meta({ description: 'ids of the identities that bind it' }),
  ...reviewed,
});

export const checkSchema = z.strictObject({
  id: z.string().meta({ description: 'The rule and where it was tried' }),
  rule: z.string().meta({ description: 'docs/checks.md' }),
  outcome: z
    .enum(['holds', 'rounding', 'fails', 'not-checkable'])
    .meta({ description: 'rounding: off by no more than the tolerance' }),
  expected: amount.nullable().meta({ description: 'What the other figures give' }),
  actual: amount.nullable().meta({ description: 'What is printed' }),
  difference: amount.nullable(),
  tolerance: amount.nullable().meta({ description: 'What rounding of the printed figures can explain' }),
  cells: z.array(z.string()).meta({
    description:
      'table/row/column of every cell that takes part, rows from 0; attachment/n/group/row/field (all from 1, header row 0); narrative/n, from 0',
  }),
  why: z.string().meta({ description: 'What was added up, or why it could not be tried' }),
});

export const placeSchema = z.strictObject({
  page: page.nullable(),
  box: box.nullable(),
  table: z.enum(TABLE_KEYS).nullable(),
  attachment: z.int().min(1).nullable().meta({ description: 'Which self-evaluation form, from 1 in document order' }),
  cell: z.string().nullable().meta({ description: 'As in the cells of a check' }),
});

export const findingSchema = z.strictObject({
  rule: z.string().meta({ description: 'The identity that fails, or what else is the matter: docs/checks.md' }),
  severity: z
    .enum(['info', 'warning', 'error'])
    .meta({ description: 'error: figures are lost or disputed. warning: look at it. info: done, and told' }),
  message: z.string().meta({ description: 'One sentence in English, what is quoted from the page in Chinese' }),
  place: placeSchema,
  expected: z.string().nullable(),
  actual: z.string().nullable(),
});

export const documentSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  generator: z.strictObject({ name: z.literal('juesuan'), version: z.string() }),
  source: z.strictObject({
    fileName: z.string(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Of the bytes that were read' }),
    bytes: z.int(),
    pageCount: z.int(),
    producer: z.string().meta({ description: 'The program that made the PDF, as the PDF says' }),
    reading: z
      .enum(['text', 'ocr', 'mixed'])
      .meta({ description: 'From text layers, from pictures of the pages, or some pages so and some so' }),
    coordinates: z.enum(['points', 'lines']).meta({
      description:
        'What boxes count in. points: of a PDF page, from its top left. lines: of a text file, where x0 and x1 are the columns of the first and last character, y0 and y1 the first and last line, all from 1; its pages are what lies between form feeds, or its parts',
    }),
    secondReading: z.enum(['auto', 'all', 'none']).meta({ description: 'What was asked' }),
    pagesWithoutText: z.array(page).meta({ description: 'Pages whose text layer is absent or not to be trusted' }),
  }),
  document: z.strictObject({
    kind: z.enum(['部门决算', '单位决算']),
    title: z.string().meta({ description: 'As printed on the cover or over the first page' }),
    department: z.string().meta({ description: 'The name of the department or unit; empty where it is not found' }),
    fiscalYear: z.int().nullable().meta({ description: 'The year of the accounts, not that of their publication' }),
  }),
  parts: z.array(
    z.strictObject({
      kind: z.enum(['overview', 'tables', 'narrative', 'glossary', 'attachments']),
      title: z.string(),
      pages: z.array(page),
    }),
  ),
  tables: z.array(tableSchema).length(9),
  otherTables: z
    .array(z.strictObject({ title: z.string(), pages: z.array(page) }))
    .meta({ description: 'Tables with a title of the kind that are none of the nine' }),
  attachments: z.array(attachmentSchema),
  narrative: z.array(statementSchema),
  checks: z.array(checkSchema),
  findings: z.array(findingSchema),
});

export type TableKey = (typeof TABLE_KEYS)[number];
export type Standing = z.infer<typeof standingSchema>;
export type Cell = z.infer<typeof cellSchema>;
export type Row = z.infer<typeof rowSchema>;
export type Table = z.infer<typeof tableSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type FinalAccounts = z.infer<typeof documentSchema>;
