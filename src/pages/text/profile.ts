import { isTotal, leafHeads, sectionsOf } from './heads.js';
import { type TextRow, type TextTable, widthOf } from './textTable.js';

/** What kind of thing stands in a cell. Totals and signs for "none" may stand anywhere. */
export type Kind = 'blank' | 'operator' | 'number' | 'words' | 'any';

export function kindOf(text: string): Kind {
  const t = text.replace(/\s/g, '').normalize('NFKC');
  if (t === '') return 'blank';
  if (/^(=|<=|>=|<|>|≤|≥|==)$/.test(t)) return 'operator';
  if (/^[-+−]?\d[\d,]*(\.\d+)?%?$/.test(t)) return 'number';
  if (isTotal(t) || /^[-—–…./*]+$/.test(t)) return 'any';
  return 'words';
}

/** What the columns under one head word hold, over the whole text. */
interface Column {
  rows: number;
  readonly kinds: Map<Kind, number>;
  readonly words: Map<string, number>;
}

/** Below this share of its filled cells a kind is a stray, not what the column holds. */
const STRAY = 0.08;
/** A column that is filled in this share of the rows must be filled; one below the other share hardly ever is. */
const ALWAYS = 0.97;
const SELDOM = 0.2;
/** Columns of numbers that every row fills. */
const NEVER_BLANK = /^(分值|得分|权重|完成程度|.*完成值|行次|.*编码|.*代码)$/;
/** Fewer rows tell nothing. */
const MIN_ROWS = 5;

export interface Misfits {
  readonly strange: number;
  readonly lacking: number;
}

/** What is known of the columns of all tables, by the words of their heads. */
export class Profiles {
  private readonly columns = new Map<string, Column>();

  /** `rough`: what is known so far; rows that contradict it do not count. */
  constructor(tables: readonly TextTable[], rough?: Profiles) {
    for (const table of tables) {
      const width = widthOf(table);
      for (const section of sectionsOf(table.rows)) {
        if (section.heads.length === 0) continue;
        const heads = leafHeads(table.rows, section.heads, width);
        for (const r of section.body) {
          const row = table.rows[r]!;
          if (row.cells.length !== width || isLabelRow(row)) continue;
          const texts = row.cells.map((k) => k.text);
          if (!rough || rough.misfits(texts, heads).strange === 0) this.count(row, heads);
        }
      }
    }
  }

  private count(row: TextRow, heads: readonly string[]): void {
    heads.forEach((head, c) => {
      if (head === '') return;
      let column = this.columns.get(head);
      if (!column) {
        column = { rows: 0, kinds: new Map(), words: new Map() };
        this.columns.set(head, column);
      }
      const text = row.cells[c]!.text.replace(/\s/g, '');
      const kind = kindOf(text);
      column.rows++;
      column.kinds.set(kind, (column.kinds.get(kind) ?? 0) + 1);
      if (kind === 'words') column.words.set(text, (column.words.get(text) ?? 0) + 1);
    });
  }

  private filled = (c: Column): number => c.rows - (c.kinds.get('blank') ?? 0);

  /** Whether rows under these heads are known well enough to say that one is out of place. */
  known(heads: readonly string[]): boolean {
    return heads.filter((h) => this.required(h)).length >= 2;
  }

  /** Whether a cell under this head is never blank. Of amounts that cannot be known: half of them are blank. */
  required(head: string): boolean {
    const column = this.columns.get(head);
    if (!column || column.rows < MIN_ROWS || this.filled(column) < ALWAYS * column.rows) return false;
    return (column.kinds.get('number') ?? 0) * 2 < column.rows || NEVER_BLANK.test(head);
  }

  /**
   * How many cells of a row, as placed, contradict what their columns hold elsewhere: `strange` cells hold what does not belong there,
   * `lacking` ones are blank where something always stands.
   */
  misfits(texts: readonly string[], heads: readonly string[]): Misfits {
    let strange = 0;
    let lacking = 0;
    const first = heads.findIndex((h) => this.required(h));
    heads.forEach((head, c) => {
      const column = this.columns.get(head);
      if (!column || column.rows < MIN_ROWS) return;
      const text = (texts[c] ?? '').replace(/\s/g, '');
      const kind = kindOf(text);
      if (kind === 'blank') {
        if (this.required(head)) lacking++;
      } else if (kind !== 'any' && this.isStrange(text, kind, head, column, c < first)) strange++;
    });
    return { strange, lacking };
  }

  private isStrange(text: string, kind: Kind, head: string, column: Column, before: boolean): boolean {
    const filled = this.filled(column);
    if (filled >= 3 && (column.kinds.get(kind) ?? 0) < STRAY * filled) return true;
    if (kind !== 'words') return false;
    if (before && filled < SELDOM * column.rows && !column.words.has(text)) return true;
    return this.belongsElsewhere(text, head);
  }

  /** The same words stand again and again under one other head, and here never but this once. */
  private belongsElsewhere(text: string, head: string): boolean {
    if ((this.columns.get(head)!.words.get(text) ?? 0) > 1) return false;
    let other = 0;
    for (const [name, column] of this.columns) if (name !== head) other = Math.max(other, column.words.get(text) ?? 0);
    return other >= 3;
  }
}

/** A row of labels with their values (小计 | 90 | 得分 | 9.8), or of a single text: it has columns of its own. */
export function isLabelRow(row: TextRow): boolean {
  const filled = row.cells.filter((c) => c.text !== '');
  const first = filled[0]?.text.replace(/\s/g, '') ?? '';
  return filled.length < 3 || /(合计|总计|小计|得分|总分)$/.test(first);
}
