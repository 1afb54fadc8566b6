import type { TableKey } from '../document/schema.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import { readTitle } from '../tables/titles.js';

/** A table that the contents list announces. */
export interface Announced {
  readonly key: TableKey;
  readonly title: string;
  readonly page: number;
}

/** Reads the contents list: the lines that name a table, leader dots and page numbers taken off. */
export function readContents(pages: readonly PageGrids[]): Announced[] {
  const out = new Map<TableKey, Announced>();
  let within = false;
  for (const page of pages.slice(0, 15)) {
    const entries = page.lines.flatMap((line) => {
      const text = line.text.replace(/[.。…·．•\-—–_]{2,}.*$/, '').replace(/(?<=表|明)[\d\s]{1,4}$/, '');
      const title = text.includes('表') ? readTitle(text) : undefined;
      return title?.kind === 'form' ? [{ key: title.form.key, title: title.text, page: page.page }] : [];
    });
    const headed = page.lines.some((l) => /^目[录錄次]$/.test(comparable(l.text)));
    const listed = new Set(entries.map((e) => e.key)).size;
    if (
      (headed && page.grids.length === 0) ||
      (within && listed >= 1 && page.grids.length === 0) ||
      (listed >= 4 && page.grids.length === 0)
    ) {
      within = true;
      for (const e of entries) if (!out.has(e.key)) out.set(e.key, e);
    } else if (page.grids.length > 0 || listed === 0) within = false;
  }
  return [...out.values()];
}
