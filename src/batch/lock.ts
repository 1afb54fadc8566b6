import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../errors.js';

/** Milliseconds in which a process that was killed is gone; and how often it is looked for. */
const GOING = 1000;
const LOOKS = 10;

/**
 * Keeps a second batch out of a folder; gives the function that lets go. A lock whose process is no more is taken over.
 * Errors: usage where another batch is at work there.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, '.lock');
  const own = `${process.pid} ${hostname()}\n`;
  for (let tries = 0; tries <= LOOKS; tries++) {
    try {
      await writeFile(path, own, { flag: 'wx' });
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await readFile(path, 'utf8').catch(() => '');
    const [pid, host] = holder.trim().split(' ');
    if (host === undefined || (host === hostname() && !isAlive(Number(pid)))) await rm(path, { force: true });
    else if (tries < LOOKS) await sleep(GOING / LOOKS);
    else throw new UsageError(`${folder} is in use by process ${pid} on ${host}; if it is not, remove ${path}`);
  }
  throw new UsageError(`${path}: another batch took it`);
}

/** Whether a process of this machine is there: one that has ended and waits for its parent to look (Linux: Z) is not. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return true;
  }
}
