import type { Merge, TextRow } from './textTable.js';

/** What the cells of a head say, in the tables and the self-evaluation forms alike. */
const HEAD_WORD =
  /(编码|代码|名称|科目|项目|行次|栏次|金额|决算数|预算数|收入|支出|合计|小计|指标|运算符号|内容|度量单位|目标|目标值|完成值|实际值|完成程度|完成情况|分值|得分|权重|原因|原因分析|原因说明|改进措施|保障|其他|执行率|执行数|拨款|结余|结转|经费|费|类|款|项|分配)(\((万元|元|%)\))?$/;
const TOTAL = /(合计|总计|小计)$/;

export const isTotal = (text: string): boolean => TOTAL.test(text.replace(/\s/g, ''));

/** A piece of a table from one head to the next. `heads` and `body` are indices of rows; 栏次 rows are part of the head. */
export interface Section {
  readonly heads: readonly number[];
  readonly body: readonly number[];
}

/** Cuts the rows of a table into sections, each beginning with its head; rows before the first head have none. */
export function sectionsOf(rows: readonly TextRow[]): Section[] {
  const out: { heads: number[]; body: number[] }[] = [];
  rows.forEach((row, i) => {
    const open = out.at(-1);
    // Two words make a head only beside more of it: 名称 | 公务运行费 is a label with its value.
    const more = (open !== undefined && open.heads.length > 0 && open.body.length === 0) || isWide(rows[i + 1]);
    if (isHead(row) ? filled(row) > 2 || more : open?.body.length === 0 && isWithin(row, rows[i + 1])) {
      if (open && open.body.length === 0) open.heads.push(i);
      else out.push({ heads: [i], body: [] });
    } else if (open) open.body.push(i);
    else out.push({ heads: [], body: [i] });
  });
  return out;
}

/** A row of one word between the rows of a head, as 科目编码 over 类 款 项. */
const isWithin = (row: TextRow, next: TextRow | undefined): boolean =>
  next !== undefined && isHead(next) && filled(row) === 1 && row.cells.every((c) => c.text === '' || isWord(c.text));

const isWide = (row: TextRow | undefined): boolean => row !== undefined && filled(row) > 2 && isHead(row);

const filled = (row: TextRow): number => row.cells.filter((c) => c.text !== '').length;

const isColumnNumbers = (row: TextRow): boolean => row.cells.some((c) => /^栏\s*次$/.test(c.text));

function isHead(row: TextRow): boolean {
  if (isColumnNumbers(row)) return true;
  const words = row.cells.map((c) => c.text.replace(/\s/g, '')).filter((t) => t !== '');
  if (words.length < 2 || words.every((w) => TOTAL.test(w))) return false;
  if (
    words.some(
      (w) => w.length > 24 || /^[\d.,%<>=≤≥-]+$/.test(w) || /^[（(]?[一二三四五六七八九十\d]+[)）]?[、.]/.test(w),
    )
  )
    return false;
  return words.filter(isWord).length >= 0.75 * words.length;
}

const isWord = (text: string): boolean => HEAD_WORD.test(text.replace(/\s/g, '').normalize('NFKC'));

/** The word of a head that stands lowest over each column; '' where none does. */
export function leafHeads(rows: readonly TextRow[], heads: readonly number[], width: number): string[] {
  return Array.from({ length: width }, (_, c) => {
    for (const h of [...heads].reverse()) {
      if (isColumnNumbers(rows[h]!)) continue;
      const text = rows[h]!.cells[c]?.text.replace(/\s/g, '') ?? '';
      if (text !== '') return text;
    }
    return '';
  });
}

/** The cells of a head that are one: a group over its columns, a word that stands for several rows. */
export function headMerges(rows: readonly TextRow[], heads: readonly number[], width: number): Merge[] {
  const levels = heads.filter((h) => !isColumnNumbers(rows[h]!));
  const out: Merge[] = [];
  const text = (level: number, c: number): string => rows[levels[level]!]!.cells[c]?.text ?? '';
  const filled = (level: number, from: number, to: number): boolean => {
    for (let l = level; l < levels.length; l++) for (let c = from; c <= to; c++) if (text(l, c) !== '') return true;
    return false;
  };
  const walk = (level: number, from: number, to: number): void => {
    if (level >= levels.length) return;
    for (let c = from; c <= to; ) {
      let end = c;
      if (text(level, c) === '') {
        walk(level + 1, c, c);
        c++;
        continue;
      }
      while (end < to && text(level, end + 1) === '') end++;
      const under = filled(level + 1, c, end);
      const row1 = under ? level : levels.length - 1;
      if (end > c || row1 > level) out.push({ row0: levels[level]!, row1: levels[row1]!, col0: c, col1: end });
      if (under) walk(level + 1, c, end);
      c = end + 1;
    }
  };
  if (levels.length > 0 && levels.at(-1)! - levels[0]! === levels.length - 1) walk(0, 0, width - 1);
  return out;
}
