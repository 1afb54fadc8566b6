import type { TextLine } from '../pages/lines.js';
import type { ReaderName } from '../pages/page.js';
import type { Grid, GridCell } from './grid.js';

/**
 * A grid for a table that is printed without rules, inferred from how its words stand: a column wherever a stretch of
 * the page's width is free of text in all lines. Every cell's place is in doubt. Undefined where there are no two columns.
 * `lines`: those under the title.
 */
export function alignGrid(
  { page, reader }: { readonly page: number; readonly reader: ReaderName },
  lines: readonly TextLine[],
): Grid | undefined {
  const rows = lines.filter((l) => l.segments.length > 0);
  const body = rows.filter((l) => l.segments.length >= 2);
  if (body.length < 3) return undefined;
  const first = rows.indexOf(body[0]!);
  const last = rows.indexOf(body.at(-1)!);
  const used = rows.slice(first, last + 1);
  const stretches = used
    .flatMap((l) => l.segments.map((s) => [s.x0, s.x1] as [number, number]))
    .sort((a, b) => a[0] - b[0]);
  const columns: [number, number][] = [];
  for (const s of stretches) {
    const open = columns.at(-1);
    if (open && s[0] <= open[1] + 1) open[1] = Math.max(open[1], s[1]);
    else columns.push([...s]);
  }
  if (columns.length < 2) return undefined;
  const xs = [columns[0]![0] - 2];
  for (let i = 1; i < columns.length; i++) xs.push((columns[i - 1]![1] + columns[i]![0]) / 2);
  xs.push(columns.at(-1)![1] + 2);
  const ys = [used[0]!.y0 - 1];
  for (let i = 1; i < used.length; i++) ys.push((used[i - 1]!.y1 + used[i]!.y0) / 2);
  ys.push(used.at(-1)!.y1 + 1);
  const cells: GridCell[] = [];
  const at = new Int32Array(used.length * columns.length);
  used.forEach((line, r) => {
    for (let c = 0; c < columns.length; c++) {
      const own = line.segments.filter((s) => (s.x0 + s.x1) / 2 >= xs[c]! && (s.x0 + s.x1) / 2 < xs[c + 1]!);
      const text = own.map((s) => s.text).join('');
      at[r * columns.length + c] = cells.length;
      cells.push({
        row0: r,
        row1: r,
        col0: c,
        col1: c,
        box: [xs[c]!, ys[r]!, xs[c + 1]!, ys[r + 1]!],
        text,
        lines: text === '' ? [] : [{ ...line, text, segments: own }],
        doubt: 'the table has no rules here',
      });
    }
  });
  return { page, reader, box: [xs[0]!, ys[0]!, xs.at(-1)!, ys.at(-1)!], xs, ys, cells, at, origin: 'aligned' };
}
