import { catalog } from '../catalog/catalog.js';
import { finding } from '../document/finding.js';
import type { Finding, Row, Table } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import type { ReadTable } from '../tables/draftToTable.js';
import { FORMS } from '../tables/forms/index.js';
import { editDistance, nearest, summaryLabels } from './vocabulary.js';

/**
 * Holds the labels of a table that were read from pictures against the classification and the forms. A name or code that can be
 * only one of theirs becomes it, and a finding lists what was read. Where a row's label stays in doubt so do its figures, and the
 * table is not whole: a figure under the wrong code is as wrong as a wrong figure.
 */
export function settleLabels(
  { table, findings: found }: ReadTable,
  isPicture: (page: number) => boolean,
): { readonly table: Table; readonly findings: readonly Finding[] } {
  if (!table.pages.some(isPicture)) return { table, findings: [] };
  // A column whose head is misread is a column lost.
  const lost = found.some((f) => f.rule === 'unknown-column');
  const status = lost ? 'partial' : table.status;
  if (table.key === 'three_public') return itemsOf({ ...table, status });
  const kind = FORMS.find((f) => f.key === table.key)!.codes;
  const work: Work = { isPicture, changed: [], doubtful: [] };
  const rows = kind ? codedRows(table, kind, work) : namedRows(table.rows, work);
  const findings: Finding[] = [];
  if (work.changed.length > 0) findings.push(correctedFinding(table, work.changed));
  if (work.doubtful.length === 0) return { table: { ...table, rows, status }, findings };
  findings.push(doubtFinding(table, work.doubtful));
  return { table: { ...table, rows, status: 'partial' }, findings };
}

/** The items that every form of “三公” prints: one that is not there was not recognised. */
const ITEMS = ['total', 'overseas', 'vehicle', 'reception'];

function itemsOf(table: Table): { readonly table: Table; readonly findings: readonly Finding[] } {
  const lost = ITEMS.filter((item) => !table.rows.some((r) => r.name === item));
  if (lost.length === 0) return { table, findings: [] };
  const message = `《${table.title}》: the items ${lost.join(', ')} were not recognised on the picture`;
  const place = { page: table.pages[0] ?? null, table: table.key };
  return { table: { ...table, status: 'partial' }, findings: [finding('items-lost', 'error', message, place)] };
}

interface Work {
  readonly isPicture: (page: number) => boolean;
  readonly changed: Changed[];
  readonly doubtful: Row[];
}

const doubtFinding = (table: Table, rows: readonly Row[]): Finding =>
  finding(
    'labels-in-doubt',
    'error',
    `《${table.title}》: it is not certain what these rows are, their labels are misread: ${rows
      .map((r) => [r.code, r.name].filter((t) => t !== '').join(' ') || '(no label)')
      .join(', ')}`,
    { page: rows[0]!.page, box: rows[0]!.box, table: table.key },
  );

interface Changed {
  readonly row: Row;
  readonly read: string;
  readonly taken: string;
}

const correctedFinding = (table: Table, changed: readonly Changed[]): Finding =>
  finding(
    'labels-corrected',
    'info',
    `《${table.title}》: ${changed.length} labels that were misread are taken from the classification and the form: ${changed
      .map((c) => `${c.read} → ${c.taken}`)
      .join(', ')}`,
    { page: changed[0]!.row.page, box: changed[0]!.row.box, table: table.key },
  );

const TOTALS = /^(合计|总计|小计|本年合计|人员经费合计|公用经费合计|支出合计|本年(收入|支出)合计)$/;

