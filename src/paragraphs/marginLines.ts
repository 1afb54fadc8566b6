import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable, isPageNumber } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';
import { isTableMeta, readTitle } from '../tables/titles.js';
import type { LeftOut } from './paragraph.js';

/** The strips at the top and the foot of a page where running heads and page numbers stand, in parts of its height. */
const STRIP = 0.11;
/** A line that stands at the same height on so many pages runs. */
const OFTEN = 3;

/** Tells for each line of a page whether it is a page number or a running head or foot line. */
export function marginLines(pages: readonly PageGrids[]): (line: TextLine, page: PageGrids) => LeftOut['why'] | null {
  const seen = new Map<string, number>();
  const keyOf = (line: TextLine): string => `${Math.round(line.y0 / 4)}|${comparable(line.text).replace(/\d+/g, '')}`;
  for (const page of pages) {
    for (const line of page.lines) {
      if (!inStrip(line, page)) continue;
      const key = keyOf(line);
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  return (line, page) => {
    if (isPageNumber(comparable(line.text)) && (inStrip(line, page) || isOutermost(line, page))) return 'page-number';
    if (!inStrip(line, page) || line.text.length > 60) return null;
    if (readTitle(line.text) || isTableMeta(line.text) || /^\(?20\d\d年(?:年?度)?\)?$/.test(comparable(line.text)))
      return null;
    return (seen.get(keyOf(line)) ?? 0) >= OFTEN && !/[。；]$/.test(line.text) ? 'running-head' : null;
  };
}

const inStrip = (line: TextLine, page: PageGrids): boolean =>
  line.y1 < page.height * STRIP || line.y0 > page.height * (1 - STRIP);

const isOutermost = (line: TextLine, page: PageGrids): boolean =>
  page.lines.every((l) => l === line || l.y0 < line.y0) && page.grids.every((g) => g.box[3] <= line.y1);
