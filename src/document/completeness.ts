import { comparable } from '../normalise/text.js';
import { READS_PICTURES } from '../pages/page.js';
import { CODE_LENGTHS } from '../tables/codes.js';
import type { Draft, Part } from '../tables/draft.js';
import type { Form } from '../tables/form.js';
import type { AmountColumn } from '../tables/layout.js';
import { isHeadAlone } from '../tables/unruled.js';
import { finding } from './finding.js';
import type { PageGap } from './pageGaps.js';
import type { Finding, Row, Table } from './schema.js';

/**
 * Whether a table is whole: its first page is there, its line numbers go up by one, its closing rows are printed, and every
 * 款 and 项 stands under its 类. What is lost makes the table `partial`, and a finding says what.
 */
export function completeness(
  table: Table,
  draft: Draft,
  gaps: readonly PageGap[],
): { readonly table: Table; readonly findings: Finding[] } {
  const losses: string[] = [];
  if (draft.headLost) losses.push('the page with its title and head is lost');
  // On a picture, what does not fit may be its next page, badly seen.
  const cut = table.status === 'present' ? draft.followedBy.find((g) => READS_PICTURES.has(g.reader)) : undefined;
  if (cut) losses.push(`a table without a title on page ${cut.page} may be the rest of it`);
  losses.push(...pagesLost(draft, gaps), ...halvesLost(draft));
  if (draft.parts.some((p) => p.grid.origin === 'aligned' && !isHeadAlone(p)))
    losses.push('it is printed without rules, and rows may be lost');
  if (table.rows.length === 0 && table.notes.length === 0 && draft.parts.some(hasBody))
    losses.push('what stands under its head cannot be told apart into rows');
  const numbers = lostLines(table.rows);
  if (numbers) losses.push(numbers);
  if (table.status === 'present') {
    for (const end of draft.form.closing ?? []) {
      const rows = table.rows.filter((r) => r.section === end.section);
      if (!rows.some((r) => end.labels.includes(comparable(r.name))))
        losses.push(`the row ${end.labels.join(' or ')} is not there`);
    }
    if (draft.form.codes !== null) losses.push(...orphans(table.rows), ...childless(table.rows));
  }
  if (draft.form.codes !== null) losses.push(...cutCodes(table.rows));
  losses.push(...unreadable(table.rows), ...merged(table.rows), ...rowsElsewhere(table, draft));
  const columns = columnsMissing(draft);
  const name = `《${draft.form.titles[0]}》`;
  const place = { page: table.pages[0] ?? null, table: table.key };
  const { leftOut = [] } = draft.parts[0]!.layout;
  const without = `${name} is printed without ${leftOut.join(', ')}: nothing stood there, each total is the sum of the columns that are printed`;
  const told = leftOut.length > 0 ? [finding('columns-left-out', 'info', without, place)] : [];
  if (losses.length + columns.length === 0) return { table, findings: [...told, ...withoutRows(table, draft)] };
  const findings: Finding[] = [...told];
  if (columns.length > 0) {
    const message = `${name} has no column ${columns.join(', ')}: it may stand on another page, or under a head that is not understood`;
    findings.push(finding('columns-missing', 'error', message, place));
  }
  if (losses.length > 0)
    findings.push(finding('table-partial', 'error', `${name} is not whole: ${losses.join('; ')}`, place));
  return { table: { ...table, status: 'partial' as const }, findings };
}

/** Pages of a wide sheet whose other columns were not found, though those of other pages were. */
const halvesLost = ({ parts }: Draft): string[] =>
  parts.some((p) => p.alone)
    ? parts.flatMap((p) => (p.alone ? [] : [`the columns that belong beside page ${p.grid.page} are not there`]))
    : [];

