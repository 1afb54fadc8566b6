import type { Grid } from '../grids/grid.js';
import { continuationOf } from './continuation.js';
import type { Draft } from './draft.js';
import { keysOf, readLayout } from './layout.js';

/** Takes a grid as the next part of a table, its head repeated or not, where the columns say that it goes on with it. */
export function goesOn(draft: Draft, grid: Grid, from: number): boolean {
  const last = draft.parts.at(-1)!;
  if (grid.page - last.grid.page > 1) return false;
  const own = readLayout(grid, draft.form, from);
  if (own?.complete) {
    // The head again, without the title: only where the columns are the same.
    const fits = continuationOf(last, grid, own.body);
    if (!fits || fits.doubt) return false;
    draft.parts.push({ grid, layout: own, doubt: null, hasHead: true });
    return true;
  }
  // A head of other columns: the table goes on to the side, and its figures are none of the columns above them.
  const known = keysOf(last.layout);
  if (own && [...keysOf(own)].filter((key) => !known.has(key)).length >= 2) return false;
  const part = continuationOf(last, grid, from);
  if (!part) return false;
  draft.parts.push(part);
  return true;
}
