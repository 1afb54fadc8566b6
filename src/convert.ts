import { gridsToAttachments } from './attachments/gridsToAttachments.js';
import { checkDocument } from './checks/checkDocument.js';
import type { CorrectionLog } from './corrections/log.js';
import { withCorrections } from './corrections/withCorrections.js';
import { requireFinalAccounts } from './document/classify.js';
import { announcedTables, readContents } from './document/contents.js';
import { readCover } from './document/cover.js';
import { documentOf } from './document/documentOf.js';
import { furtherAccounts, withoutFurther } from './document/furtherAccounts.js';
import { pageGaps } from './document/pageGaps.js';
import type { FinalAccounts } from './document/schema.js';
import { commonUnit, draftsToTables } from './document/tables.js';
import { pagesToSheets } from './grids/pagesToSheets.js';
import { type PageGrids, pageToGrids } from './grids/pageToGrids.js';
import { linkItems } from './narrative/linkItems.js';
import { paragraphsToStatements } from './narrative/paragraphsToStatements.js';
import { compareWithPictures, type Seen, seePages } from './ocr/seePages.js';
import { bytesToPages } from './pages/bytesToPages.js';
import type { FileFacts } from './pages/page.js';
import type { TextLayer } from './pages/textLayer.js';
import { pagesToParagraphs } from './paragraphs/pagesToParagraphs.js';
import { secondFromPages } from './readings/secondReading.js';
import { DEFAULT_LIMITS, type Limits } from './source/limits.js';
import { openSource, type Source } from './source/source.js';
import { unruledGrids } from './tables/draft.js';
import { gridsToDrafts } from './tables/gridsToDrafts.js';

const SECOND_READINGS = ['auto', 'all', 'none'] as const;
const OCR = ['auto', 'always', 'never'] as const;

export interface ConvertOptions {
  /** When the second reader reads a page again: where figures need it, every table page, or never. */
  readonly secondReading?: (typeof SECOND_READINGS)[number];
  /** Which pages are read from their pictures: those without a text layer that can be trusted, all, or none. */
  readonly ocr?: (typeof OCR)[number];
  readonly limits?: Partial<Limits>;
  /** What people said of the figures of these bytes; it is put beside what is read, never in its place. */
  readonly corrections?: readonly CorrectionLog[];
  /** A folder in which readings of pictures are kept, so that a second run need not read again. None by default. */
  readonly cache?: string;
  /** Told of every page that is read from its picture. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops the work between two pages; `convert` then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Turns the bytes of a published PDF, or of the text of one, into the validated document. The same bytes and options give the same document.
 * Errors: `ExtractError` with UNREADABLE, ENCRYPTED, LIMIT or NOT_FINAL_ACCOUNTS, `TypeError` where it is called with something else than it
 * asks for; all else is a finding in the document.
 */
export async function convert(
  bytes: Uint8Array,
  fileName: string,
  options: ConvertOptions = {},
): Promise<FinalAccounts> {
  requireArguments(bytes, fileName, options);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = openSource(fileName, bytes, limits);
  // A text is read as it stands: no second reader could see more in it.
  const secondReading = source.kind === 'text' ? 'none' : (options.secondReading ?? 'auto');
  const read = await bytesToPages(source, limits, pageToGrids);
  const see = async (layers: readonly TextLayer[]): Promise<FinalAccounts> => {
    const seen = await seePages(source, { ...read, layers }, options, limits);
    try {
      const grids = read.made.map((own) => {
        const page = seen.pages.get(own.page);
        return page ? pageToGrids(page) : own;
      });
      return await gridsToDocument(source, read.facts, grids, seen, secondReading);
    } finally {
      await seen.close();
    }
  };
  const document = await see(read.layers);
  const compared = await compareWithPictures(source, document, read.leaves, options, limits, secondReading !== 'none');
  const settled = !compared
    ? document
    : compared.lying.size > 0
      ? await see(read.layers.map((layer, i) => compared.lying.get(i + 1) ?? layer))
      : { ...document, findings: [...document.findings, ...compared.findings] };
  return withCorrections(settled, options.corrections);
}

/** The file's own account: where others stand behind it, the text and the forms from there on are about their figures. */
function firstAccount(all: readonly PageGrids[]) {
  const forms = gridsToAttachments(all);
  const found = gridsToDrafts(all, forms.taken);
  const further = furtherAccounts(all, found.drafts);
  const drafts = withoutFurther(found, further);
  const begins = further.find(({ whole }) => whole)?.page;
  if (begins === undefined) return { grids: all, forms, drafts };
  const grids = all.filter(({ page }) => page < begins);
  return { grids, forms: gridsToAttachments(grids), drafts };
}

async function gridsToDocument(
  source: Source,
  facts: FileFacts,
  pages: readonly PageGrids[],
  seen: Seen,
  secondReading: 'auto' | 'all' | 'none',
): Promise<FinalAccounts> {
  const all = pagesToSheets(pages, seen.unread);
  const { grids, forms, drafts } = firstAccount(all);
  const cover = readCover(grids, facts.title);
  requireFinalAccounts(grids, seen.unread, drafts.drafts, cover);
  const contents = readContents(grids);
  const gaps = pageGaps(grids);
  const announced = announcedTables(
    grids,
    contents,
    drafts.drafts.map((d) => d.form.key),
  );
  const nine = draftsToTables(drafts, announced, commonUnit(drafts.drafts), seen.labels, gaps);
  const afterLoss = new Set(gaps.map((gap) => gap.after));
  const { paragraphs } = pagesToParagraphs(grids, contents.pages, unruledGrids(drafts.drafts), afterLoss);
  const said = linkItems(paragraphsToStatements(paragraphs, cover.fiscalYear), nine.tables);
  const checked = await checkDocument(nine, forms, said, {
    when: secondReading,
    open: async () =>
      secondFromPages(await (await import('./pages/pdfjs/reader.js')).openWithPdfjs(source.bytes), seen.turn),
    ...seen.second,
  });
  const { layers, named } = seen;
  return seen.asDisplayed(
    documentOf({ source, facts, layers, cover, grids, contents, nine, forms, checked, secondReading, seen: named }),
  );
}

/** For callers whose arguments no compiler saw. */
function requireArguments(bytes: unknown, fileName: unknown, { secondReading, ocr }: ConvertOptions): void {
  expectArgument('bytes', ArrayBuffer.isView(bytes), 'a Uint8Array', bytes);
  expectArgument('fileName', typeof fileName === 'string', 'a string', fileName);
  expectArgument('secondReading', among(secondReading, SECOND_READINGS), SECOND_READINGS.join(', '), secondReading);
  expectArgument('ocr', among(ocr, OCR), OCR.join(', '), ocr);
}

const among = (value: unknown, values: readonly string[]): boolean =>
  value === undefined || values.includes(value as string);

function expectArgument(name: string, good: boolean, expected: string, found: unknown): void {
  if (good) return;
  const told = typeof found === 'string' ? `“${found}”` : found === null ? 'null' : typeof found;
  throw new TypeError(`convert: ${name}: expected ${expected}, found ${told}`);
}
