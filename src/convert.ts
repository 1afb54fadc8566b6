import { checkDocument } from './checks/checkDocument.js';
import type { CorrectionLog } from './corrections/log.js';
import { withCorrections } from './corrections/withCorrections.js';
import { readAnchors } from './document/anchors.js';
import { requireFinalAccounts } from './document/classify.js';
import { readContents } from './document/contents.js';
import { readCover } from './document/cover.js';
import { documentOf } from './document/documentOf.js';
import type { FinalAccounts } from './document/schema.js';
import { commonUnit, draftsToTables } from './document/tables.js';
import { pageToGrids } from './grids/pageToGrids.js';
import { bytesToPages } from './pages/bytesToPages.js';
import { DEFAULT_LIMITS, type Limits } from './source/limits.js';
import { openSource } from './source/source.js';
import { gridsToDrafts } from './tables/gridsToDrafts.js';

export interface ConvertOptions {
  /** When the second reader reads a page again: where figures need it, every table page, or never. */
  readonly secondReading?: 'auto' | 'all' | 'none';
  readonly limits?: Partial<Limits>;
  /** What people said of the figures of these bytes; it is put beside what is read, never in its place. */
  readonly corrections?: readonly CorrectionLog[];
}

/**
 * Turns the bytes of a published PDF into the validated document. The same bytes and options give the same document.
 * Errors: `ExtractError` with UNREADABLE, ENCRYPTED, LIMIT or NOT_FINAL_ACCOUNTS; all else is a finding in the document.
 */
export async function convert(
  bytes: Uint8Array,
  fileName: string,
  options: ConvertOptions = {},
): Promise<FinalAccounts> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const secondReading = options.secondReading ?? 'auto';
  const source = openSource(fileName, bytes, limits);
  const { facts, pages, layers } = await bytesToPages(source, limits);
  const grids = pages.map(pageToGrids);
  const drafts = gridsToDrafts(grids);
  const cover = readCover(grids, facts.title);
  requireFinalAccounts(grids, layers, drafts.drafts, cover);
  const nine = draftsToTables(drafts, readContents(grids), commonUnit(drafts.drafts));
  const checked = await checkDocument(nine.tables, readAnchors(grids), {
    when: secondReading,
    open: async () => (await import('./pages/pdfjs/reader.js')).openWithPdfjs(source.bytes),
  });
  const document = documentOf({ source, facts, layers, cover, grids, nine, checked, secondReading });
  return withCorrections(document, options.corrections);
}
