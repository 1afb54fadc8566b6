import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../files.js';

const main = fromRoot('dist/cli/main.js');

export interface Running {
  readonly process: ChildProcess;
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** What it said on standard error. */
  said(): string;
}

/** The built command in a process of its own. */
export function start(args: readonly string[], env: Record<string, string> = {}): Running {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  child.stdout!.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  return { process: child, ended, said: () => said };
}

/** Runs a command to its end. */
export async function run(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ status: number | string; said: string }> {
  const running = start(args, env);
  return { status: await running.ended, said: running.said() };
}

/** The same account as so many files of different bytes: what follows the end of a PDF does not count. */
export function copies(folder: string, n: number): string[] {
  const bytes = readFileSync(fromRoot('samples/lanting-2024.pdf'));
  return Array.from({ length: n }, (_, i) => {
    const file = join(folder, `${String(i).padStart(3, '0')}.pdf`);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from(`\n% copy ${i}\n`)]));
    return file;
  });
}

export async function until(condition: () => Promise<boolean>, seconds = 120): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await condition().catch(() => false))) {
    if (Date.now() > end) throw new Error(`not so after ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
