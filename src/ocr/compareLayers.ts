import { finding } from '../document/finding.js';
import type { FinalAccounts, Finding } from '../document/schema.js';
import type { Leaf, PageBounds } from '../pages/page.js';
import type { TextLayer } from '../pages/textLayer.js';
import { type Engines, openEngines } from './engines.js';
import { isLying, type LayerTest, testLayers } from './testLayers.js';

/** What came of holding text layers against the pictures of their pages. */
export interface Compared {
  /** Pages whose text says something else than the page shows, each with the reason. */
  readonly lying: ReadonlyMap<number, TextLayer>;
  /** Single amounts that differ on pages that do not lie. */
  readonly findings: readonly Finding[];
}

/**
 * Holds the text layer of suspicious pages against their pictures: the figures whose identities fail, and a sample of the others. Where
 * one page lies, all pages with tables are looked at (but for those drawn sideways), and where most of them lie no page is trusted. `open`: the engine that reads.
 */
export async function compareLayers(
  bytes: Uint8Array,
  bounds: PageBounds,
  document: FinalAccounts,
  leaves: readonly Leaf[],
  suspicious: ReadonlySet<number>,
  open: () => Promise<Engines> = openEngines,
): Promise<Compared> {
  const { first: engine, second } = await open();
  try {
    const tests = await testLayers(bytes, bounds, document.tables, leaves, suspicious, engine);
    if (tests.some(isLying)) {
      const isUpright = (page: number): boolean => leaves[page - 1]!.turn === 0;
      const others = new Set(textPages(document).filter((page) => !suspicious.has(page) && isUpright(page)));
      tests.push(...(await testLayers(bytes, bounds, document.tables, leaves, others, engine)));
    }
    const lying = new Map<number, TextLayer>(
      tests.filter(isLying).map((t) => [t.page, { worth: 'untrusted', reason: reasonOf(t) }]),
    );
    if (lying.size > 0.5 * tests.filter((t) => t.compared > 1).length) {
      // A false mapping of a font is of the whole file: its text pages have no figures that could be compared.
      const reason = `the text layers of pages ${[...lying.keys()].join(', ')} say something else than these pages show`;
      for (let page = 1; page <= document.source.pageCount; page++)
        if (!lying.has(page)) lying.set(page, { worth: 'untrusted', reason });
    }
    return {
      lying,
      findings: tests.filter((t) => !isLying(t)).flatMap(differences),
    };
  } finally {
    await Promise.all([engine.close(), second?.close()]);
  }
}

const reasonOf = ({ compared, differing }: LayerTest): string =>
  `${differing.length} of ${compared} amounts that were compared differ from what the page shows, as ${differing[0]!.cell.value} from ${differing[0]!.shown}`;

const differences = ({ differing }: LayerTest): Finding[] =>
  differing.map(({ cell, shown }) =>
    finding(
      'text-differs-from-picture',
      'warning',
      `the text layer says ${cell.value}, the page seems to show ${shown}`,
      { page: cell.page, box: cell.box },
      { expected: shown, actual: cell.value },
    ),
  );

/** Pages that were read as text and have amounts. */
const textPages = ({ tables }: FinalAccounts): number[] => [
  ...new Set(
    tables.flatMap((t) =>
      t.rows.flatMap((r) =>
        Object.values(r.cells)
          .filter((c) => c.value !== null && c.reader.startsWith('pdfium'))
          .map((c) => c.page),
      ),
    ),
  ),
];
