import { isTotal, leafHeads, sectionsOf } from './heads.js';
import { blankCell, type Note, type TextRow, type TextTable, widthOf } from './textTable.js';

/** Beside each other, so many cells of such a length do not have the same words by chance; two may: target and result, 无 | 无. */
const MIN_RUN = 3;
const MIN_LENGTH = 5;
/** What the cells of a self-evaluation form say. */
const MARK = /^(分值|得分|权重|年度.{0,2}目标|绩效指标)$/;

/**
 * Some programs print the text of a merged cell in each place that it covers (项目 | 项目 | 合计). Where the heads of a text show that, what is
 * printed again beside itself under one merged head, or in a head under itself, is left out: one cell is left and the room that it takes.
 */
export function withoutRepeats(tables: readonly TextTable[]): { readonly tables: TextTable[]; readonly notes: Note[] } {
  if (!tables.some(repeats)) return { tables: [...tables], notes: [] };
  const notes: Note[] = [];
  const out = tables.map((table) => {
    if (table.syntax === 'html') return table;
    const rows = table.rows.map((row) => [...row.cells]);
    const blank = (r: number, c: number): void => {
      rows[r]![c] = blankCell(table.rows[r]!.line, table.rows[r]!.cells[c]!.spot.from);
    };
    const again = new Again(table.rows);
    const isForm = table.rows.some((row) => row.cells.some(({ text }) => MARK.test(text)));
    const lines: number[] = [];
    for (const { heads, body } of sectionsOf(table.rows)) {
      const clear = (r: number, is: (c: number) => boolean): void =>
        table.rows[r]!.cells.forEach((_, c) => {
          if (!is(c)) return;
          blank(r, c);
          lines.push(table.rows[r]!.line);
        });
      for (const h of heads) clear(h, (c) => again.inHead(h, c));
      const words = leafHeads(
        rows.map((cells, r) => ({ line: table.rows[r]!.line, cells })),
        heads,
        widthOf(table),
      );
      const unnamed = (r: number, c: number): boolean =>
        words[c] === '' && (heads.length === 0 ? again.inHeader(r, c, isForm) : again.isUnderOne(heads.at(-1)!, r, c));
      for (const r of body) clear(r, (c) => unnamed(r, c) || again.inBody(r, c) || again.overRows(r, c, isForm));
    }
    if (lines.length === 0) return table;
    notes.push({
      rule: 'merged-cells-repeated',
      severity: 'info',
      message: 'the texts of merged cells are printed in each place that they cover: each is taken once',
      lines: [Math.min(...lines), Math.max(...lines)],
    });
    return { ...table, rows: table.rows.map((row, r): TextRow => ({ ...row, cells: rows[r]! })) };
  });
  return { tables: out, notes };
}

/** Whether a head has one word twice beside each other. */
function repeats(table: TextTable): boolean {
  if (table.syntax === 'html') return false;
  const again = new Again(table.rows);
  return sectionsOf(table.rows).some(({ heads }) =>
    heads.some((h) => table.rows[h]!.cells.some(({ text }, c) => isWords(text) && again.beside(h, c))),
  );
}

const isWords = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Whether a cell says again what another one says. */
class Again {
  constructor(private readonly rows: readonly TextRow[]) {}

  private text = (r: number, c: number): string => this.rows[r]?.cells[c]?.text ?? '';

  beside = (r: number, c: number): boolean => this.text(r, c) !== '' && this.text(r, c) === this.text(r, c - 1);

  /** `r - 1` is a row of the same head, or of other words. */
  inHead = (r: number, c: number): boolean =>
    isWords(this.text(r, c)) && (this.beside(r, c) || this.text(r, c) === this.text(r - 1, c));

  /** Words without a head of their own, or what stands under one cell of the head; 款 and 项 of a code may be alike. */
  isUnderOne = (head: number, r: number, c: number): boolean =>
    this.beside(r, c) && (isWords(this.text(r, c)) || (this.beside(head, c) && !/^\d{2,3}$/.test(this.text(r, c))));

  /** In rows without a head: words, and in those of a form the values of labels that are merged too. */
  inHeader = (r: number, c: number, isForm: boolean): boolean =>
    this.beside(r, c) && (isWords(this.text(r, c)) || (isForm && (this.beside(r, 1) || this.run(r, c) >= MIN_RUN)));

  /** Equal words beside each other that are one cell without doubt. */
  inBody = (r: number, c: number): boolean => {
    const text = this.text(r, c);
    if (!isWords(text) || !this.beside(r, c)) return false;
    return isTotal(text) || (text.length >= MIN_LENGTH && this.run(r, c) >= MIN_RUN);
  };

  /** The first place of a merged cell in a row below its first: one over columns too, or one at the side of a form. */
  overRows(r: number, c: number, isForm: boolean): boolean {
    const text = this.text(r, c);
    if (!isWords(text) || this.text(r - 1, c) !== text) return false;
    return (isForm && c === 0) || (this.text(r - 1, c + 1) === text && this.text(r, c + 1) === text);
  }

  /** How many cells beside each other have the text of this one. */
  private run(r: number, c: number): number {
    const text = this.text(r, c);
    let from = c;
    let to = c;
    while (this.text(r, from - 1) === text) from--;
    while (this.text(r, to + 1) === text) to++;
    return to - from + 1;
  }
}
