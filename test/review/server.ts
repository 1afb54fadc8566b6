import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { fromRoot } from '../files.js';

export const main = fromRoot('dist/cli/main.js');

/** A new folder with copies of samples: the PDF, the JSON, or both. */
export function folderWith(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'juesuan-review-'));
  for (const file of files) cpSync(fromRoot('samples', file), join(folder, file));
  return folder;
}

export interface Served {
  readonly folder: string;
  readonly link: string;
  readonly origin: string;
  /** Ends the process, waits until it has gone (it may be writing), and takes its folder away. */
  readonly end: () => Promise<void>;
}

/** `juesuan review FOLDER`, as a user starts it. */
export async function serveFolder(folder: string): Promise<Served> {
  const child = spawn(process.execPath, [main, 'review', folder, '--no-open', '--who', 'Li Ming'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const link = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /http:\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(said)));
  });
  const end = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true });
  };
  return { folder, link, origin: new URL(link).origin, end };
}

/** What must never happen on any page: a script error, a refused policy, a request elsewhere, a dialog of a script. */
export interface Watched {
  readonly page: Page;
  readonly troubles: string[];
}

export async function openPage(browser: Browser, served: Served, locale = 'en'): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const troubles: string[] = [];
  page.on('pageerror', (e) => troubles.push(`error: ${e.message}`));
  page.on('console', (m) => {
    if (m.type() === 'error' && !m.text().startsWith('Failed to load resource')) troubles.push(`console: ${m.text()}`);
  });
  page.on('dialog', (d) => {
    troubles.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  page.on('request', (r) => {
    if (!/^(data|blob):/.test(r.url()) && !r.url().startsWith(`${served.origin}/`))
      troubles.push(`elsewhere: ${r.url()}`);
  });
  await page.goto(served.link);
  return { page, troubles };
}
