import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { isAlive } from '../../src/batch/lock.js';
import { wantsFreshProcess } from '../../src/cli/freshProcess.js';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..');

test('only a batch on Linux whose bounds nobody has set gains from a process of its own', () => {
  expect(wantsFreshProcess('batch', 'linux')).toBe(true);
  expect(wantsFreshProcess('extract', 'linux')).toBe(false);
  expect(wantsFreshProcess(undefined, 'linux')).toBe(false);
  expect(wantsFreshProcess('batch', 'darwin')).toBe(false);
  process.env['MALLOC_TRIM_THRESHOLD_'] = '65536';
  try {
    expect(wantsFreshProcess('batch', 'linux')).toBe(false);
  } finally {
    delete process.env['MALLOC_TRIM_THRESHOLD_'];
  }
});

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('the second process', () => {
  /** A batch of all samples that has begun to write, the folder, and the process that does the work. */
  async function begun(): Promise<{ child: ChildProcess; out: string; worker: number; said: () => string }> {
    const out = mkdtempSync(join(tmpdir(), 'juesuan-'));
    const args = ['batch', join(root, 'samples'), '--out', out, '--workers', '1', '--second-reading', 'none'];
    const child = spawn(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr!.on('data', (chunk) => {
      said += chunk;
    });
    const manifest = join(out, 'manifest.ndjson');
    while (child.exitCode === null && !(existsSync(manifest) && readFileSync(manifest, 'utf8') !== '')) await sleep(5);
    const worker = Number(readFileSync(join(out, '.lock'), 'utf8').split(' ')[0]);
    return { child, out, worker, said: () => said };
  }

  test('has the bounds, holds the lock, and is gone when the first one was killed', async () => {
    const { child, out, worker } = await begun();
    expect(worker).not.toBe(child.pid);
    expect(readFileSync(`/proc/${worker}/environ`, 'latin1').split('\0')).toContain('MALLOC_TRIM_THRESHOLD_=131072');
    child.kill('SIGKILL');
    for (let tries = 0; isAlive(worker) && tries < 200; tries++) await sleep(10);
    expect(isAlive(worker)).toBe(false);
    expect(existsSync(join(out, '.lock'))).toBe(true);
  });

  test('takes a signal that both processes got for one', async () => {
    const { child, out, worker, said } = await begun();
    const ended = new Promise((resolve) => child.on('close', resolve));
    process.kill(worker, 'SIGTERM');
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(said()).toMatch(/stopped: \d+ of \d+ are left; the same command goes on/);
    expect(readdirSync(out)).not.toContain('.lock');
  });

  test('that is killed gives its end to the first one', async () => {
    const { child, worker } = await begun();
    const ended = new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
    process.kill(worker, 'SIGKILL');
    expect(await ended).toBe('SIGKILL');
  });
});