function codedRows(table: Table, kind: 'functional' | 'economic', { isPicture, changed, doubtful }: Work): Row[] {
  const { names } = catalog(kind);
  const out: Row[] = [];
  for (const [i, row] of table.rows.entries()) {
    const name = comparable(row.name);
    const next = table.rows.slice(i + 1).find((r) => names.has(r.code))?.code ?? '';
    const filled = Object.values(row.cells).some((c) => c.raw !== '');
    if (!isPicture(row.page) || (row.code === '' && (TOTALS.test(name) || !filled)) || names.get(row.code) === name) {
      out.push(row);
      continue;
    }
    if (row.code === '' && !isName(name, names)) {
      const total = nearest(name, ['合计', '总计', '人员经费合计', '公用经费合计']);
      if (total && total.length === name.length) out.push(renamed(row, total, changed));
      else out.push(inDoubt(row, doubtful, 'the label of its row is none of the form'));
      continue;
    }
    const known = names.get(row.code);
    if (known !== undefined && isMisread(name, known)) out.push(renamed(row, known, changed));
    else if (known !== undefined && (known.startsWith(name) || name.startsWith(known)) && name.length > 1)
      out.push(row);
    else {
      const cut = cutCode(name, row.code, next, out, names);
      if (cut) {
        changed.push({ row, read: `${row.code} ${row.name}`, taken: cut.join(' ') });
        out.push({ ...row, code: cut[0], name: cut[1] });
        continue;
      }
      const code = codeOfName(name, row.code, next, out, names);
      if (code === undefined) out.push(inDoubt(row, doubtful, 'the code and the name of its row do not go together'));
      else {
        changed.push({ row, read: row.code, taken: code });
        out.push({ ...row, code });
      }
    }
  }
  return out;
}

/** Same text but for single characters: a name that the publisher printed shorter or longer is left as it is. */
const isMisread = (read: string, known: string): boolean =>
  Math.abs(read.length - known.length) <= 1 &&
  !known.startsWith(read) &&
  !read.startsWith(known) &&
  editDistance(read, known) <= Math.max(1, Math.floor(0.34 * known.length));

/** Code and name where the column cut the code and the name is misread: the nearest of those that begin with the digits. */
function cutCode(
  name: string,
  read: string,
  next: string,
  above: readonly Row[],
  names: ReadonlyMap<string, string>,
): [string, string] | undefined {
  if (read.length < 4) return undefined;
  const last = above.findLast((r) => r.code !== '')?.code ?? '';
  const begun = [...names].filter(
    ([code]) =>
      code.length > read.length &&
      code.startsWith(read) &&
      code > last &&
      (next === '' || code < next || next === last),
  );
  const word = nearest(
    name,
    begun.map(([, known]) => known),
  );
  const fitting = begun.filter(([, known]) => known === word);
  return fitting.length === 1 ? [fitting[0]![0], word!] : undefined;
}

const isName = (name: string, names: ReadonlyMap<string, string>): boolean => [...names.values()].includes(name);

/**
 * The one code with exactly this name that stands in order between its neighbours, under a class that is printed. A code that is
 * read as another one of the classification must be near as well.
 */
function codeOfName(
  name: string,
  read: string,
  next: string,
  above: readonly Row[],
  names: ReadonlyMap<string, string>,
): string | undefined {
  const last = above.findLast((r) => r.code !== '')?.code ?? '';
  const printed = new Set(above.map((r) => r.code));
  const fitting = [...names].filter(
    ([code, known]) =>
      known === name &&
      (!names.has(read) || editDistance(code, read) <= 2) &&
      code > last &&
      (code.length === 3 || printed.has(code.slice(0, -2))) &&
      (next === '' || code < next),
  );
  return fitting.length === 1 ? fitting[0]![0] : undefined;
}

const ORDINALS = '一二三四五六七八九十';
const NUMBERED = /^([一二三四五六七八九十]+)[、.．·,，]/;

/** The summary tables: rows are known by their names, numbered 一、 二、 … within each half. */
function namedRows(rows: readonly Row[], { isPicture, changed, doubtful }: Work): Row[] {
  let last = 0;
  let section = '';
  return rows.map((row, i) => {
    if (row.section !== section) last = 0;
    section = row.section;
    const read = comparable(isPicture(row.page) ? withMarksOfForms(row.name) : row.name);
    if (read === '') return row;
    const next = rows[i + 1]?.section === section ? ordinalIn(rows[i + 1]!.name) : 0;
    const { label, ordinal } = knownLabel(read, last + 1, next, isNumbered(rows, i));
    if (ordinal > 0) last = ordinal;
    if (!isPicture(row.page) || (label === read && label === comparable(row.name))) return row;
    return label === undefined
      ? inDoubt(row, doubtful, 'the label of its row is none of the form')
      : renamed(row, label, changed);
  });
}

