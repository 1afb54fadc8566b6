import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { ConvertOptions } from '../convert.js';
import { UsageError } from '../errors.js';
import { readEntry } from '../folder/readEntry.js';
import { scanFolder } from '../folder/scanFolder.js';
import { drawing } from '../spotcheck/draw.js';
import { statementToText } from '../spotcheck/statement.js';
import { readSpotCheck, spotCheckPath, writeSpotCheck } from '../spotcheck/store.js';
import { EXIT } from './exit.js';
import { extractGuarded } from './extractGuarded.js';
import { report } from './report.js';

export interface SpotCheckFlags {
  readonly sample?: number;
  readonly seed?: string;
  readonly blind?: boolean;
  readonly open?: boolean;
}

/** `juesuan spotcheck`: draws a sample, or states what the verdicts on the one that was drawn prove. */
export async function spotcheck(folder: string, flags: SpotCheckFlags, options: ConvertOptions): Promise<number> {
  await requireFolder(folder);
  let status: number = EXIT.done;
  if (flags.sample !== undefined) status = await draw(folder, flags, options);
  const stored = await readSpotCheck(folder);
  if (!stored) throw new UsageError(`${folder}: no spot-check was drawn yet; draw one with --sample N`);
  process.stdout.write(statementToText(stored.check));
  if (!flags.open) return status;
  return (await import('./review.js')).review(folder, { open: true }, options, '#/spotcheck');
}

async function draw(folder: string, flags: SpotCheckFlags, options: ConvertOptions): Promise<number> {
  const draws = drawing({
    sample: Math.floor(flags.sample!),
    seed: flags.seed ?? randomBytes(6).toString('hex'),
    blind: flags.blind === true,
    drawn: new Date().toISOString(),
  });
  let status: number = EXIT.done;
  const extract = extractGuarded(options);
  for (const entry of await scanFolder(folder)) {
    try {
      draws.add(entry.name, await readEntry(entry, extract));
    } catch (error) {
      status = Math.max(status, report(error, entry.name));
    }
  }
  const check = draws.draw();
  if (check.items.length === 0) throw new UsageError(`${folder}: expected documents with figures, found none`);
  await writeSpotCheck(folder, check);
  process.stderr.write(
    `drawn: ${check.items.length} figures, ${spotCheckPath(folder)}; judge them: juesuan review ${folder}\n`,
  );
  return status;
}

export async function requireFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory())
    throw new UsageError(`${folder}: expected a folder, found ${there ? 'a file' : 'nothing'}`);
}
