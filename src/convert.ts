import { gridsToAttachments } from './attachments/gridsToAttachments.js';
import { checkDocument } from './checks/checkDocument.js';
import type { CorrectionLog } from './corrections/log.js';
import { withCorrections } from './corrections/withCorrections.js';
import { requireFinalAccounts } from './document/classify.js';
import { readContents } from './document/contents.js';
import { readCover } from './document/cover.js';
import { documentOf } from './document/documentOf.js';
import type { FinalAccounts } from './document/schema.js';
import { commonUnit, draftsToTables } from './document/tables.js';
import { pageToGrids } from './grids/pageToGrids.js';
import { linkItems } from './narrative/linkItems.js';
import { paragraphsToStatements } from './narrative/paragraphsToStatements.js';
import { bytesToPages } from './pages/bytesToPages.js';
import { pagesToParagraphs } from './paragraphs/pagesToParagraphs.js';
import { DEFAULT_LIMITS, type Limits } from './source/limits.js';
import { openSource } from './source/source.js';
import { unruledGrids } from './tables/draft.js';
import { gridsToDrafts } from './tables/gridsToDrafts.js';

export interface ConvertOptions {
  /** When the second reader reads a page again: where figures need it, every table page, or never. */
  readonly secondReading?: 'auto' | 'all' | 'none';
  readonly limits?: Partial<Limits>;
  /** What people said of the figures of these bytes; it is put beside what is read, never in its place. */
  readonly corrections?: readonly CorrectionLog[];
}

/**
 * Turns the bytes of a published PDF, or of the text of one, into the validated document. The same bytes and options give the same document.
 * Errors: `ExtractError` with UNREADABLE, ENCRYPTED, LIMIT or NOT_FINAL_ACCOUNTS; all else is a finding in the document.
 */
export async function convert(
  bytes: Uint8Array,
  fileName: string,
  options: ConvertOptions = {},
): Promise<FinalAccounts> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const source = openSource(fileName, bytes, limits);
  // A text is read as it stands: no second reader could see more in it.
  const secondReading = source.kind === 'text' ? 'none' : (options.secondReading ?? 'auto');
  const { facts, pages, layers } = await bytesToPages(source, limits);
  const grids = pages.map(pageToGrids);
  const forms = gridsToAttachments(grids);
  const drafts = gridsToDrafts(grids, forms.taken);
  const cover = readCover(grids, facts.title);
  requireFinalAccounts(grids, layers, drafts.drafts, cover);
  const contents = readContents(grids);
  const nine = draftsToTables(drafts, contents.tables, commonUnit(drafts.drafts));
  const { paragraphs } = pagesToParagraphs(grids, contents.pages, unruledGrids(drafts.drafts));
  const said = linkItems(paragraphsToStatements(paragraphs, cover.fiscalYear), nine.tables);
  const checked = await checkDocument(nine.tables, forms, said, {
    when: secondReading,
    open: async () => (await import('./pages/pdfjs/reader.js')).openWithPdfjs(source.bytes),
  });
  const document = documentOf({
    source,
    facts,
    layers,
    cover,
    grids,
    contents,
    nine,
    forms,
    checked,
    secondReading,
  });
  return withCorrections(document, options.corrections);
}
