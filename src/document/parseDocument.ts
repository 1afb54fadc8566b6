import { ExtractError } from '../errors.js';
import { documentSchema, type FinalAccounts } from './schema.js';

/** The document that a JSON holds. Errors: UNREADABLE where it does not parse or does not fit the schema. */
export function parseDocument(text: string): FinalAccounts {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ExtractError('UNREADABLE', 'a PDF or a JSON of juesuan', 'a JSON that does not parse', { cause: error });
  }
  const parsed = documentSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ExtractError(
    'UNREADABLE',
    'a JSON of juesuan',
    `one that does not fit the schema at ${issue.path.join('.') || 'its root'}: ${issue.message}`,
  );
}
