import { factsOf, factsToCsv, factsToNdjson } from '../outputs/facts.js';
import { readDocument } from './input.js';
import { convertOptions, type ReadingFlags } from './options.js';

interface FactsFlags extends ReadingFlags {
  readonly format: 'csv' | 'ndjson';
  readonly verifiedOnly?: boolean;
}

/** `juesuan facts` */
export async function factsCommand(file: string, flags: FactsFlags): Promise<number> {
  const document = await readDocument(file, convertOptions(flags));
  const facts = factsOf(document, { verifiedOnly: flags.verifiedOnly === true });
  process.stdout.write(flags.format === 'csv' ? factsToCsv(facts) : factsToNdjson(facts));
  return 0;
}
