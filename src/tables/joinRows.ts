import { finding } from '../document/finding.js';
import type { Finding, TableKey } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { CODE_LENGTHS } from './codes.js';
import type { ReadRow } from './readBlock.js';
import { TOTAL } from './rowKinds.js';

/**
 * Joins the rows of a block over its pages: a row that a page break splits is one row, a total that is printed again with the
 * head counts once, empty rows after the last line are dropped.
 */
export function joinRows(read: readonly ReadRow[], coded: boolean, findings: Finding[], table: TableKey): ReadRow[] {
  const rows: ReadRow[] = [];
  for (const row of read) {
    const last = rows.at(-1);
    if (last && row.leads && isRestOf(last, row, coded)) {
      rows[rows.length - 1] = merge(last, row);
      findings.push(
        finding(
          'row-over-page-break',
          'info',
          `the row ${merge(last, row).name} is split by the end of page ${last.page} and read as one`,
          {
            page: row.page,
            box: row.box,
            table,
          },
        ),
      );
      continue;
    }
    const total =
      coded && TOTAL.test(comparable(row.name))
        ? rows.find((r) => comparable(r.name) === comparable(row.name))
        : undefined;
    if (total && total.part !== row.part) {
      if (sameCells(total, row)) continue;
      if (row.part.hasHead) {
        findings.push(
          finding('repeated-total-differs', 'warning', `the row ${row.name} is printed again with other figures`, {
            page: row.page,
            box: row.box,
            table,
          }),
        );
      }
    }
    rows.push(row);
  }
  // An empty strip at the top of a last page is left over from the table, not a row of it.
  while (
    rows.length > 0 &&
    isEmpty(rows.at(-1)!) &&
    rows.some((r) => /^(总计|合计|公用经费合计)$/.test(comparable(r.name)) && r.page < rows.at(-1)!.page)
  )
    rows.pop();
  return rows;
}

const isEmpty = (r: ReadRow): boolean =>
  r.name === '' && r.lineNo === '' && r.codes.every((c) => c === '') && r.cells.every((c) => c.raw === '');

/** The first row of a page is the rest of the one before if it has a label without a code, or only figures that are missing there. */
function isRestOf(last: ReadRow, row: ReadRow, coded: boolean): boolean {
  if (isEmpty(row) || isEmpty(last)) return false;
  if (isRestOfCode(last, row)) return !clashes(last, row);
  if (row.lineNo !== '' || row.codes.some((c) => c !== '')) return false;
  if (clashes(last, row)) return false;
  const figures = row.cells.some((c) => c.raw !== '');
  if (row.name === '') return figures && last.name !== '' && last.cells.every((c) => c.raw === '');
  if (!coded)
    return (
      !/^([一二三四五六七八九十]+、|\(|（|本年|年初|年末|总计|合计|结余|使用)/.test(row.name) &&
      last.name !== '' &&
      !figures &&
      !SUMMARY_END.test(last.name)
    );
  return (
    !TOTAL.test(comparable(row.name)) &&
    !/(经费)?合计$/.test(row.name) &&
    last.codes.some((c) => c !== '') &&
    row.codes.length > 0
  );
}

const clashes = (last: ReadRow, row: ReadRow): boolean =>
  row.cells.some((c) => c.raw !== '' && last.cells.some((l) => l.key === c.key && l.raw !== ''));

/** The last digits of a code that its column broke: 302 at the foot of a page, 39 on top of the next; 30, and 109 without a name. */
function isRestOfCode(last: ReadRow, row: ReadRow): boolean {
  const [above, own, whole] = [last.codes, row.codes, codesOf(last, row)].map((codes) => codes.join(''));
  const begun = row.name === '' && !CODE_LENGTHS.includes(above!.length);
  const rest = begun || (row.codes.every((c) => c.length < 3) && (row.codes.length === 1 || row.name === ''));
  return rest && own !== '' && CODE_LENGTHS.includes(whole!.length);
}

const codesOf = (last: ReadRow, row: ReadRow): string[] => last.codes.map((c, i) => c + (row.codes[i] ?? ''));

const SUMMARY_END = /(支出|收入|结余|合计|总计|拨款)$/;

function merge(last: ReadRow, row: ReadRow): ReadRow {
  return {
    ...last,
    codes: codesOf(last, row),
    name: last.name + row.name,
    cells: last.cells.map((c) => {
      const more = row.cells.find((m) => m.key === c.key);
      return c.raw === '' && more && more.raw !== '' ? more : c;
    }),
  };
}

const sameCells = (a: ReadRow, b: ReadRow): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every((c, i) => c.key === b.cells[i]!.key && c.value === b.cells[i]!.value);
