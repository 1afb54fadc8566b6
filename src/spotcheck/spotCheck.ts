import { z } from 'zod';
import { ExtractError } from '../errors.js';

export const SPOT_CHECK_FORMAT = 'juesuan spot-check 1';

const itemSchema = z.strictObject({
  /** Where its document is in the folder, and which bytes it has. */
  document: z.string(),
  sha256: z.string(),
  cell: z.string(),
  page: z.int().min(1),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  label: z.string(),
  stratum: z.string(),
  /** The value that was read; null: blank. */
  read: z.string().nullable(),
  /** What the eye read before the value was shown; undefined where nobody was asked. */
  seen: z.string().max(20_000).optional(),
  verdict: z.enum(['right', 'wrong', 'unclear']).nullable(),
  who: z.string().max(200).nullable(),
  when: z.iso.datetime().nullable(),
});

export const spotCheckSchema = z.strictObject({
  format: z.literal(SPOT_CHECK_FORMAT),
  drawn: z.iso.datetime(),
  seed: z.string(),
  /** Whether a value is hidden until the eye has read the crop. */
  blind: z.boolean(),
  /** How many figures there are of each stratum. */
  population: z.record(z.string(), z.int()),
  items: z.array(itemSchema),
});

/** A sample of figures, and what the eye said of them. */
export type SpotCheck = z.infer<typeof spotCheckSchema>;
export type SpotItem = SpotCheck['items'][number];

export function parseSpotCheck(text: string, path: string): SpotCheck {
  const parsed = spotCheckSchema.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ExtractError(
    'UNREADABLE',
    'a spot-check file',
    `${path}, which does not fit at ${issue.path.join('.')}: ${issue.message}`,
  );
}
