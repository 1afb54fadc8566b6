import type { Row } from '../document/schema.js';
import { comparable } from '../normalise/text.js';
import { chineseNumber, ordinalOf } from './chineseNumbers.js';
import { UNREADABLE_INK } from './engine.js';
import { inDoubt, renamed, type Work } from './labelWork.js';
import { settleNumbers } from './rowNumbers.js';
import { nearest, summaryLabels } from './vocabulary.js';

const NUMBERED = /^([一二三四五六七八九十]+)[、.．·,，]/;

/** A row, its label as it was read, and what it must be; undefined where that cannot be told. */
interface Named {
  readonly row: Row;
  readonly read: string;
  readonly label: string | undefined;
  /** The number of the label; 0 where it has none. */
  readonly ordinal: number;
}

/** The summary tables: rows are known by their names, numbered 一、 二、 … within each half. */
export function namedRows(rows: readonly Row[], { isPicture, changed, doubtful }: Work): Row[] {
  const named = inOrder(firstLabels(rows, isPicture));
  return named.map(({ row, read, label }) => {
    if (isOneOfTwo(row, label, named)) return inDoubt(row, doubtful, 'of the two rows of this label one is not there');
    if (read === '' || !isPicture(row.page) || (label === read && label === comparable(row.name))) return row;
    return label === undefined
      ? inDoubt(row, doubtful, 'the label of its row is none of the form')
      : renamed(row, label, changed);
  });
}

/** The three budgets: a half that names them once for the year and once for what was brought forward. */
const OF_A_BUDGET = /(?:一般公共预算|政府性基金预算|国有资本经营预算)财政拨款$/;

/** Whether a row has a label that its half must have twice, where labels of the half are not known: this may be the one or the other. */
function isOneOfTwo({ section }: Row, label: string | undefined, named: readonly Named[]): boolean {
  const word = OF_A_BUDGET.exec(label ?? '')?.[0];
  if (word === undefined) return false;
  const half = named.filter((n) => n.row.section === section);
  const times = half.filter((n) => n.label?.endsWith(word)).length;
  return times === 1 && half.some((n) => n.label === undefined);
}

/** Each row's label as its own text and the rows beside it make it. */
function firstLabels(rows: readonly Row[], isPicture: Work['isPicture']): Named[] {
  let last = 0;
  let lastAt = -1;
  let section = '';
  return rows.map((row, i) => {
    if (row.section !== section) [last, lastAt] = [0, i - 1];
    section = row.section;
    const read = isPicture(row.page) ? withMarksOfForms(row.name) : comparable(row.name);
    if (read === '') return { row, read, label: read, ordinal: 0 };
    const next = rows[i + 1]?.section === section ? ordinalIn(rows[i + 1]!.name) : 0;
    const { label, ordinal } = knownLabel(read, last + 1, next, i === lastAt + 1 && isNumbered(rows, i));
    if (ordinal > 0) [last, lastAt] = [ordinal, i];
    return { row, read, label, ordinal };
  });
}

/** The labels with the numbers that those of the whole half bear out. */
function inOrder(named: readonly Named[]): Named[] {
  const out = [...named];
  let run: number[] = [];
  const settle = (): void => {
    const settled = settleNumbers(run.map((i) => named[i]!.ordinal));
    for (const [k, i] of run.entries()) {
      const { label, ordinal } = named[i]!;
      const number = settled[k]!;
      if (number === ordinal || label === undefined) continue;
      out[i] = {
        ...named[i]!,
        label: number === null ? undefined : label.replace(/^[^、.．]+/, chineseNumber(number)),
      };
    }
    run = [];
  };
  for (const [i, { row, ordinal }] of named.entries()) {
    if (ordinal === 0) continue;
    const before = run.at(-1);
    const beginsAnew = before !== undefined && ordinal === 1 && (named[i + 1]?.ordinal === 2 || before < i - 1);
    if (beginsAnew || (before !== undefined && named[before]!.row.section !== row.section)) settle();
    run.push(i);
  }
  settle();
  return out;
}

/** Of a broken line the engine makes each character twice: 二十二、、其其他他支支出出. */
const STUTTER = /^([一二三四五六七八九十]+)(、、(?:(.)\3)+)$/u;

/**
 * No form numbers its rows 一· or has dashes in their labels: poor pictures make 、 and 一 so, and dust beside them. A mark that was lost
 * between a number and a label of the form is there again.
 */
function withMarksOfForms(name: string): string {
  const text = comparable(
    name
      .replaceAll(UNREADABLE_INK, '')
      .replace(/[-—–]+/g, '一')
      .replace(
        STUTTER,
        (_, number: string, twice: string) => number + [...twice].filter((__, i) => i % 2 === 0).join(''),
      )
      .replace(/(?<=^[一二三四五六七八九十]+)[·・.．,，]/, '、'),
  );
  const bare = /^([一二三四五六七八九十]{1,3})(?=\p{Script=Han})(?![一二三四五六七八九十])(.+)$/u.exec(text);
  const labels = summaryLabels();
  return bare && labels.includes(bare[2]!) && !labels.includes(text) ? `${bare[1]}、${bare[2]}` : text;
}

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
  const match = NUMBERED.exec(withMarksOfForms(name));
  return match ? ordinalOf(match[1]!) : 0;
};

/**
 * The label that a text must be, with its numbering; `expected` is the number that comes next, `next` that of the row below. `numberedPart`: the
 * row above has the number before, and most rows here are numbered.
 */
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
    // 二十一一 is no number.
    if (chineseNumber(ordinal) !== numbered[1])
      return ordinal === expected || due ? as(word) : { label: undefined, ordinal };
    // 三 where 二 must stand, the rows above and below say so; or 十 behind 二十一, since numbers never go back.
    const back = numberedPart && ordinal < expected;
    if (ordinal !== expected && ordinal !== 1 && (due || back)) return as(word);
    return { label: `${numbered[1]}${/[、.．]$/.test(numbered[0]) ? numbered[0].at(-1) : '、'}${word}`, ordinal };
  }
  // 二 stands below: this is 一, at the beginning of the rows or where numbers begin anew.
  if (word !== undefined && next === 2 && !NEVER_NUMBERED.test(word)) return { label: `一、${word}`, ordinal: 1 };
  // The numbering may be misread or have lost its mark: what is left behind it must be a label.
  for (let cut = 1; cut <= Math.min(4, read.length - 2); cut++) {
    const rest = read.slice(cut);
    if (!known.has(rest)) continue;
    if (due) return as(rest);
    if (known.has(read)) continue;
    // Not in its order: dust before a label without a number, or a number that cannot be told.
    return { label: /[\p{Script=Han}、]/u.test(read.slice(0, cut)) ? undefined : rest, ordinal: 0 };
  }
  const isDue = read.startsWith(chineseNumber(expected));
  if (word !== undefined && (due || isDue)) return as(word);
  // 十九住保障支出: its number is the next, without its mark, and what stands behind it is misread as well.
  const behind = isDue && word === undefined ? nearest(read.slice(chineseNumber(expected).length), known) : undefined;
  return behind !== undefined ? as(behind) : { label: word, ordinal: 0 };
}
