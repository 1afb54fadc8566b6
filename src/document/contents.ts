import { TABLE_KEYS, type TableKey } from '../document/schema.js';
import type { PageGrids } from '../grids/pageToGrids.js';
import { comparable } from '../normalise/text.js';
import { readTitle } from '../tables/titles.js';

/** A table that the contents list announces, or its title in the text. */
export interface Announced {
  readonly key: TableKey;
  readonly title: string;
  readonly page: number;
  readonly by: 'contents' | 'title';
}

/** What the contents list says is in the document, and the pages that it stands on. */
export interface Contents {
  readonly pages: ReadonlySet<number>;
  readonly tables: readonly Announced[];
  /** 第一部分 … with the title that follows, in the list's order. */
  readonly parts: readonly { readonly ordinal: string; readonly title: string; readonly page: number }[];
}

const LEADERS = /[.。…·．•\-—–_]{2,}.*$/;
const PART = /^(第[一二三四五六七八九十\d]{1,2}部分)[:：、]?(.*)$/;
/** Lines that a contents list is made of: parts and numbered headings without the marks of a sentence. */
const ENTRY =
  /^(?:第[一二三四五六七八九十\d]{1,2}部分|[一二三四五六七八九十]+[、.．]|\(?[一二三四五六七八九十]+\)|\d{1,2}[、.])/;

/** Reads the contents list: the tables and parts that it names, leader dots and page numbers taken off. */
export function readContents(pages: readonly PageGrids[]): Contents {
  const tables = new Map<TableKey, Announced>();
  const parts = new Map<string, Contents['parts'][number]>();
  const own = new Set<number>();
  let within = false;
  for (const page of pages.slice(0, 15)) {
    const lines = page.lines.map((l) => comparable(l.text).replace(LEADERS, ''));
    const named = tablesOf(lines, page.page);
    const listed = new Set(named.map((e) => e.key)).size;
    const headings = lines.filter((t) => PART.test(t) && t.length <= 60 && !/[。;]/.test(t)).length;
    const prose = lines.some((t) => /[。;]/.test(t));
    const headed = lines.some((t) => /^目[录錄次]$/.test(t));
    const goesOn =
      within &&
      !prose &&
      lines.filter((t) => ENTRY.test(t)).length >= 2 &&
      (headings !== 1 || !PART.test(lines[0] ?? ''));
    if (
      page.grids.length === 0 &&
      (headed || listed >= 4 || (within && listed >= 1 && !prose) || (headings >= 3 && !prose) || goesOn)
    ) {
      within = true;
      own.add(page.page);
      for (const e of named) if (!tables.has(e.key)) tables.set(e.key, e);
      partsOf(lines).forEach(({ ordinal, title }) => {
        if (!parts.has(ordinal)) parts.set(ordinal, { ordinal, title, page: page.page });
      });
    } else if (page.grids.length > 0 || listed === 0) within = false;
  }
  return { pages: own, tables: [...tables.values()], parts: [...parts.values()] };
}

/** The tables that the document says it has: those of the contents list, and those whose title stands in the text over what was not read as a table. */
export function announcedTables(
  pages: readonly PageGrids[],
  contents: Contents,
  read: Iterable<TableKey>,
): readonly Announced[] {
  const known = new Set([...contents.tables.map((t) => t.key), ...read]);
  if (known.size === TABLE_KEYS.length) return contents.tables;
  const told = (text: string, page: number): Announced[] => {
    const title = text.includes('表') ? readTitle(text) : undefined;
    return title?.kind === 'form' && !known.has(title.form.key)
      ? [{ key: title.form.key, title: title.text, page, by: 'title' }]
      : [];
  };
  const inText = pages
    .filter(({ page }) => !contents.pages.has(page))
    .flatMap(({ page, lines, grids }) => [
      ...lines.flatMap((line) => told(line.text, page)),
      ...grids.flatMap(({ cells }) => cells.flatMap((c) => (c.row0 === 0 ? told(c.text, page) : []))),
    ]);
  return [...contents.tables, ...inText];
}

/** The tables that lines name; a title may be broken over two of them. */
function tablesOf(lines: readonly string[], page: number): Announced[] {
  const bare = lines.map((l) => l.replace(/(?<=表|明)\d{1,4}$/, ''));
  return bare.flatMap((line, i) => {
    const next = bare[i + 1] ?? '';
    const own = line.includes('表') ? readTitle(line) : undefined;
    const joined =
      own?.kind === 'form' || !ENTRY.test(line) || ENTRY.test(next) || !next.includes('表')
        ? undefined
        : readTitle(line + next);
    const title = own?.kind === 'form' ? own : joined;
    return title?.kind === 'form' ? [{ key: title.form.key, title: title.text, page, by: 'contents' }] : [];
  });
}

function partsOf(lines: readonly string[]): { ordinal: string; title: string }[] {
  return lines.flatMap((line, i) => {
    const match = PART.exec(line);
    if (!match) return [];
    const next = lines[i + 1] ?? '';
    const title = match[2]! || (ENTRY.test(next) ? '' : next);
    return [{ ordinal: match[1]!, title: title.replace(/\d{1,3}$/, '') }];
  });
}
