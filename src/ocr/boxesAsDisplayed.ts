import { roundBox } from '../document/finding.js';
import type { Box, Leaf } from '../pages/page.js';
import { asDisplayed } from '../pictures/turn.js';
import type { SeenPage } from './readPictures.js';

export type TurnedPage = Pick<SeenPage, 'toDisplayed' | 'displayed'>;

/**
 * Pages that lean were read after they were turned upright, from their pictures or as text; readers of the document know the page as displayed. Every box of the
 * document that stands beside its page number is turned back; nothing else changes.
 */
export function boxesAsDisplayed<T>(value: T, pages: ReadonlyMap<number, TurnedPage>): T {
  const turned = new Map(
    [...pages].filter(([, { toDisplayed: d }]) => d.turn !== 0 || d.angle !== 0 || d.keystone !== null),
  );
  return turned.size === 0 ? value : (walk(value, turned) as T);
}

function walk(value: unknown, pages: ReadonlyMap<number, TurnedPage>): unknown {
  if (Array.isArray(value)) return value.map((v) => walk(v, pages));
  if (value === null || typeof value !== 'object') return value;
  const { page, box } = value as { page?: unknown; box?: unknown };
  const seen = typeof page === 'number' ? pages.get(page) : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => {
      if (key !== 'box' || !seen || !Array.isArray(box)) return [key, walk(v, pages)];
      const { width, height } = seen.displayed;
      return [key, roundBox(asDisplayed(box as unknown as Box, seen.toDisplayed, width, height))];
    }),
  );
}

/** A page that was read as text, by how far it leaned. */
export const turnedPage = ({ turn, width, height }: Leaf): TurnedPage => ({
  toDisplayed: { turn, angle: 0, keystone: null },
  displayed: { width, height },
});
