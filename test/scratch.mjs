import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// What tests write goes into one folder, which goes when they end. Others may enter it: Postgres never runs as root.
export default function makeScratch() {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-tests-'));
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
}
