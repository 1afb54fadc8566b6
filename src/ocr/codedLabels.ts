import { catalog } from '../catalog/catalog.js';
import type { Row, Table } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { UNREADABLE_INK } from './engine.js';
import { inDoubt, renamed, type Work } from './labelWork.js';
import { editDistance, nearest } from './vocabulary.js';

const TOTALS = /^(合计|总计|小计|本年合计|人员经费合计|公用经费合计|支出合计|本年(收入|支出)合计)$/;

/** Tables whose rows have codes: code and name must go together, and codes go up. */
export function codedRows(
  table: Table,
  kind: 'functional' | 'economic',
  { isPicture, others, changed, doubtful }: Work,
): Row[] {
  const { names, namesOf } = catalog(kind);
  const out: Row[] = [];
  for (const [i, row] of table.rows.entries()) {
    const name = comparable(row.name.replaceAll(UNREADABLE_INK, ''));
    const next = table.rows.slice(i + 1).find((r) => names.has(r.code))?.code ?? '';
    const filled = Object.values(row.cells).some((c) => c.raw !== '');
    if (
      !isPicture(row.page) ||
      (row.code === '' && (TOTALS.test(comparable(row.name)) || !filled)) ||
      (namesOf(row.code).includes(name) && !isElsewhere(row.code, out, table)) ||
      // 项 00 stands for its 款 (Foshan 2019 prints 2121100).
      (row.code.endsWith('00') && namesOf(row.code.slice(0, -2)).includes(name))
    ) {
      out.push(row);
      continue;
    }
    if (row.code === '' && !isName(name, names)) {
      const total = totalOf(name);
      if (total) out.push(renamed(row, total, changed));
      else out.push(inDoubt(row, doubtful, 'the label of its row is none of the form'));
      continue;
    }
    const known = names.get(row.code);
    const misread = namesOf(row.code).find((own) => isMisread(name, own));
    if (misread !== undefined && !isElsewhere(row.code, out, table)) out.push(renamed(row, misread, changed));
    else if (
      known !== undefined &&
      (known.startsWith(name) || name.startsWith(known)) &&
      name.length > 1 &&
      !isElsewhere(row.code, out, table)
    )
      out.push(row);
    else {
      const cut = cutCode(name, row.code, next, out, names);
      if (cut && !isElsewhere(cut[0], out, table)) {
        changed.push({ row, read: `${row.code} ${row.name}`, taken: cut.join(' ') });
        out.push({ ...row, code: cut[0], name: cut[1] });
        continue;
      }
      const code = codeOfName(name, row.code, next, out, names);
      const isPrinted = (own: string): boolean => others.some((r) => r.code === own && comparable(r.name) === name);
      const mayStand = known !== undefined && kind === 'functional' && !isElsewhere(row.code, out, table);
      // 2111101 减排专项支出 (Shanghai 2025): what two tables print is no misreading, and what one prints alone is not sure to be one.
      if (mayStand && isPrinted(row.code)) out.push(row);
      else if (code === undefined || (mayStand && !isPrinted(code)))
        out.push(inDoubt(row, doubtful, 'the code and the name of its row do not go together'));
      else {
        changed.push({ row, read: row.code, taken: code });
        out.push({ ...row, code });
      }
    }
  }
  return out;
}

/**
 * A code that cannot stand where it was read: one that is above it already, or 项 whose 款 is not above it in a table that has 款. One
 * digit read otherwise makes 行政运行 that of another 款.
 */
function isElsewhere(code: string, above: readonly Row[], table: Table): boolean {
  const isThere = (wanted: string): boolean => above.some((r) => r.code === wanted);
  if (code === '' || isThere(code)) return code !== '';
  return code.length === 7 && table.rows.some((r) => r.code.length === 5) && !isThere(code.slice(0, 5));
}

/** The total that a label must be: as long as it, or with a stroke of the frame before it that was taken for a character. */
function totalOf(name: string): string | undefined {
  const framed = /^.?(合计|总计)$/.exec(name);
  if (framed) return framed[1];
  const total = nearest(name, ['合计', '总计', '人员经费合计', '公用经费合计']);
  return total?.length === name.length ? total : undefined;
}

/** Names so short fit their column: the publisher cut none of them. */
const SHORT = 6;

/** 一 before 般 is read as strokes, as many as the scanner broke it into. */
const STROKES = /一*[-—–_~][-—–_~一]*(?=般)/;

/**
 * Same text but for single characters: a name that the publisher printed shorter or longer is left as it is. A short one that lacks its
 * last character lost it to the reader.
 */
const isMisread = (printed: string, known: string): boolean => {
  const read = printed.replace(STROKES, '一');
  if (read !== printed && read === known) return true;
  return (known.length <= SHORT && read.length > 1 && read === known.slice(0, -1)) || isNear(read, known);
};

const isNear = (read: string, known: string): boolean =>
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
