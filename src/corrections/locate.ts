import type { FinalAccounts } from '../document/schema.js';
import { type Figure, figuresOf } from '../document/sheets.js';
import type { Remark } from './log.js';

/** Finds the figure that a remark is about in another reading of the same bytes; undefined where nothing stands at its place. */
export type Locate = (target: Remark['target']) => Figure | undefined;

/**
 * The place on the page decides, for rows and ids may change with the reading: the figure whose box holds the middle of the
 * box. Where boxes overlap (a statement beside another of one line), the one of the same id is meant, then the one of the same column.
 */
export function locator(document: FinalAccounts): Locate {
  const byPage = new Map<number, Figure[]>();
  for (const { figure } of figuresOf(document)) {
    const there = byPage.get(figure.page) ?? [];
    there.push(figure);
    byPage.set(figure.page, there);
  }
  return ({ cell, page, box }) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const hits = (byPage.get(page) ?? []).filter(({ box: b }) => x >= b[0] && x <= b[2] && y >= b[1] && y <= b[3]);
    const column = cell.split('/').at(-1);
    const sheet = cell.split('/')[0];
    return (
      hits.find((f) => f.id === cell) ??
      hits.find((f) => f.id.split('/').at(-1) === column && f.id.split('/')[0] === sheet) ??
      hits.find((f) => f.id.split('/')[0] === sheet)
    );
  };
}
