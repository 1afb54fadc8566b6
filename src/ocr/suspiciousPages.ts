import type { FinalAccounts } from '../document/schema.js';
import { COVERED, type Leaf, type PageBounds } from '../pages/page.js';
import { printedDigits } from './printedDigits.js';
import { sampleShapes } from './sampleShapes.js';

/**
 * The pages that were read as text, their print upright, and whose text is to be held against their pictures by an engine: those with a figure whose identity
 * fails, those that a picture covers, and, if a sample of amounts is to be drawn, those on which their print cannot be the digits that the text names.
 */
export async function suspiciousPages(
  bytes: Uint8Array,
  bounds: PageBounds,
  { tables, checks }: FinalAccounts,
  leaves: readonly Leaf[],
  sample = true,
): Promise<Set<number>> {
  // What the text says otherwise than a table is no reason to doubt the table.
  const failing = new Set(
    checks.filter((c) => c.outcome === 'fails' && !c.rule.startsWith('N')).flatMap((c) => c.cells),
  );
  const out = new Set<number>();
  for (const table of tables) {
    for (const [r, row] of table.rows.entries()) {
      for (const [key, cell] of Object.entries(row.cells)) {
        const leaf = leaves[cell.page - 1]!;
        if (!cell.reader.startsWith('pdfium') || cell.value === null || leaf.turn !== 0) continue;
        const suspect = failing.has(`${table.key}/${r}/${key}`) || leaf.pictureShare >= COVERED;
        if (suspect && printedDigits(cell.box, leaf).length > 0) out.add(cell.page);
      }
    }
  }
  if (sample) for (const page of await sampleShapes(bytes, bounds, tables, leaves)) out.add(page);
  return out;
}
