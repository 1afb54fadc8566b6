import type { Leaf, Page, PageBounds } from '../pages/page.js';
import { openWithPdfium } from '../pages/pdfium/reader.js';
import { drawnPage } from '../pictures/pagePicture.js';
import type { PagePicture } from '../pictures/picture.js';
import type { SecondReader } from '../readings/secondReading.js';
import { cached, openCache } from './cache.js';
import { DigitWitness } from './digitWitness.js';
import type { TextEngine } from './engine.js';
import { type Engines, openEngines } from './engines.js';
import { KeptCrops, secondFromCrops } from './secondFromCrops.js';
import { readUpright } from './upright.js';

/** What is known of a page that was read from its picture. */
export interface SeenPage {
  readonly page: Page;
  readonly toDisplayed: PagePicture['toDisplayed'];
  /** The page as displayed, in points. */
  readonly displayed: { readonly width: number; readonly height: number };
  readonly poor: PagePicture['poor'];
}

export interface SeenPages {
  readonly pages: ReadonlyMap<number, SeenPage>;
  readonly second: SecondReader | null;
  readonly digits: DigitWitness;
  readonly engines: readonly TextEngine['name'][];
  close(): Promise<void>;
}

export interface SeeOptions {
  readonly bounds: PageBounds;
  readonly signal?: AbortSignal;
  readonly onPage?: (done: number, of: number) => void;
  readonly open?: () => Promise<Engines>;
  /** What was read before; none is kept where it is left out. */
  readonly cache?: { readonly folder: string; readonly sha256: string };
}

/** Type lower than this, in pixels, has decimal points of a pixel or two, whatever the resolution is. */
const SMALL = 17;

/**
 * Reads pages from their pictures. `asked`: the pages; `ruled` where the rules that the file draws hold, and are not to be looked for
 * in the picture. Errors: LIMIT, UNREADABLE; the signal's reason where it was aborted.
 */
export async function readPictures(bytes: Uint8Array, asked: readonly Leaf[], options: SeeOptions): Promise<SeenPages> {
  const engines = await withCache(await (options.open ?? openEngines)(), options.cache);
  const pages = new Map<number, SeenPage>();
  const kept = new KeptCrops();
  try {
    const reader = await openWithPdfium(bytes, options.bounds, 'draw');
    try {
      for (const [i, leaf] of asked.entries()) {
        options.signal?.throwIfAborted();
        options.onPage?.(i, asked.length);
        const { number, width, height } = leaf;
        const rules = leaf.ruled ? (await reader.page(number)).rules : null;
        const drawn = await reader.picture(number, drawnPage);
        const { picture, read } = await readUpright(drawn, number, engines.first, rules);
        pages.set(number, {
          page: read.page,
          toDisplayed: picture.toDisplayed,
          displayed: { width, height },
          poor: picture.poor ?? (drawn.scan && read.layout.type < SMALL ? 'low-resolution' : null),
        });
        kept.keep(number, read, picture.scale);
      }
      options.onPage?.(asked.length, asked.length);
    } finally {
      await reader.close();
    }
  } catch (error) {
    await Promise.all([engines.first.close(), engines.second?.close()]);
    throw error;
  }
  return {
    pages,
    second: engines.second && secondFromCrops(engines.first, engines.second, kept),
    digits: new DigitWitness(kept),
    engines: engines.second ? [engines.first.name, engines.second.name] : [engines.first.name],
    close: async () => {
      await Promise.all([engines.first.close(), engines.second?.close()]);
    },
  };
}

async function withCache({ first, second }: Engines, where: SeeOptions['cache']): Promise<Engines> {
  if (!where) return { first, second };
  const cache = await openCache(where.folder, where.sha256);
  const around = (engine: TextEngine): TextEngine => cached(engine, cache);
  return { first: around(first), second: second && around(second) };
}
