import { isTotal, type Section } from './heads.js';
import type { Merge, TextRow } from './textTable.js';

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
    if (heads.length === 0 && filled.length === 1 && filled[0] === 0 && !isTotal(row.cells[0]!.text)) {
      out.push({ row0: r, row1: r, col0: 0, col1: width - 1 });
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
