import { ExtractError } from '../errors.js';
import type { Limits } from '../source/limits.js';
import type { Source } from '../source/source.js';
import type { FileFacts, Page, PageReader } from './page.js';
import { openWithPdfium } from './pdfium/reader.js';
import { openText } from './text/reader.js';
import { judgeTextLayer, type TextLayer } from './textLayer.js';

export interface ReadPages {
  readonly facts: FileFacts;
  /** Pages whose text layer is not usable come without glyphs: garbage never goes on as text. */
  readonly pages: readonly Page[];
  readonly layers: readonly TextLayer[];
}

/** The reader for what a file is. */
const openFile = (source: Source, limits: Limits): Promise<PageReader> | PageReader =>
  source.text === null ? openWithPdfium(source.bytes, limits) : openText(source.text, limits);

/** Reads every page of a file. Errors: UNREADABLE, ENCRYPTED, LIMIT. */
export async function bytesToPages(source: Source, limits: Limits): Promise<ReadPages> {
  const reader = await openFile(source, limits);
  try {
    const { pageCount } = reader.facts;
    if (pageCount === 0) throw new ExtractError('UNREADABLE', 'a PDF with pages', 'one without');
    if (pageCount > limits.maxPages)
      throw new ExtractError('LIMIT', `at most ${limits.maxPages} pages`, `${pageCount}`);
    const pages: Page[] = [];
    const layers: TextLayer[] = [];
    for (let number = 1; number <= pageCount; number++) {
      const page = await reader.page(number);
      const layer = judgeTextLayer(page);
      layers.push(layer);
      pages.push(layer.worth === 'usable' ? page : { ...page, glyphs: [] });
    }
    return { facts: reader.facts, pages, layers };
  } finally {
    await reader.close();
  }
}
