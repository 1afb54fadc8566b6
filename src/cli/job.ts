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
import { cutPages, type Part } from '../pages/pdfium/cutPages.js';
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
    | { readonly as: 'check'; readonly all: boolean }
    | { readonly as: 'split'; readonly at: readonly number[] | null };
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
  /** For `split`: the accounts of the file. */
  readonly parts?: readonly Part[];
}

/** Reads one document and puts it out as asked. Errors: `ExtractError`. */
export async function runJob(job: Job, tell: (progress: Progress) => void = () => {}): Promise<JobResult> {
  const onPage = (done: number, of: number): void => tell({ stage: 'pictures', page: done, of });
  const { output } = job;
  const reading = { ...job, options: { ...job.options, onPage } };
  if (output.as === 'split') return { ...NOTHING, parts: await splitFile(reading, output.at) };
  const document = await readDocument(reading);
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

const NOTHING = { text: new Uint8Array(), summary: '', hasError: false };

/** The accounts of a PDF; `at`: where they begin, where somebody knows it. */
async function splitFile(job: Job, at: readonly number[] | null): Promise<Part[]> {
  const found = async (): Promise<number[]> =>
    (await readDocument(job)).findings.flatMap(({ rule, place }) =>
      rule === 'further-account' ? (place.page ?? []) : [],
    );
  // A reader may take the bytes over.
  return cutPages(job.bytes.slice(), at ?? (await found()));
}

/** Bytes go over to another thread without a copy; a text of Chinese takes twice their room. */
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The document of a PDF (extracted now) or of a JSON that was extracted before. */
const readDocument = async ({ bytes, fileName, options }: Job): Promise<FinalAccounts> =>
  isJson(bytes) ? withCorrections(documentFromJson(bytes), options.corrections) : convert(bytes, fileName, options);
