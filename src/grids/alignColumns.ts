import { type TextLine, type TextSegment, wordsOf } from '../pages/lines.js';

/** The stretch of the page's width that a column's words take, in points. */
export interface Stretch {
  readonly x0: number;
  readonly x1: number;
}

/** Labels of totals stand in the middle of the columns that they are merged over, and tell nothing of a column. */
export const isTotal = (text: string): boolean => /^(合|总|小|合计|总计|小计|.{2,6}(收入|支出|经费)合计)$/.test(text);

/**
 * The columns of a table without rules. Where the head numbers its columns of amounts (栏次), each number stands in the middle of its
 * column: an amount is of the last one that its right end has passed. Else they are stretches of the width that no row of the data leaves
 * empty; and, for columns without a figure, those of the words of the head under which nothing stands.
 */
export function columnsOf(head: readonly TextLine[], body: readonly TextLine[]): Stretch[] {
  const words = body.flatMap(wordsOf).filter((w) => !isTotal(w.text) && w.text !== '计');
  const numbers = columnNumbers(head);
  if (numbers.length > 1) return numberedColumns(numbers, words, body.flatMap(wordsOf));
  let columns = merge([...words, ...head.flatMap(wordsOf).filter((w) => isNumber(w.text))]);
  const heads = headTexts(head)
    .reverse()
    .filter((h) => !/^(收入|支出|栏次|类|款|项)$/.test(h.text));
  for (const w of heads) {
    if (columns.some((c) => overlap(c, w) > 0)) continue;
    const beside = columns.findIndex((c) => isBeside(w, c, heads));
    const wider = ({ x0, x1 }: Stretch): Stretch => ({ x0: Math.min(x0, w.x0), x1: Math.max(x1, w.x1) });
    columns = merge(beside < 0 ? [...columns, w] : columns.map((c, i) => (i === beside ? wider(c) : c)));
  }
  return columns;
}

/** Whether the figures of a column without a head over it are a head's: it is the last one whose middle their right end has passed. */
function isBeside(head: Stretch, column: Stretch, heads: readonly Stretch[]): boolean {
  if (heads.some((h) => overlap(column, h) > 0)) return false;
  const passed = heads.filter((h) => h.x0 + h.x1 <= 2 * column.x1);
  return passed.length > 0 && passed.reduce((a, b) => (b.x0 + b.x1 > a.x0 + a.x1 ? b : a)) === head;
}

/** Full-width digits are digits. */
export const isAmount = (text: string): boolean => /^[-−(]?\d[\d,]*\.\d+\)?$/.test(text.normalize('NFKC'));
const isNumber = (text: string): boolean => /^\d{1,2}$/.test(text.normalize('NFKC'));

/** The numbers 1, 2, 3 … of the head, from the left; none where a line has others. */
function columnNumbers(head: readonly TextLine[]): readonly TextSegment[] {
  for (const line of head) {
    const numbers = wordsOf(line).filter((w) => isNumber(w.text));
    if (numbers.length > 1 && numbers.every((w, i) => Number(w.text.normalize('NFKC')) === i + 1)) return numbers;
  }
  return [];
}

/** `words`: those of the data without the labels of totals, which stand for want of others in `all`. */
function numberedColumns(
  numbers: readonly TextSegment[],
  words: readonly TextSegment[],
  all: readonly TextSegment[],
): Stretch[] {
  const columns = numbers.map(({ x0, x1 }) => ({ x0, x1, middle: (x0 + x1) / 2 }));
  const ends = words.filter((w) => isAmount(w.text)).map((w) => w.x1);
  const labels: TextSegment[] = [];
  for (const w of words) {
    // 行次 are whole numbers that end where no amount ends.
    const inColumn = isAmount(w.text) || (/^\d+$/.test(w.text) && ends.some((x1) => Math.abs(x1 - w.x1) < 0.6));
    const own = inColumn ? columns.findLast((c) => c.middle <= w.x1) : undefined;
    if (!own) labels.push(w);
    else [own.x0, own.x1] = [Math.min(own.x0, w.x0), Math.max(own.x1, w.x1)];
  }
  const first = columns[0]!;
  if (!labels.some((l) => l.x1 < first.x0)) labels.push(...all.filter((w) => w.x1 < first.x0));
  const apart = merge(labels).filter((l) => !columns.some((c) => overlap(c, l) > 0.5 * (l.x1 - l.x0)));
  const sorted = [...columns, ...apart].sort((a, b) => a.x0 + a.x1 - b.x0 - b.x1);
  return sorted.map((c, i) => {
    const before = sorted[i - 1];
    const after = sorted[i + 1];
    return {
      x0: before && before.x1 > c.x0 ? (before.x1 + c.x0) / 2 : c.x0,
      x1: after && after.x0 < c.x1 ? (after.x0 + c.x1) / 2 : c.x1,
    };
  });
}

/** The words of the head, those over each other with one middle made one: a text over several lines. */
function headTexts(head: readonly TextLine[]): TextSegment[] {
  const out: TextSegment[] = [];
  for (const line of head) {
    for (const w of wordsOf(line)) {
      const above = out.findIndex((o) => Math.abs(o.x0 + o.x1 - w.x0 - w.x1) < line.size);
      const known = out[above];
      if (known) out[above] = { text: known.text + w.text, x0: Math.min(known.x0, w.x0), x1: Math.max(known.x1, w.x1) };
      else out.push(w);
    }
  }
  return out;
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  const out: { x0: number; x1: number }[] = [];
  for (const s of [...stretches].sort((a, b) => a.x0 - b.x0)) {
    const open = out.at(-1);
    if (open && s.x0 <= open.x1 + 0.5) open.x1 = Math.max(open.x1, s.x1);
    else out.push({ x0: s.x0, x1: s.x1 });
  }
  return out;
}

export const overlap = (a: Stretch, b: Stretch): number => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);

/** The column that a word stands in: the one that it covers most of, else the nearest. */
export function columnOf(word: Stretch, columns: readonly Stretch[]): number {
  let best = 0;
  for (let c = 1; c < columns.length; c++) if (overlap(columns[c]!, word) > overlap(columns[best]!, word)) best = c;
  return best;
}
