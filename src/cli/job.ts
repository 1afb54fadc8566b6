import { type ConvertOptions, convert } from '../convert.js';
import { documentSchema, type FinalAccounts } from '../document/schema.js';
import { ExtractError } from '../errors.js';
import { checkReport } from '../outputs/checkReport.js';
import { factsOf, factsToCsv, factsToNdjson } from '../outputs/facts.js';
import { documentToJson } from '../outputs/json.js';
import { summaryOf } from '../outputs/summary.js';

/** What a command asks of one document. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: ConvertOptions;
  readonly output:
    | { readonly as: 'json'; readonly writtenTo?: string }
    | { readonly as: 'facts'; readonly format: 'csv' | 'ndjson'; readonly verifiedOnly: boolean }
    | { readonly as: 'check'; readonly all: boolean };
}

/** What comes out: the text for standard output or a file, a summary for a person, and whether an error stands. */
export interface JobResult {
  readonly text: string;
  readonly summary: string;
  readonly hasError: boolean;
}

/** Reads one document and puts it out as asked. Errors: `ExtractError`. */
export async function runJob(job: Job, onPage?: (done: number, of: number) => void): Promise<JobResult> {
  const document = await readDocument(onPage ? { ...job, options: { ...job.options, onPage } } : job);
  const { output } = job;
  const hasError = document.findings.some((f) => f.severity === 'error');
  switch (output.as) {
    case 'json':
      return { text: documentToJson(document), summary: summaryOf(document, output.writtenTo), hasError };
    case 'facts': {
      const facts = factsOf(document, { verifiedOnly: output.verifiedOnly });
      return { text: output.format === 'csv' ? factsToCsv(facts) : factsToNdjson(facts), summary: '', hasError };
    }
    case 'check':
      return { text: checkReport(document, { all: output.all }), summary: '', hasError };
  }
}

/** The document of a PDF (extracted now) or of a JSON that was extracted before. */
async function readDocument({ bytes, fileName, options }: Job): Promise<FinalAccounts> {
  const start = String.fromCharCode(...bytes.subarray(0, 64))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (!start.startsWith('{')) return convert(bytes, fileName, options);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new ExtractError('UNREADABLE', 'a PDF or a JSON of juesuan', 'a JSON that does not parse', { cause: error });
  }
  const parsed = documentSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ExtractError(
    'UNREADABLE',
    'a JSON of juesuan',
    `one that does not fit the schema at ${issue.path.join('.') || 'its root'}: ${issue.message}`,
  );
}
