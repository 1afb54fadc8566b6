import type { Grid } from '../grids/grid.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import type { TextLine } from '../pages/lines.js';
import { isNote } from '../tables/surroundings.js';
import { isTableMeta, readTitle } from '../tables/titles.js';
import { breaksBefore, isHeading, type Margins, marginsOf } from './breaks.js';
import { marginLines } from './marginLines.js';
import type { LeftOut, Paragraph, ParagraphKind, Paragraphs, PlacedLine } from './paragraph.js';

/** A line with what it is and where it stands. */
interface Item {
  readonly line: TextLine;
  readonly kind: 'body' | 'contents' | 'head' | 'note';
  readonly page: PageGrids;
  readonly margins: Margins;
  /** A table stands between this line and the one before it. */
  readonly afterTable: boolean;
}

/**
 * Puts the lines outside the tables together into paragraphs, in reading order: by baseline, never by the order of the file. Every
 * character outside the grids comes out once, in a paragraph or among what was left out (page numbers, running heads).
 * `contents` are the pages of the contents list, `unruled` the tables that are printed without rules: their lines are no text. No paragraph goes on
 * over pages that are lost: `afterLoss` are those behind.
 */
export function pagesToParagraphs(
  pages: readonly PageGrids[],
  contents: ReadonlySet<number>,
  unruled: readonly Grid[] = [],
  afterLoss: ReadonlySet<number> = new Set(),
): Paragraphs {
  const margin = marginLines(pages);
  const leftOut: LeftOut[] = [];
  const paragraphs: Paragraph[] = [];
  let open: Open | undefined;
  const close = (): void => {
    if (open) paragraphs.push(finish(open));
    open = undefined;
  };
  for (const page of pages) {
    if (afterLoss.has(page.page)) close();
    const kept: TextLine[] = [];
    const own = unruled.filter((g) => g.page === page.page);
    for (const line of page.lines) {
      if (own.some((g) => isInside(line, g))) continue;
      const why = margin(line, page);
      if (why) leftOut.push({ page: page.page, text: line.text, why });
      else kept.push(line);
    }
    for (const item of itemsOf(page, kept, contents.has(page.page))) {
      if (!open || breaks(open.last, item)) {
        close();
        open = { items: [item], last: item };
      } else open = { items: [...open.items, item], last: item };
    }
  }
  close();
  return { paragraphs, leftOut };
}

const isInside = (line: TextLine, { box }: Grid): boolean => {
  const y = (line.y0 + line.y1) / 2;
  return y >= box[1] && y < box[3];
};

interface Open {
  readonly items: readonly Item[];
  readonly last: Item;
}

function itemsOf(page: PageGrids, lines: readonly TextLine[], contents: boolean): Item[] {
  const body = lines.filter((l) => page.grids.length === 0 || !readTitle(l.text));
  const margins = marginsOf(body.length > 0 ? body : lines);
  let note = false;
  let tables = 0;
  return lines.map((line) => {
    const above = page.grids.filter((g) => g.box[3] <= (line.y0 + line.y1) / 2).length;
    const afterTable = above > tables;
    tables = above;
    if (afterTable || isHeading(line.text)) note = false;
    let kind: Item['kind'] = 'body';
    if (contents) kind = 'contents';
    else if (page.grids.length > 0 && isTableHead(line)) kind = 'head';
    else if (above > 0 && isNote(line.text)) kind = 'note';
    else if (note) kind = 'note';
    note = kind === 'note';
    return { line, kind, page, margins, afterTable };
  });
}

const isTableHead = (line: TextLine): boolean =>
  line.text.length <= 60 &&
  (readTitle(line.text) !== undefined || isTableMeta(line.text) || line.segments.every((s) => isTableMeta(s.text)));

function breaks(last: Item, next: Item): boolean {
  if (last.kind !== next.kind || next.afterTable || next.kind === 'contents' || next.kind === 'head') return true;
  const samePage = last.page === next.page;
  if (!samePage) {
    // A table at the foot of the one page or on top of the other parts the text.
    if (last.page.grids.some((g) => g.box[1] >= last.line.y1 - 1)) return true;
    if (next.page.sheet - last.page.sheet > 1) return true;
    if (next.kind === 'note') return true;
  }
  return breaksBefore(last.line, last.margins, next.line, next.margins, samePage);
}

function finish({ items }: Open): Paragraph {
  const lines: PlacedLine[] = [];
  let text = '';
  for (const { line, page } of items) {
    lines.push({ page: page.page, reader: page.reader, start: text.length, line });
    text += line.text;
  }
  const kind = items[0]!.kind;
  return { kind: kind === 'body' ? bodyKind(text) : kind, text, page: items[0]!.page.page, lines };
}

const bodyKind = (text: string): ParagraphKind => (isHeading(text) ? 'heading' : 'text');
