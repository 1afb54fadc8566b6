import { z } from 'zod';
import { UsageError } from '../errors.js';

export const LOG_FORMAT = 'juesuan corrections 1';

/** Which figure an entry is about: its id in the reading it was made on, and its place on the page, which outlives the id. */
const targetSchema = z.strictObject({
  cell: z.string().max(200),
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Table, row and column for a person. */
  label: z.string().max(2000),
});

const common = {
  id: z.int().min(1),
  who: z.string().min(1).max(200),
  when: z.iso.datetime(),
  why: z.string().max(4000),
};
/** The value that stood in the reading when the entry was made; null: blank. */
const read = z.string().max(20_000).nullable();

const entrySchema = z.discriminatedUnion('action', [
  z.strictObject({
    ...common,
    action: z.literal('correct'),
    target: targetSchema,
    read,
    value: z.string().max(20_000).nullable(),
  }),
  z.strictObject({ ...common, action: z.literal('accept'), target: targetSchema, read }),
  z.strictObject({ ...common, action: z.literal('comment'), target: targetSchema, read }),
  z.strictObject({ ...common, action: z.literal('undo'), undoes: z.int().min(1) }),
]);

export const logSchema = z.strictObject({
  format: z.literal(LOG_FORMAT),
  source: z.strictObject({ fileName: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  entries: z.array(entrySchema),
});

/**
 * What people said of the figures of one file, in the order they said it. Entries are only ever added: an undo is an entry, too,
 * so the file is its own history.
 */
export type CorrectionLog = z.infer<typeof logSchema>;
export type LogEntry = CorrectionLog['entries'][number];
/** An entry that says something of a figure. */
export type Remark = Exclude<LogEntry, { readonly action: 'undo' }>;

export const emptyLog = (fileName: string, sha256: string): CorrectionLog => ({
  format: LOG_FORMAT,
  source: { fileName, sha256 },
  entries: [],
});

/** Errors: usage, where the text is no corrections file: what a person wrote is never passed over in silence. */
export function parseLog(text: string, path: string): CorrectionLog {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path}: expected a corrections file, found a JSON that does not parse`, { cause: error });
  }
  const parsed = logSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new UsageError(`${path}: not a corrections file at ${issue.path.join('.') || 'its root'}: ${issue.message}`);
}

export const logToJson = (log: CorrectionLog): string => `${JSON.stringify(log, null, 2)}\n`;
