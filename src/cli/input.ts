import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from '../errors.js';

/** The bytes alone, without a copy: a small file stands in memory that others share. */
const asRead = (read: Buffer): Uint8Array =>
  read.byteLength === read.buffer.byteLength ? new Uint8Array(read.buffer) : new Uint8Array(read);

/** The bytes of a file, or of standard input for `-`. Errors: usage where there is no such file. */
export async function readInput(path: string): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (path === '-') {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return { bytes: new Uint8Array(Buffer.concat(chunks)), fileName: 'stdin' };
  }
  try {
    return { bytes: asRead(await readFile(path)), fileName: basename(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UsageError(`${path}: no such file`, { cause: error });
    if (code === 'EISDIR') throw new UsageError(`${path}: expected a file, found a folder`, { cause: error });
    throw new UsageError(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
