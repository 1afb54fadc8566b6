// One digit of one amount changed, and what the checks then say of that figure. Reading is done once a document; each change is made
// where a reader's characters become a cell, and everything after it runs again.
import { gridsToAttachments } from '../dist/attachments/gridsToAttachments.js';
import { checkDocument } from '../dist/checks/checkDocument.js';
import { readContents } from '../dist/document/contents.js';
import { readCover } from '../dist/document/cover.js';
import { commonUnit, draftsToTables } from '../dist/document/tables.js';
import { pageToGrids } from '../dist/grids/pageToGrids.js';
import { linkItems } from '../dist/narrative/linkItems.js';
import { paragraphsToStatements } from '../dist/narrative/paragraphsToStatements.js';
import { readAmount } from '../dist/normalise/amount.js';
import { bytesToPages } from '../dist/pages/bytesToPages.js';
import { openWithPdfjs } from '../dist/pages/pdfjs/reader.js';
import { pagesToParagraphs } from '../dist/paragraphs/pagesToParagraphs.js';
import { cellsOf, readAgain } from '../dist/readings/secondReading.js';
import { DEFAULT_LIMITS } from '../dist/source/limits.js';
import { openSource } from '../dist/source/source.js';
import { unruledGrids } from '../dist/tables/draft.js';
import { gridsToDrafts } from '../dist/tables/gridsToDrafts.js';

/** Everything up to the checks, read once. The forms are left out: their figures are none of the nine tables. */
export async function readOnce(bytes, fileName) {
  const source = openSource(fileName, bytes);
  const { made: grids, facts, leaves } = await bytesToPages(source, DEFAULT_LIMITS, pageToGrids);
  const forms = gridsToAttachments(grids);
  const drafts = gridsToDrafts(grids, forms.taken);
  const contents = readContents(grids);
  const cover = readCover(grids, facts.title);
  const { tables } = draftsToTables(drafts, contents.tables, commonUnit(drafts.drafts));
  const { paragraphs } = pagesToParagraphs(grids, contents.pages, unruledGrids(drafts.drafts));
  const narrative = linkItems(paragraphsToStatements(paragraphs, cover.fiscalYear), tables);
  const none = gridsToAttachments([]);
  return { tables, forms: none, narrative, again: await secondOf(bytes, leaves.length) };
}

/** The second reader's answers; each is looked up on the page once, however many changes are tried. */
async function secondOf(bytes, pageCount) {
  const reader = await openWithPdfjs(bytes);
  const pages = [];
  for (let n = 1; n <= pageCount; n++) pages.push(await reader.page(n));
  await reader.close();
  const known = new Map();
  return (page, cells) => {
    const key = ({ box }) => `${page}/${box.join()}`;
    const unknown = cells.filter((cell) => !known.has(key(cell)));
    readAgain(unknown, pages[page - 1]).forEach((text, i) => {
      known.set(key(unknown[i]), text);
    });
    return cells.map((cell) => known.get(key(cell)));
  };
}

/** The amounts that can be changed: those with a digit. */
export const amountsOf = ({ tables }) => [...cellsOf(tables)].filter(({ cell }) => cell.value !== null);

/** The printed amount with another digit in one place; which place and which digit is told by `chance`. */
export function slip(raw, chance) {
  const places = [...raw.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[Math.floor(chance() * places.length)];
  const digit = (Number(raw[at]) + 1 + Math.floor(chance() * 9)) % 10;
  const made = raw.slice(0, at) + digit + raw.slice(at + 1);
  // No amount begins with a nought before other digits: the reader would doubt it by its form alone.
  return readAmount(made).kind === 'amount' ? made : slip(raw, chance);
}

const changed = (tables, id, raw) => {
  const [key, row, column] = id.split('/');
  return tables.map((table) => {
    if (table.key !== key) return table;
    const rows = [...table.rows];
    const cell = rows[row].cells[column];
    rows[row] = {
      ...rows[row],
      cells: { ...rows[row].cells, [column]: { ...cell, raw, value: readAmount(raw).value } },
    };
    return { ...table, rows };
  });
};

/**
 * The document after the change. `printed`: the wrong digit stands on the page, so both readers see it (the publisher's error);
 * else the first reader alone misread it.
 */
export async function checkChanged(read, id, raw, printed) {
  const tables = id === null ? read.tables : changed(read.tables, id, raw);
  const box = id === null ? null : [...cellsOf(tables)].find((c) => c.id === id).cell;
  const again = async (page, cells) => {
    const texts = read.again(page, cells);
    if (!printed || box === null) return texts;
    return cells.map((cell, i) => (page === box.page && cell.box === box.box ? raw : texts[i]));
  };
  const second = { when: 'auto', open: async () => ({ name: 'pdfjs', again, close: async () => {} }) };
  return checkDocument({ tables, findings: [] }, read.forms, read.narrative, second);
}
