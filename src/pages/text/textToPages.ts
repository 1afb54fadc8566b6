import type { Page } from '../page.js';
import { type DrawItem, drawPage } from './draw.js';
import { type Item, type Joined, joinTables } from './joinTables.js';
import { settleLevels } from './levels.js';
import { Profiles } from './profile.js';
import { mendProse } from './prose.js';
import { withoutRepeats } from './repeats.js';
import { restoreHeads } from './restoreHeads.js';
import { textToSheets } from './sheets.js';
import { sheetToBlocks } from './sheetToBlocks.js';
import { splitLabels } from './splitLabels.js';
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
  const once = withoutRepeats(tables);
  const split = splitLabels(once.tables);
  const restored = restoreHeads(split.tables);
  const profiles = new Profiles(restored.tables, new Profiles(restored.tables));
  const stripped = !tables.some((t) => t.rows.some((r) => r.cells.length > 2 && r.cells.at(-1)!.text === ''));
  const blanksKept = tables.some((t) => t.rows.some((r) => r.cells.slice(1).some((c) => c.text === '')));
  const drawn = clean
    .flatMap((s) => s.items.flatMap((i) => (i.kind === 'table' ? [i.joined] : [])))
    .map((joined, i) => tableToDrawable({ ...joined, table: restored.tables[i]! }, profiles, stripped && blanksKept));
  const moved = drawn.flatMap((d) => d.notes.filter((n) => n.rule === 'columns-shifted').flatMap(linesWithin));
  const settled = settleLevels(
    drawn.map((d) => d.drawable),
    new Set(moved),
  );
  const tableNotes = [
    ...once.notes,
    ...split.notes,
    ...restored.notes,
    ...settled.notes,
    ...drawn.flatMap((d) => d.notes),
  ];
  let next = 0;
  return clean.map(({ items, notes }, p) => {
    const lines = new Set<number>();
    const drawing = items.map((item): DrawItem => {
      if (item.kind !== 'table') return item;
      const table = settled.tables[next++]!;
      for (const row of table.rows) lines.add(row.line);
      return { kind: 'table', table };
    });
    return drawPage(p + 1, drawing, [...notes, ...tableNotes.filter((n) => lines.has(n.lines[0]))]);
  });
}

const linesWithin = ({ lines: [first, last] }: Note): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

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
