import { finding, roundBox } from '../document/finding.js';
import type { Cell, Finding, Row, Table, TableKey } from '../document/schema.js';
import { comparable, label } from '../normalise/text.js';
import { READS_PICTURES } from '../pages/page.js';
import { type RowCode, readCodes, splitCodes } from './codes.js';
import { crossRows } from './crossRows.js';
import { doubtStrayDecimals } from './decimals.js';
import { type Draft, pagesOf } from './draft.js';
import { joinRows } from './joinRows.js';
import { type ReadRow, readBlock } from './readBlock.js';
import { headWords } from './rowKinds.js';

export interface ReadTable {
  readonly table: Table;
  readonly findings: readonly Finding[];
}

/** Reads the rows of a draft, piece by piece and block by block, and joins them. Standing and checks come later. */
export function draftToTable(draft: Draft): ReadTable {
  const { form } = draft;
  const findings: Finding[] = [];
  const notes = [...draft.notes];
  const rows: Row[] = [];
  const toCross: ReadRow[] = [];
  const head = headWords(draft.parts.map(({ grid, layout }) => ({ grid, rows: layout.body })));
  const blockCount = Math.max(...draft.parts.map((p) => p.layout.blocks.length));
  for (let b = 0; b < blockCount; b++) {
    const read: ReadRow[] = [];
    for (const part of draft.parts) {
      const block = part.layout.blocks[b];
      if (!block) continue;
      const { rows: more, notes: inside } = readBlock(part, block, draft.unit, head);
      read.push(...more);
      if (b === 0) notes.push(...inside);
    }
    const printed = joinRows(read, form.codes !== null, findings, form.key);
    const joined = form.layout === 'sections' && blockCount === 1 ? inOneList(printed) : printed;
    if (form.layout === 'crossed') toCross.push(...joined);
    else rows.push(...finishRows(joined, draft, findings));
  }
  const { rows: crossed, unnamed, lost } = crossRows(form, toCross);
  rows.push(...crossed);
  restoredCodes(rows, form.key, findings);
  unknownColumns(draft, unnamed, findings);
  const pages = [...new Set(draft.parts.flatMap(pagesOf))];
  const columns = columnsOf(draft);
  if (lost.length > 0) {
    const message = `《${form.titles[0]}》 is not whole: items of it are not there, and these rows have figures and are none of its items: ${lost.join(', ')}`;
    findings.push(finding('table-partial', 'error', message, { page: pages[0] ?? null, table: form.key }));
  }
  const hasAmounts = rows.some((r) => Object.values(r.cells).some((c) => c.value !== null));
  const table: Table = {
    key: form.key,
    printedNumber: draft.printedNumber,
    title: draft.title,
    status: lost.length > 0 ? 'partial' : hasAmounts ? 'present' : 'empty',
    unit: draft.unit,
    pages,
    columns,
    rows: doubtStrayDecimals(rows, draft.unit),
    notes: notes.map(label),
  };
  return { table, findings };
}

/** 收入 and 支出 under each other in one list: 支出 begin behind the total of 收入, or with their first class. */
function inOneList(rows: readonly ReadRow[]): ReadRow[] {
  const total = rows.findIndex((r) => /^(收入)?(总计|合计)$/.test(comparable(r.name)));
  const first = rows.findIndex((r) => /^支出|^一、.*支出$/.test(comparable(r.name)));
  const begin = first >= 0 ? first : total >= 0 ? total + 1 : rows.length;
  return rows.map((r, i) => (i < begin ? r : { ...r, section: 'expenditure' }));
}

function finishRows(printed: readonly ReadRow[], draft: Draft, findings: Finding[]): Row[] {
  const { form } = draft;
  const read = form.codes ? splitCodes(printed) : printed;
  const codes = form.codes
    ? readCodes(read, form.codes)
    : read.map(() => ({ code: '', printed: '', how: 'as printed' as const }));
  const coded = codes.filter((c) => c.printed !== '').length;
  return read.map((r, i) => {
    const code = codes[i]!;
    if (code.how === 'unresolved') {
      const message = `code ${code.printed} of ${r.name} is not whole and cannot be restored`;
      const place = { page: r.page, box: r.box, table: form.key };
      findings.push(finding('code-not-whole', 'warning', message, place, { actual: code.printed }));
    }
    if (code.printed === '' && coded > 2 && isUncoded(r)) {
      const message = `no code is printed before ${r.name}, and the rows beside it have one`;
      findings.push(finding('code-not-printed', 'warning', message, { page: r.page, box: r.box, table: form.key }));
    }
    const doubt = twice(r, code.printed, read[i - 1], form.key, findings) ?? doubtOfLabel(r, code);
    return {
      section: r.section,
      lineNo: r.lineNo,
      code: code.code,
      printedCode: code.printed,
      name: r.name,
      page: r.page,
      box: roundBox(r.box),
      cells: Object.fromEntries(r.cells.map((c) => [c.key, toCell(doubted(c, doubt))])),
    };
  });
}

