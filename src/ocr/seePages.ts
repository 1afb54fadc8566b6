import type { SecondReading } from '../checks/secondReadings.js';
import { finding } from '../document/finding.js';
import type { FinalAccounts } from '../document/schema.js';
import type { SettleLabels } from '../document/tables.js';
import type { ReadPages } from '../pages/bytesToPages.js';
import type { Leaf, Page } from '../pages/page.js';
import type { TextLayer } from '../pages/textLayer.js';
import type { Limits } from '../source/limits.js';
import type { Source } from '../source/source.js';
import type { TurnedPage } from './boxesAsDisplayed.js';
import type { Compared } from './compareLayers.js';
import type { SeenPages } from './readPictures.js';

/** The pages of a document after those that need it were read from their pictures. */
export interface Seen {
  /** Those that were read from their pictures, by number. */
  readonly pages: ReadonlyMap<number, Page>;
  readonly layers: readonly TextLayer[];
  /** What the pages are worth now: a page that was read from its picture is usable. */
  readonly unread: readonly TextLayer[];
  readonly named: { readonly pages: readonly number[]; readonly engines: readonly string[] };
  readonly second: Pick<SecondReading, 'pictures'>;
  /** Holds the labels that were read from pictures against the forms and the classification. */
  readonly labels: SettleLabels | undefined;
  /** How far a page was turned back before it was read, in quarter turns. */
  turn(page: number): Leaf['turn'];
  /** Brings the boxes of pages that were turned upright back to the pages as displayed. */
  asDisplayed(document: FinalAccounts): FinalAccounts;
  close(): Promise<void>;
}

export interface SeePagesOptions {
  readonly ocr?: 'auto' | 'always' | 'never';
  readonly cache?: string;
  readonly onPage?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

type Read = Pick<ReadPages<unknown>, 'leaves' | 'layers'>;

const asTheyAre = async ({ layers, leaves }: Read): Promise<Seen> => ({
  pages: new Map(),
  layers,
  unread: layers,
  named: { pages: [], engines: [] },
  second: {},
  labels: undefined,
  turn: (page) => leaves[page - 1]?.turn ?? 0,
  asDisplayed: await displayer(leaves, new Map()),
  close: async () => {},
});

/** Turns the boxes of all pages that were turned; nothing is loaded for it where none was. */
async function displayer(
  leaves: readonly Leaf[],
  pictures: ReadonlyMap<number, TurnedPage>,
): Promise<Seen['asDisplayed']> {
  const turned = leaves.filter((l) => l.turn !== 0 && !pictures.has(l.number));
  if (turned.length === 0 && pictures.size === 0) return (document) => document;
  const { boxesAsDisplayed, turnedPage } = await import('./boxesAsDisplayed.js');
  const pages = new Map([...pictures, ...turned.map((l) => [l.number, turnedPage(l)] as const)]);
  return (document) => boxesAsDisplayed(document, pages);
}

/**
 * Reads from their pictures the pages whose text layer is absent or not to be trusted (`auto`), or all (`always`). A document that
 * needs none of it loads nothing of it. Errors: LIMIT, UNREADABLE, and the signal's reason.
 */
export async function seePages(
  source: Source,
  read: Read,
  { ocr = 'auto', cache, onPage, signal }: SeePagesOptions,
  limits: Limits,
): Promise<Seen> {
  if (ocr === 'never') return asTheyAre(read);
  const asked = read.leaves
    .filter((_, i) => ocr === 'always' || read.layers[i]!.worth !== 'usable')
    .map((leaf) => ({ ...leaf, ruled: leaf.ruled && leaf.pictureShare < 0.5 }));
  if (asked.length === 0) return asTheyAre(read);
  const { readPictures } = await import('./readPictures.js');
  const { settleLabels } = await import('./settleLabels.js');
  const seen = await readPictures(source.bytes, asked, {
    bounds: limits,
    ...(cache && { cache: { folder: cache, sha256: source.sha256 } }),
    ...(onPage && { onPage }),
    ...(signal && { signal }),
  });
  return {
    pages: new Map([...seen.pages].map(([number, { page }]) => [number, page])),
    layers: read.layers,
    unread: read.layers.map((l, i) => (seen.pages.has(i + 1) ? { worth: 'usable' } : l)),
    named: { pages: [...seen.pages.keys()], engines: seen.engines },
    second: { pictures: { reader: seen.second, poor: (page) => poorness(seen, page), digits: seen.digits } },
    labels: (read, others) => settleLabels(read, others, (page) => seen.pages.has(page)),
    turn: (page) => read.leaves[page - 1]?.turn ?? 0,
    asDisplayed: await displayer(read.leaves, seen.pages),
    close: () => seen.close(),
  };
}

/** One engine errs alike wherever an amount is printed again, as two do on a poor page. */
function poorness({ pages, second }: SeenPages, page: number): string | null | undefined {
  const own = pages.get(page);
  return own && (own.poor ?? (second === null ? 'read by one engine alone' : null));
}

/**
 * Holds the text layers of suspicious pages against their pictures. Undefined where none is suspicious, or pictures are not to be read;
 * then no engine is loaded. `sample`: whether pages that give no other cause are sampled.
 */
export async function compareWithPictures(
  source: Source,
  document: FinalAccounts,
  leaves: readonly Leaf[],
  { ocr = 'auto' }: SeePagesOptions,
  limits: Limits,
  sample: boolean,
): Promise<Compared | undefined> {
  if (ocr !== 'auto' || source.kind !== 'pdf') return undefined;
  try {
    const { suspiciousPages } = await import('./suspiciousPages.js');
    const suspicious = await suspiciousPages(source.bytes, limits, document, leaves, sample);
    if (suspicious.size === 0) return undefined;
    const { compareLayers } = await import('./compareLayers.js');
    return await compareLayers(source.bytes, limits, document, leaves, suspicious);
  } catch (error) {
    // A second look that fails is no reason to lose the document.
    const why = (error as Error).message.split('\n')[0];
    return {
      lying: new Map(),
      findings: [finding('pictures-not-compared', 'warning', `pages could not be drawn and read: ${why}`)],
    };
  }
}
