import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../outputs/write.js';
import type { AllowedHosts } from './addresses/hosts.js';
import { S3 } from './addresses/s3.js';

/** Where the JSON of a document goes beside the database: a name for each content, written whole. */
export interface Sink {
  has(sha256: string): Promise<boolean>;
  write(sha256: string, text: string): Promise<void>;
}

/** A folder, or `s3://bucket/prefix`. Errors: usage. */
export async function openSink(target: string, allowed: AllowedHosts): Promise<Sink> {
  const name = (sha256: string): string => `${sha256}.json`;
  if (!target.startsWith('s3://')) {
    return {
      has: (sha256) =>
        stat(join(target, name(sha256))).then(
          () => true,
          () => false,
        ),
      write: (sha256, text) => writeWhole(join(target, name(sha256)), text),
    };
  }
  const s3 = await S3.open(allowed);
  const prefix = target.replace(/\/?$/, '/');
  return {
    has: (sha256) => s3.has(prefix + name(sha256)),
    write: (sha256, text) => s3.put(prefix + name(sha256), text),
  };
}
