import type { PageGrids } from '../src/grids/pageToGrids.js';

/** How a program prints the cells that a merged cell covers: blank, or with its text in each. */
export type Notation = 'tabs' | 'tabs, merged cells repeated' | 'markdown, merged cells repeated';
export const NOTATIONS: readonly Notation[] = [
  'tabs',
  'tabs, merged cells repeated',
  'markdown, merged cells repeated',
];

/** The pages as a program prints them that keeps rows and cells, and no places. */
export const pagesToText = (pages: readonly PageGrids[], notation: Notation): string =>
  pages.map((page) => pageToText(page, notation)).join('\n');

function pageToText(page: PageGrids, notation: Notation): string {
  const items = [
    ...page.lines.map((l) => ({ y: (l.y0 + l.y1) / 2, lines: [l.segments.map((s) => s.text).join(' ')] })),
    ...page.grids.map((grid) => ({ y: grid.box[1], lines: tableToText(grid, notation) })),
  ].sort((a, b) => a.y - b.y);
  return items.flatMap(({ lines }) => [...lines, '']).join('\n');
}

function tableToText(grid: PageGrids['grids'][number], notation: Notation): string[] {
  const width = grid.xs.length - 1;
  const rows = grid.ys.slice(1).map((_, row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = grid.cells[grid.at[row * width + column]!]!;
      return notation === 'tabs' && (cell.row0 !== row || cell.col0 !== column) ? '' : cell.text;
    }),
  );
  if (!notation.startsWith('markdown')) return rows.map((row) => row.join('\t'));
  const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
  return [head!, `|${'---|'.repeat(width)}`, ...body];
}
