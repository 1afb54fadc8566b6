import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentSchema, type FinalAccounts } from '../document/schema.js';
import { ExtractError, UsageError } from '../errors.js';
import type { ConvertOptions } from '../convert.js';
import { convertGuarded } from './guard.js';

/** The bytes of a file, or of standard input for `-`. Errors: usage where the file is not there. */
export async function readInput(path: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { bytes: Buffer.concat(chunks), fileName: 'stdin' };
  }
  try {
    return { bytes: await readFile(path), fileName: basename(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new UsageError(code === 'ENOENT' ? `${path}: no such file` : code === 'EISDIR' ? `${path} is a folder, expected a file` : `${path}: ${(error as Error).message}`);
  }
}

/** The document of a PDF (extracted now) or of a JSON that was extracted before. */
export async function readDocument(path: string, options: ConvertOptions): Promise<FinalAccounts> {
  const { bytes, fileName } = await readInput(path);
  const first = String.fromCharCode(...bytes.subarray(0, 64)).trimStart()[0];
  if (first !== '{') return convertGuarded(bytes, fileName, options);
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new ExtractError('UNREADABLE', 'a PDF or a JSON of juesuan', 'a JSON that does not parse', { cause: error });
  }
  const parsed = documentSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new ExtractError('UNREADABLE', 'a JSON of juesuan', `one that does not fit the schema at ${issue.path.join('.') || 'its root'}: ${issue.message}`);
  }
  return parsed.data;
}
