import { ExtractError } from '../errors.js';
import type { Limits } from '../source/limits.js';
import type { Source } from '../source/source.js';
import { COVERED, type FileFacts, type Leaf, type Page, type PageReader } from './page.js';
import { openWithPdfium } from './pdfium/reader.js';
import { openText } from './text/reader.js';
import { isOutlined, judgeTextLayer, type TextLayer } from './textLayer.js';
import { turnOf, turnPage } from './upright.js';

export interface ReadPages<T> {
  readonly facts: FileFacts;
  readonly leaves: readonly Leaf[];
  readonly layers: readonly TextLayer[];
  /** What was made of each page. */
  readonly made: readonly T[];
}

/** The reader for what a file is. */
const openFile = (source: Source, limits: Limits): Promise<PageReader> | PageReader =>
  source.text === null ? openWithPdfium(source.bytes, limits) : openText(source.text, limits);

/**
 * Reads every page of a file, its print upright, and makes of it what `make` makes: the characters of one page at a time are held. A page whose text
 * layer is not usable comes without glyphs: garbage never goes on as text. Errors: UNREADABLE, ENCRYPTED, LIMIT.
 */
export async function bytesToPages<T>(source: Source, limits: Limits, make: (page: Page) => T): Promise<ReadPages<T>> {
  const reader = await openFile(source, limits);
  try {
    const { pageCount } = reader.facts;
    if (pageCount === 0) throw new ExtractError('UNREADABLE', 'a PDF with pages', 'one without');
    if (pageCount > limits.maxPages)
      throw new ExtractError('LIMIT', `at most ${limits.maxPages} pages`, `${pageCount}`);
    const leaves: Leaf[] = [];
    const made: T[] = [];
    const layers: TextLayer[] = [];
    for (let number = 1; number <= pageCount; number++) {
      const page = await reader.page(number);
      const layer = judgeTextLayer(page);
      layers.push(layer);
      const turn = layer.worth === 'usable' ? turnOf(page) : 0;
      leaves.push(leafOf(page, turn, layer.worth === 'usable'));
      made.push(make(layer.worth === 'usable' ? turnPage(page, turn) : { ...page, glyphs: [] }));
    }
    return { facts: reader.facts, leaves, layers, made };
  } finally {
    await reader.close();
  }
}

const leafOf = (page: Page, turn: Leaf['turn'], usable: boolean): Leaf => ({
  number: page.number,
  width: page.width,
  height: page.height,
  // Strokes of outlined characters are no rules.
  ruled: page.rules.length > 0 && !isOutlined(page),
  turn,
  pictureShare: page.pictureShare,
  digits: usable ? digitsOf(page) : new Float32Array(0),
});

function digitsOf({ glyphs, pictureShare }: Page): Float32Array {
  const out: number[] = [];
  for (const { char, turn, borrowed, x0, y0, x1, y1 } of glyphs) {
    if (char < '0' || char > '9' || char.length !== 1 || turn !== 0) continue;
    if (!borrowed || pictureShare >= COVERED) out.push(Number(char), x0, y0, x1, y1);
  }
  return Float32Array.from(out);
}