/** Columns without which it is not the form, where its title stands over a head that has only some: a sheet too wide for its page. */
function columnsMissing({ form, parts, headLost }: Draft): string[] {
  const { layout, hasHead } = parts[0]!;
  if (headLost || !hasHead) return [];
  const amounts = layout.blocks.flatMap((b) => b.amounts);
  if (form.layout === 'crossed') {
    const has = (key: string): boolean => amounts.some((a) => a.key?.endsWith(`/${key}`));
    if (!layout.complete) return (form.measures ?? []).filter((m) => !has(m.key)).map((m) => m.label);
    return itemsHalfThere(form, amounts);
  }
  const there = new Set(amounts.map((a) => a.key));
  // Where a head is not understood, any column that is not there may stand under it.
  const strange = amounts.some((a) => a.key === null && !BESIDE.test(comparable(a.label)));
  return form.columns
    .filter(
      (c) => !there.has(c.key) && ((strange && !c.optional) || (!layout.complete && form.required.includes(c.key))),
    )
    .map((c) => c.label);
}

/** Of a table that has budget and final figures of its items: the items with one of them, where a head is not understood. */
function itemsHalfThere({ items = [], measures = [] }: Form, amounts: readonly AmountColumn[]): string[] {
  const keys = new Set(amounts.map((a) => a.key));
  if (!keys.has(null)) return [];
  const pairs = items.filter(({ key }) => measures.some((m) => keys.has(`${key}/${m.key}`)));
  return pairs.flatMap((item) =>
    measures.filter((m) => !keys.has(`${item.key}/${m.key}`)).map((m) => `${item.label} ${m.label}`),
  );
}

/** Heads of columns that a region prints beside those of the form: remarks, and comparisons with another year. */
const BESIDE = /备注|说明|上年|去年|\d{4}年|增减|增长|比|%|率|预算|其中/;

/** Codes that the paper has not whole and that cannot be restored: which rows they are is lost. */
function cutCodes(rows: readonly Row[]): string[] {
  const cut = rows.filter((r) => r.code !== '' && !CODE_LENGTHS.includes(r.code.length));
  return cut.length === 0
    ? []
    : [`the codes of ${cut.length} rows are not whole: ${cut.map((r) => r.code).join(', ')}`];
}

