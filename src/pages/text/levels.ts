import type { Drawable } from './draw.js';
import { leafHeads, sectionsOf } from './heads.js';
import { isLabelRow } from './profile.js';
import type { Note, TextCell, TextRow } from './textTable.js';

/** The merged columns of self-evaluation forms, and what each row is called by. */
const HEADS = ['一级指标', '二级指标', '三级指标'] as const;

/** A row of indicators: where it is, and its levels with the merged ones carried down. */
interface Indicator {
  readonly table: number;
  readonly row: number;
  readonly columns: readonly number[];
  readonly printed: readonly string[];
  readonly carried: readonly [string, string];
  /** True for the first row below a break. */
  readonly begins: boolean;
}

/**
 * Levels that a text cannot hold for certain. A merged cell that a page break divides may have its text in the part below: rows
 * without levels right above a break, when the first row below has both, belong to either. And a row that lost its first cells lost the
 * level that began there: it is given from a row elsewhere that has the same second level, in doubt. `moved`: lines whose
 * cells were put back.
 */
export function settleLevels(
  tables: readonly Drawable[],
  moved: ReadonlySet<number>,
): { readonly tables: Drawable[]; readonly notes: Note[] } {
  const indicators = tables.flatMap(indicatorsOf);
  const notes: Note[] = [];
  const out = tables.map((t) => ({ ...t, rows: [...t.rows] }));
  const line = (i: Indicator): number => tables[i.table]!.rows[i.row]!.line;
  const open = (i: Indicator): boolean => i.printed[0] === '' && i.printed[1] === '';
  const put = (i: Indicator, levels: readonly number[], change: (cell: TextCell) => TextCell): void => {
    const rows = out[i.table]!.rows as TextRow[];
    const row = rows[i.row]!;
    const columns = new Set(levels.map((l) => i.columns[l]!));
    rows[i.row] = { ...row, cells: row.cells.map((c, k) => (columns.has(k) ? change(c) : c)) };
  };

  const undecided: Indicator[] = [];
  indicators.forEach((i, n) => {
    const before = indicators[n - 1];
    if (!before || !i.begins || before.table !== i.table || before.row !== i.row - 1) return;
    if (i.printed[0] === '' || i.printed[1] === '') return;
    const run: Indicator[] = [];
    for (let k = n - 1; k >= 0 && open(indicators[k]!) && indicators[k]!.table === i.table; k--)
      run.unshift(indicators[k]!);
    undecided.push(...run);
  });
  const settled = (i: Indicator): boolean =>
    indicators.some(
      (o) => !undecided.includes(o) && o.printed[2] === i.printed[2] && o.carried.every((l, k) => l === i.carried[k]),
    );
  for (const i of undecided) {
    if (settled(i)) continue;
    put(i, [0, 1], (c) => ({ ...c, doubt: c.doubt ?? ABOVE_BREAK }));
    notes.push(note('levels-in-doubt', line(i), `line ${line(i)}: ${ABOVE_BREAK}`));
  }

  let restored: Indicator | undefined;
  indicators.forEach((i) => {
    if (i.printed[0] !== '' || !moved.has(line(i))) restored = undefined;
    else if (restored && restored.table === i.table) {
      put(i, [0], (c) => ({ ...c, doubt: c.doubt ?? FROM_ELSEWHERE }));
      return;
    }
    if (i.printed[0] !== '' || i.printed[1] === '' || !moved.has(line(i))) return;
    const twins = indicators.filter((o) => o.table !== i.table && o.printed[1] === i.printed[1] && !moved.has(line(o)));
    const [level] = new Set(twins.map((o) => o.carried[0]));
    if (!level || new Set(twins.map((o) => o.carried[0])).size > 1 || level === i.carried[0]) return;
    restored = i;
    const from = line(twins[0]!);
    put(i, [0], (c) => ({ ...c, text: level, doubt: FROM_ELSEWHERE, restored: true }));
    notes.push({
      ...note(
        'level-restored',
        line(i),
        `line ${line(i)}: the first level is lost with the cell that the row lost; it is given as ${level}, under which ${i.printed[1]} stands in line ${from}, and is in doubt`,
      ),
      expected: level,
    });
  });
  return { tables: out, notes };
}

const ABOVE_BREAK =
  'its levels are merged cells cut by a break: they may be those of the row above or of the row below the break';
const FROM_ELSEWHERE = 'its first level is lost and given from another form of the text';

const note = (rule: string, line: number, message: string): Note => ({
  rule,
  severity: 'warning',
  message,
  lines: [line, line],
});

function indicatorsOf(table: Drawable, index: number): Indicator[] {
  const out: Indicator[] = [];
  const starts = new Set(table.starts);
  for (const section of sectionsOf(table.rows)) {
    const heads = leafHeads(table.rows, section.heads, table.width);
    const columns = HEADS.map((h) => heads.indexOf(h));
    if (columns.some((c) => c < 0)) continue;
    let carried: readonly [string, string] = ['', ''];
    for (const r of section.body) {
      const row = table.rows[r]!;
      if (isLabelRow(row)) {
        carried = ['', ''];
        continue;
      }
      const printed = columns.map((c) => row.cells[c]!.text.replace(/\s/g, ''));
      carried = [printed[0] || carried[0], printed[1] || (printed[0] ? '' : carried[1])];
      out.push({ table: index, row: r, columns, printed, carried, begins: starts.has(r) });
    }
  }
  return out;
}
