import { isTotal, type Section } from './heads.js';
import type { Merge, TextRow } from './textTable.js';

const CLOSING = /(得分|得分小计|总分)$/;

const LABEL_HEAD = /编码|代码|名称|科目|^项目$/;

/**
 * Cells of the body that a text without spans cannot show as one: a total's label reaches over the blank label columns up to its
 * amount (公用经费合计 over two blocks, 合计 over code and name); a title fills its row.
 */
export function labelMerges(rows: readonly TextRow[], { heads, body }: Section, width: number): Merge[] {
  const out: Merge[] = [];
  const isLabel = Array.from({ length: width }, (_, c) =>
    heads.some((h) => LABEL_HEAD.test(rows[h]!.cells[c]?.text.replace(/\s/g, '') ?? '')),
  );
  for (const r of body) {
    const row = rows[r]!;
    const filled = row.cells.flatMap((c, i) => (c.text === '' ? [] : [i]));
    const first = row.cells[filled[0] ?? 0]!.text.replace(/\s/g, '');
    // Before a head, and in the closing row of a form, stand labels with their values: each takes the room up to the next.
    if ((heads.length === 0 && !isTotal(first)) || CLOSING.test(first)) {
      filled.forEach((c, i) => {
        const end = (filled[i + 1] ?? width) - 1;
        if (end > c) out.push({ row0: r, row1: r, col0: c, col1: end });
      });
      continue;
    }
    filled.forEach((c, i) => {
      if (!isLabel[c] || !isTotal(row.cells[c]!.text)) return;
      const next = filled[i + 1] ?? width;
      let end = next - 1;
      while (end > c && !isLabel[end]) end--;
      if (end > c) out.push({ row0: r, row1: r, col0: c, col1: end });
    });
  }
  return out;
}

/**
 * The first column of a form with marks holds one cell beside all rows under its head (绩效指标, 年度主要任务), printed again or
 * blank further down: that is one cell in each piece. `starts`: rows with which a piece begins.
 */
export function sideMerges(rows: readonly TextRow[], { heads, body }: Section, starts: readonly number[]): Merge[] {
  const marks = heads.some((h) => rows[h]!.cells.some((c) => /^(分值|得分|权重)$/.test(c.text.replace(/\s/g, ''))));
  const word = heads.map((h) => rows[h]!.cells[0]!.text).find((t) => t !== '');
  if (!marks || word === undefined || !HEADS_OF_SIDES.test(word)) return [];
  const out: Merge[] = [];
  let open: { row0: number; row1: number } = { row0: heads[0]!, row1: heads.at(-1)! };
  const close = (): void => {
    if (open.row1 > open.row0) out.push({ ...open, col0: 0, col1: 0 });
  };
  for (const r of body) {
    const { text } = rows[r]!.cells[0]!;
    if ((text === '' || text === word) && !starts.includes(r) && r === open.row1 + 1) open.row1 = r;
    else {
      close();
      open = { row0: r, row1: r };
    }
  }
  close();
  return out;
}

const HEADS_OF_SIDES = /指标$|任务$|目标$|绩效/;