/** No form numbers its rows 一· or has dashes in their labels: poor pictures make 、 and 一 so. */
const withMarksOfForms = (name: string): string =>
  name.replace(/[-—–]+/g, '一').replace(/(?<=^[一二三四五六七八九十]+)[·・.．,，]/, '、');

/** Rows that close a half of a summary table have no number. */
const NEVER_NUMBERED = /合计|总计|结余|结转|分配/;

/** Whether most rows of this half are numbered, and this one stands before the one that closes them. */
function isNumbered(rows: readonly Row[], at: number): boolean {
  const end = rows.findIndex((r) => r.section === rows[at]!.section && /合计/.test(r.name));
  const items = rows
    .slice(0, end < 0 ? rows.length : end)
    .filter((r) => r.section === rows[at]!.section && r.name !== '');
  return (end < 0 || at < end) && items.filter((r) => ordinalIn(r.name) > 0).length > 0.5 * items.length;
}

const ordinalIn = (name: string): number => {
  const match = NUMBERED.exec(comparable(name));
  return match ? ordinalOf(match[1]!) : 0;
};

/** The label that a text must be, with its numbering; `expected` is the number that comes next, `next` that of the row below. */
function knownLabel(
  read: string,
  expected: number,
  next: number,
  numberedPart: boolean,
): { label: string | undefined; ordinal: number } {
  const known = new Set(summaryLabels());
  const numbered = NUMBERED.exec(read);
  const body = numbered ? read.slice(numbered[0].length) : read;
  const word = known.has(body) ? body : nearest(body, known);
  const due = next === expected + 1 || (numberedPart && !numbered && word !== undefined && !NEVER_NUMBERED.test(word));
  const as = (label: string): { label: string; ordinal: number } => ({
    label: `${chineseNumber(expected)}、${label}`,
    ordinal: expected,
  });
  if (numbered) {
    const ordinal = ordinalOf(numbered[1]!);
    if (word === undefined) return { label: undefined, ordinal };
    // 三 where 二 must stand: the rows above and below say so.
    if (ordinal !== expected && ordinal !== 1 && due) return as(word);
    return { label: `${numbered[1]}${/[、.．]$/.test(numbered[0]) ? numbered[0].at(-1) : '、'}${word}`, ordinal };
  }
  // 二 stands below: this is 一, at the beginning of the rows or where numbers begin anew.
  if (word !== undefined && next === 2 && !NEVER_NUMBERED.test(word)) return { label: `一、${word}`, ordinal: 1 };
  // The numbering may be misread or have lost its mark: what is left behind it must be a label.
  for (let cut = 1; cut <= Math.min(4, read.length - 2); cut++) {
    const rest = read.slice(cut);
    if (known.has(rest) && (due || !known.has(read))) return as(rest);
  }
  if (word !== undefined && (due || read.startsWith(chineseNumber(expected)))) return as(word);
  return { label: word, ordinal: 0 };
}

function ordinalOf(text: string): number {
  const tens = text.indexOf('十');
  if (tens < 0) return ORDINALS.indexOf(text) + 1;
  const before = tens === 0 ? 1 : ORDINALS.indexOf(text[0]!) + 1;
  return 10 * before + (text.length > tens + 1 ? ORDINALS.indexOf(text[tens + 1]!) + 1 : 0);
}

function chineseNumber(n: number): string {
  const ten = Math.floor(n / 10);
  const one = n % 10;
  return `${ten === 0 ? '' : ten === 1 ? '十' : `${ORDINALS[ten - 1]}十`}${one === 0 ? '' : ORDINALS[one - 1]}`;
}

function renamed(row: Row, name: string, changed: Changed[]): Row {
  changed.push({ row, read: row.name, taken: name });
  return { ...row, name };
}

function inDoubt(row: Row, doubtful: Row[], why: string): Row {
  const filled = Object.entries(row.cells).filter(([, c]) => c.raw !== '');
  if (filled.length === 0) return row;
  doubtful.push(row);
  const cells = filled.map(([key, c]) => [key, { ...c, why: [...c.why, why] }]);
  return { ...row, cells: { ...row.cells, ...Object.fromEntries(cells) } };
}