/** What has digits and is no amount: those of several rows, or of two columns, in one cell; or #### of a column too narrow for its figure. */
function unreadable(rows: readonly Row[]): string[] {
  const texts = rows.flatMap((r) =>
    Object.values(r.cells).flatMap((c) => (c.value === null && /\d|#{2}/.test(c.raw) ? [c.raw] : [])),
  );
  return texts.length === 0 ? [] : [`${texts.length} figures are no amounts: ${texts.slice(0, 3).join(', ')}`];
}

/** 六、科学技术支出七、文化旅游体育与传媒支出: no rule parts two rows, and nothing tells them apart. */
function merged(rows: readonly Row[]): string[] {
  const names = rows.map((r) => r.name).filter((name) => TWO_LABELS.test(name));
  return names.length === 0 ? [] : [`rows cannot be told apart: ${names.slice(0, 3).join(', ')}`];
}
const TWO_LABELS =
  /^[一二三四五六七八九十]+、[^、]{3,}?[^、一二三四五六七八九十][一二三四五六七八九十]+、\p{Script=Han}/u;

const hasBody = ({ grid, layout }: Part): boolean =>
  grid.cells.some((c) => c.row0 >= layout.body && /\d/.test(c.text) && c.lines.length > 1);

const hasOrNeedsNone = ({ rows, notes }: Table): boolean =>
  rows.length > 0 || notes.some((n) => /[无零空]|没有|不涉及/.test(n));

/** A head with nothing under it, and a grid on the next page that belongs to no table: its rows, which were not understood. */
const rowsElsewhere = (table: Table, { followedBy }: Draft): string[] =>
  hasOrNeedsNone(table) || followedBy.length === 0
    ? []
    : [`its head has no row under it, and what stands on page ${followedBy[0]!.page} was not understood`];

/** An empty table prints its rows all the same, or says in a note that there is nothing. */
function withoutRows(table: Table, draft: Draft): Finding[] {
  if (hasOrNeedsNone(table)) return [];
  const message = `《${draft.form.titles[0]}》 has a head and no row under it, and no note says that there is nothing`;
  return [finding('table-without-rows', 'warning', message, { page: table.pages[0] ?? null, table: table.key })];
}

/**
 * Gaps in the 行次 that lost rows leave: numbers begin with 1 and go up by one. A number that is skipped or misprinted between two
 * neighbouring rows of one page is the publisher's (28, 39, 30): nothing can be lost there.
 */
function lostLines(rows: readonly Row[]): string | undefined {
  const numbered = rows.filter((r) => /^\d{1,3}$/.test(r.lineNo));
  if (numbered.length < 5 || numbered.length < rows.length * 0.6) return undefined;
  const there = new Set(numbered.map((r) => Number(r.lineNo)));
  const lost = new Set<number>();
  numbered.forEach((row, i) => {
    const before = numbered[i - 1];
    const sameHalf = before?.section === row.section;
    if (before && sameHalf && before.page === row.page) return;
    // The second half begins where the first ended; its own first number tells what is lost before it.
    const from = before === undefined ? 0 : Number(before.lineNo);
    for (let n = from + 1; n < Number(row.lineNo); n++) if (!there.has(n)) lost.add(n);
  });
  return lost.size === 0 ? undefined : `lines ${ranges([...lost].sort((a, b) => a - b))} are lost`;
}

function ranges(numbers: readonly number[]): string {
  const out: [number, number][] = [];
  for (const n of numbers) {
    const open = out.at(-1);
    if (open && open[1] === n - 1) open[1] = n;
    else out.push([n, n]);
  }
  return out.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(', ');
}

/** Pages that are not in the file and lay within the table, or where it may have gone on. */
const pagesLost = ({ parts }: Draft, gaps: readonly PageGap[]): string[] =>
  gaps
    .filter(({ before, after, foot }) => {
      const last = parts.findLast((p) => p.grid.page <= before);
      return last?.grid.page === before && (parts.some((p) => p.grid.page >= after) || last.grid.ys.at(-1)! > foot);
    })
    .map(({ printed: [from, to] }) => `between the printed pages ${from} and ${to} pages are lost`);

/** Rows of money under which nothing stands, in a table that prints 款 under each other 类, or 项 under each other 款. */
function childless(rows: readonly Row[]): string[] {
  const codes = rows.map((r) => r.code).filter((c) => c !== '');
  const spent = (r: Row): boolean => Object.values(r.cells).some((c) => c.value !== null && /[1-9]/.test(c.value));
  const isParent = (code: string): boolean => codes.some((c) => c.length > code.length && c.startsWith(code));
  return [3, 5].flatMap((length) => {
    const level = rows.filter((r) => r.code.length === length && spent(r));
    const bare = level.filter((r) => !isParent(r.code));
    // One at the end of the rows, or of a page: elsewhere the form itself ends there.
    return bare.length === 1 && level.length > 1 ? [`no row stands under ${bare[0]!.code} ${bare[0]!.name}`] : [];
  });
}

/** Rows whose 类 or 款 is not printed in a table that prints them elsewhere. */
function orphans(rows: readonly Row[]): string[] {
  const codes = new Set(rows.map((r) => r.code).filter((c) => c !== ''));
  const without = (length: number, level: string): string[] => {
    const parents = [...codes].filter((c) => c.length > length).map((c) => c.slice(0, length));
    const lost = new Set(parents.filter((c) => !codes.has(c)));
    return [...codes].some((c) => c.length === length)
      ? [...lost].map((c) => `rows of ${c} stand without their ${level}`)
      : [];
  };
  const classes = without(3, '类');
  return classes.length > 0 ? classes : without(5, '款');
}
