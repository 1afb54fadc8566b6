import { type ConvertOptions, convert } from '../convert.js';
import { withCorrections } from '../corrections/withCorrections.js';
import { documentFromJson, isJson } from '../document/documentFromJson.js';
import type { FinalAccounts } from '../document/schema.js';
import { checkReport } from '../outputs/checkReport.js';
import { type Digest, digestOf } from '../outputs/digest.js';
import type { Line } from '../outputs/files/columns.js';
import { type FactKind, SHAPES } from '../outputs/files/shapes.js';
import { documentToJson } from '../outputs/json.js';
import { summaryOf } from '../outputs/summary.js';
import type { Progress } from '../workers/protocol.js';

/** What a command asks of one document. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly options: ConvertOptions;
  readonly output:
    | { readonly as: 'json'; readonly writtenTo?: string }
    | { readonly as: 'batch' }
    | { readonly as: 'facts'; readonly of: FactKind; readonly verifiedOnly: boolean; readonly corrected: boolean }
    | { readonly as: 'check'; readonly all: boolean };
}

/** What comes out: the text for standard output or a file (UTF-8), a summary for a person, and whether an error stands. */
export interface JobResult {
  readonly text: Uint8Array<ArrayBuffer>;
  readonly summary: string;
  readonly hasError: boolean;
  /** For `batch`: what its report says of the document. */
  readonly digest?: Digest;
  /** For `facts`: the lines, to be put into one of the formats. */
  readonly facts?: readonly Line[];
}

/** Reads one document and puts it out as asked. Errors: `ExtractError`. */
export async function runJob(job: Job, tell: (progress: Progress) => void = () => {}): Promise<JobResult> {
  const onPage = (done: number, of: number): void => tell({ stage: 'pictures', page: done, of });
  const document = await readDocument({ ...job, options: { ...job.options, onPage } });
  const { output } = job;
  const hasError = document.findings.some((f) => f.severity === 'error');
  switch (output.as) {
    case 'json':
      return { text: utf8(documentToJson(document)), summary: summaryOf(document, output.writtenTo), hasError };
    case 'batch':
      return { text: utf8(documentToJson(document)), summary: '', hasError, digest: digestOf(document) };
    case 'facts': {
      const { verifiedOnly, corrected } = output;
      const lines = SHAPES[output.of].linesOf(document, { verifiedOnly, corrected });
      return { text: utf8(''), summary: '', hasError, facts: [...lines] };
    }
    case 'check':
      return { text: utf8(checkReport(document, { all: output.all })), summary: '', hasError };
  }
}

/** Bytes go over to another thread without a copy; a text of Chinese takes twice their room. */
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The document of a PDF (extracted now) or of a JSON that was extracted before. */
const readDocument = async ({ bytes, fileName, options }: Job): Promise<FinalAccounts> =>
  isJson(bytes) ? withCorrections(documentFromJson(bytes), options.corrections) : convert(bytes, fileName, options);
