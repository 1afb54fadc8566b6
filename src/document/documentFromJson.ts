import { ExtractError } from '../errors.js';
import { documentSchema, type FinalAccounts } from './schema.js';

/** Whether these are the bytes of a JSON object, and no PDF. */
export function isJson(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  return start
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .startsWith('{');
}

/** The document of a JSON that was extracted before. Errors: UNREADABLE where it does not parse or does not fit the schema. */
export function documentFromJson(written: Uint8Array | string): FinalAccounts {
  let json: unknown;
  try {
    json = JSON.parse(typeof written === 'string' ? written.replace(/^\uFEFF/, '') : new TextDecoder().decode(written));
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
