import { checkDocument } from './checks/checkDocument.js';
import { readAnchors } from './document/anchors.js';
import { requireFinalAccounts } from './document/classify.js';
import { readContents } from './document/contents.js';
import { readCover } from './document/cover.js';
import { documentOf } from './document/documentOf.js';
import type { FinalAccounts } from './document/schema.js';
import { commonUnit, draftsToTables } from './document/tables.js';
import { pageToGrids } from './grids/pageToGrids.js';
import { compareWithPictures, type Seen, seePages } from './ocr/seePages.js';
import { bytesToPages } from './pages/bytesToPages.js';
import type { FileFacts } from './pages/page.js';
import type { TextLayer } from './pages/textLayer.js';
import { secondFromPages } from './readings/secondReading.js';
import { DEFAULT_LIMITS, type Limits } from './source/limits.js';
import { openSource, type Source } from './source/source.js';
import { gridsToDrafts } from './tables/gridsToDrafts.js';

export interface ConvertOptions {
  /** When the second reader reads a page again: where figures need it, every table page, or never. */
  readonly secondReading?: 'auto' | 'all' | 'none';
  /** Which pages are read from their pictures: those without a text layer that can be trusted, all, or none. */
  readonly ocr?: 'auto' | 'always' | 'never';
  readonly limits?: Partial<Limits>;
  /** A folder in which readings of pictures are kept, so that a second run need not read again. None by default. */
  readonly cache?: string;
  /** Told of every page that is read from its picture. */
  readonly onPage?: (done: number, of: number) => void;
  /** Stops the work between two pages; `convert` then fails with the signal's reason. */
  readonly signal?: AbortSignal;
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
  const read = await bytesToPages(source, limits);
  const see = async (layers: readonly TextLayer[]): Promise<FinalAccounts> => {
    const seen = await seePages(source, { ...read, layers }, options, limits);
    try {
      return await pagesToDocument(source, read.facts, seen, secondReading);
    } finally {
      await seen.close();
    }
  };
  const document = await see(read.layers);
  const compared = await compareWithPictures(source, document, options, limits);
  if (!compared) return document;
  if (compared.lying.size > 0) return see(read.layers.map((layer, i) => compared.lying.get(i + 1) ?? layer));
  return { ...document, findings: [...document.findings, ...compared.findings] };
}

async function pagesToDocument(
  source: Source,
  facts: FileFacts,
  seen: Seen,
  secondReading: 'auto' | 'all' | 'none',
): Promise<FinalAccounts> {
  const grids = seen.pages.map(pageToGrids);
  const drafts = gridsToDrafts(grids);
  const cover = readCover(grids, facts.title);
  requireFinalAccounts(grids, seen.unread, drafts.drafts, cover);
  const nine = draftsToTables(drafts, readContents(grids), commonUnit(drafts.drafts), seen.labels);
  const checked = await checkDocument(nine.tables, readAnchors(grids), {
    when: secondReading,
    open: async () => secondFromPages(await (await import('./pages/pdfjs/reader.js')).openWithPdfjs(source.bytes)),
    ...seen.second,
  });
  const { layers } = seen;
  return seen.asDisplayed(
    documentOf({ source, facts, layers, cover, grids, nine, checked, secondReading, seen: seen.named }),
  );
}
