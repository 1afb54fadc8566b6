import { userInfo } from 'node:os';
import type { ConvertOptions } from '../convert.js';
import { openBrowser } from '../review/openBrowser.js';
import { serveReview } from '../review/serve.js';
import { EXIT } from './exit.js';
import { extractGuarded } from './extractGuarded.js';
import { requireFolder } from './spotcheck.js';

export interface ReviewFlags {
  readonly pdf?: string;
  readonly port?: number;
  readonly who?: string;
  readonly open: boolean;
}

/** `juesuan review`: serves the page until it is interrupted. */
export async function review(folder: string, flags: ReviewFlags, options: ConvertOptions, at = ''): Promise<number> {
  await requireFolder(folder);
  if (flags.pdf !== undefined) await requireFolder(flags.pdf);
  const server = await serveReview({
    folder,
    pdfs: flags.pdf ?? null,
    port: flags.port ?? 0,
    who: flags.who ?? userInfo().username,
    extract: extractGuarded(options),
  });
  const say = (): void => {
    process.stderr.write(`review: ${server.link()}${at}\n`);
  };
  say();
  process.stderr.write('The link works once. Enter gives a new one, Ctrl-C ends the review.\n');
  if (flags.open && !openBrowser(`${server.link()}${at}`))
    process.stderr.write('No browser was found: open the link.\n');
  if (process.stdin.isTTY) process.stdin.on('data', say);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  process.stdin.pause();
  await server.close();
  return EXIT.done;
}
