import { spawn } from 'node:child_process';

/**
 * glibc raises these bounds by itself when large blocks are freed, and then keeps what threads let go: a batch grows by a third
 * of its memory over its first hundred documents, none of it in use (docs/batch.md). Fixed bounds give it back. They are read
 * before the first line of a program runs, so a process can set them for a child only.
 */
const MALLOC = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };
const PARENT = 'JUESUAN_PARENT';

/** Whether the command gains from `inFreshProcess`: not where somebody has set the bounds, as the second process finds them. */
export function wantsFreshProcess(command: string | undefined, platform: string = process.platform): boolean {
  return command === 'batch' && platform === 'linux' && !Object.keys(MALLOC).some((name) => name in process.env);
}

/** Runs this very command line in a process with the bounds above and gives its exit status; it gets the same signals and streams. */
export function inFreshProcess(): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    env: { ...process.env, ...MALLOC, [PARENT]: String(process.pid) },
    // The channel carries nothing: its end tells the child that this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => {
      if (signal === null) return resolve(status!);
      // Who waits for this process is told the same end.
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    });
  });
}

/** In the process that `inFreshProcess` began: ends with its parent. A folder must not stay locked by what nobody sees. */
export function endWithParent(): void {
  if (process.env[PARENT] !== String(process.ppid)) return;
  delete process.env[PARENT];
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // To wait for that is no reason to stay.
  process.channel?.unref();
}
