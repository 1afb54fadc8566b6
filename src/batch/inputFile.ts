import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

/** An input with the hash of its content. A file over the bound is hashed and not kept: `bytes` is null then. */
export interface InputFile {
  readonly path: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly bytes: Uint8Array | null;
}

/** Reads an input. Errors: those of the file system. */
export async function readInputFile(path: string, maxBytes: number): Promise<InputFile> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  const fileName = basename(path);
  if (size > maxBytes) {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { path, fileName, sha256: hash.digest('hex'), size, bytes: null };
  }
  const bytes = new Uint8Array(await readFile(path));
  return { path, fileName, sha256: hash.update(bytes).digest('hex'), size: bytes.length, bytes };
}
