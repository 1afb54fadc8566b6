import { z } from 'zod';
import { digestSchema } from '../outputs/digest.js';

/** What a result depends on besides the bytes: the version and the options, bounds aside. */
export const settingsSchema = z.looseObject({ juesuan: z.string() });
export type Settings = z.infer<typeof settingsSchema>;

/** One line of the manifest: what became of one input. It holds no times, so that equal runs give equal manifests. */
export const recordSchema = z.strictObject({
  path: z.string().meta({ description: 'The input as it was named, normalised' }),
  sha256: z.string().nullable().meta({ description: 'null where the file could not be opened' }),
  bytes: z.int().nullable(),
  settings: settingsSchema,
  status: z.enum(['done', 'declined', 'failed']).meta({
    description: 'declined: readable and no 部门/单位决算; failed: it could not be read',
  }),
  duplicateOf: z.string().nullable().meta({ description: 'The input of the same bytes whose result this one shares' }),
  output: z.string().nullable().meta({ description: 'The JSON, from the folder of the manifest' }),
  outputBytes: z.int().nullable(),
  code: z.enum(['UNREADABLE', 'ENCRYPTED', 'LIMIT', 'NOT_FINAL_ACCOUNTS']).nullable(),
  expected: z.string().nullable(),
  found: z.string().nullable(),
  limits: z.record(z.string(), z.number()).nullable().meta({ description: 'The bounds, where LIMIT was met' }),
  corrections: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'Hash of the corrections files that the result was made with; null where there was none' }),
  digest: digestSchema.nullable().meta({ description: 'The document in numbers; null for duplicates' }),
});

export type Record = z.infer<typeof recordSchema>;
export type Status = Record['status'];
