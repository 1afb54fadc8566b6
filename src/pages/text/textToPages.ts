import type { Page } from '../page.js';
import { type DrawItem, drawPage } from './draw.js';
import { type Item, type Joined, joinTables } from './joinTables.js';
import { Profiles } from './profile.js';
import { mendProse } from './prose.js';
import { restoreHeads } from './restoreHeads.js';
import { textToSheets } from './sheets.js';
import { sheetToBlocks } from './sheetToBlocks.js';
import { tableToDrawable, withoutTags } from './tableToDrawable.js';
import type { Note } from './textTable.js';

interface Sheet {
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

/**
 * Draws the pages of a text that another program took out of a document. Nothing is taken for granted about that program: what it
 * lost or moved is mended only where the text itself says how, and each time a remark says what was done on what evidence; what
 * stays open makes its cells doubtful.
 */
export function textToPages(text: string): Page[] {
  const sheets = textToSheets(text).map((lines): Sheet => {
    const joined = joinTables(sheetToBlocks(lines));
    const mended = mendProse(joined.items);
    return { items: mended.items, notes: [...joined.notes, ...mended.notes] };
  });
  const clean = sheets.map(cleanTables);
  const tables = clean.flatMap((s) => s.items.flatMap((i) => (i.kind === 'table' ? [i.joined.table] : [])));
  const restored = restoreHeads(tables);
  const profiles = new Profiles(restored.tables, new Profiles(restored.tables));
  const stripped = !tables.some((t) => t.rows.some((r) => r.cells.length > 2 && r.cells.at(-1)!.text === ''));
  const blanksKept = tables.some((t) => t.rows.some((r) => r.cells.slice(1).some((c) => c.text === '')));
  let next = 0;
  return clean.map(({ items, notes }, p) => {
    const said: Note[] = [...notes];
    const drawn = items.map((item): DrawItem => {
      if (item.kind !== 'table') return item;
      const table = restored.tables[next++]!;
      const lines = new Set(table.rows.map((r) => r.line));
      said.push(...restored.notes.filter((n) => lines.has(n.lines[0])));
      const done = tableToDrawable({ ...item.joined, table }, profiles, stripped && blanksKept);
      said.push(...done.notes);
      return { kind: 'table', table: done.drawable };
    });
    return drawPage(p + 1, drawn, said);
  });
}

function cleanTables({ items, notes }: Sheet): Sheet {
  const more: Note[] = [];
  const out = items.map((item): Item => {
    if (item.kind !== 'table') return item;
    const { joined, notes: said } = withoutTags(item.joined);
    more.push(...said);
    return { kind: 'table', joined: joined satisfies Joined };
  });
  return { items: out, notes: [...notes, ...more] };
}