const doubted = (cell: ReadRow['cells'][number], doubt: string | null): ReadRow['cells'][number] =>
  doubt === null || cell.value === null ? cell : { ...cell, doubt: cell.doubt ?? doubt };

/** Whether a row has a name and money, and is no total. */
const isUncoded = (row: ReadRow): boolean =>
  /\p{Script=Han}{2}/u.test(row.name) && !/[合总小]计|经费$/.test(row.name) && row.cells.some((c) => c.value !== null);

/** Why it cannot be known whose the amounts of a row are. */
function doubtOfLabel(row: ReadRow, { printed, how }: RowCode): string | null {
  if (row.stray) return 'a cell of its row stands in a column without a head';
  if (how === 'unresolved' && !READS_PICTURES.has(row.part.grid.reader)) return 'the code of its row is not whole';
  // Spare rows of a form are filled with 0.00: no amount of anybody.
  const spare = row.cells.every((c) => !/[1-9]/.test(c.value ?? ''));
  if (printed === '' && row.name === '' && !spare)
    return row.lineNo === '' ? 'nothing names its row' : 'the label of its row is lost: its number alone is there';
  if (/^\d[\d,]*\.\d{2}/.test(row.name))
    return 'the label of its row begins with a figure: two cells may have become one';
  return SEVERAL.test(row.name) ? 'its label has the codes of several rows' : null;
}

/** 30231公务用车运行维护费31205利息补贴 */
const SEVERAL = /(?:^|\p{Script=Han})\d{3,7}\p{Script=Han}.*\p{Script=Han}\d{3,7}\p{Script=Han}/u;

/** A row that prints the one before it again: with its number or code, its name and its amounts. */
function twice(
  row: ReadRow,
  code: string,
  before: ReadRow | undefined,
  table: TableKey,
  findings: Finding[],
): string | null {
  const named = (row.lineNo !== '' || code !== '' || /^[一二三四五六七八九十]+、/.test(row.name)) && row.name !== '';
  if (!before || !named || !isSame(row, before)) return null;
  const message = `the row ${code} ${row.name} is printed twice, one under the other`;
  findings.push(finding('row-printed-twice', 'warning', message, { page: row.page, box: row.box, table }));
  return 'its row is printed twice';
}

const isSame = (a: ReadRow, b: ReadRow): boolean =>
  a.name === b.name &&
  a.lineNo === b.lineNo &&
  a.codes.join() === b.codes.join() &&
  a.cells.length === b.cells.length &&
  a.cells.some((c) => c.raw !== '') &&
  a.cells.every((c, i) => c.raw === b.cells[i]!.raw);

/** One finding a table for the codes that its columns cut: each row keeps the printed one beside the restored. */
function restoredCodes(rows: readonly Row[], table: TableKey, findings: Finding[]): void {
  const restored = rows.filter((r) => r.code !== r.printedCode);
  const [first] = restored;
  if (!first) return;
  findings.push(
    finding(
      'codes-restored',
      'info',
      `${restored.length} codes that are not printed whole are restored from the rows above, their names and the classification: ` +
        `${first.printedCode} ${first.name} is ${first.code}, and so on; every row keeps its printed code`,
      { page: first.page, box: first.box, table },
      { expected: first.code, actual: first.printedCode },
    ),
  );
}

/** A cell without checks: a doubt about its place is kept as its first reason. */
export function toCell(read: ReadRow['cells'][number]): Cell {
  return {
    value: read.value,
    raw: read.raw,
    page: read.page,
    box: roundBox(read.box),
    reader: read.reader,
    standing: read.doubt ? 'disputed' : 'unconfirmed',
    why: read.doubt ? [read.doubt] : [],
    checks: [],
    secondReading: null,
  };
}

function columnsOf(draft: Draft): Table['columns'] {
  const { form } = draft;
  const printed = new Set(draft.parts.flatMap((p) => p.layout.blocks.flatMap((b) => b.amounts.map((a) => a.key))));
  if (form.layout === 'crossed') return form.measures!.map((m) => ({ key: m.key, label: m.label }));
  const seen = new Set<string>();
  return form.columns
    .filter((c) => printed.has(c.key) && !seen.has(c.key) && seen.add(c.key))
    .map((c) => ({ key: c.key, label: c.label }));
}

/**
 * Columns whose head the form does not know, or leaves open with nothing else to name them: their figures are not taken, and that is said
 * once a table.
 */
function unknownColumns(draft: Draft, unnamed: ReadonlySet<string>, findings: Finding[]): void {
  const pages = new Map<string, number>();
  for (const part of draft.parts) {
    for (const { path, key, label } of part.layout.blocks.flatMap((b) => b.amounts)) {
      const known = (key !== null && !unnamed.has(key)) || /^备注$/.test(comparable(label));
      if (!known && !pages.has(path)) pages.set(path, part.grid.page);
    }
  }
  if (pages.size === 0) return;
  const paths = [...pages.keys()].join(', ');
  const message = `of this form are not the columns under ${paths}: their figures are not taken`;
  const place = { page: Math.min(...pages.values()), table: draft.form.key };
  findings.push(finding('unknown-column', 'warning', message, place, { actual: paths }));
}
