import { rmSync } from 'node:fs';
import { basename } from 'node:path';

/** A process that a test left behind may still write for a moment. */
export default function removeScratch() {
  const folder = process.env.TMPDIR ?? '';
  if (!basename(folder).startsWith('juesuan-tests-'))
    throw new Error(`expected the folder of the tests in TMPDIR, found ${folder}`);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
