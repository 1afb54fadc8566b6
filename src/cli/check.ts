import { checkReport } from '../outputs/checkReport.js';
import { readDocument } from './input.js';
import { convertOptions, type ReadingFlags } from './options.js';

interface CheckFlags extends ReadingFlags {
  readonly all?: boolean;
  readonly strict?: boolean;
}

/** `juesuan check` */
export async function checkCommand(file: string, flags: CheckFlags): Promise<number> {
  const document = await readDocument(file, convertOptions(flags));
  process.stdout.write(checkReport(document, { all: flags.all === true }));
  return flags.strict && document.findings.some((f) => f.severity === 'error') ? 1 : 0;
}
