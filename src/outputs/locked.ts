import { open, rm, stat } from 'node:fs/promises';

/** A lock that is older than this was left by a process that died, in milliseconds. */
const STALE = 10_000;
const TRIES = 200;
const WAIT = 25;

/** Runs `work` while a lock file stands beside `path`. */
export async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = `${path}.lock`;
  for (let tries = 0; ; tries++) {
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries >= TRIES) throw error;
      const age = Date.now() - ((await stat(lock).catch(() => null))?.mtimeMs ?? Date.now());
      if (age > STALE) await rm(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, WAIT));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}
