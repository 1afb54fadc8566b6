import { createHash } from 'node:crypto';
import { figureName } from '../document/figureName.js';
import type { FinalAccounts } from '../document/schema.js';
import { figuresOf } from '../document/sheets.js';
import { SPOT_CHECK_FORMAT, type SpotCheck, type SpotItem } from './spotCheck.js';
import { allocate, STRATA, type Stratum, stratumOf } from './strata.js';

export interface DrawOptions {
  readonly sample: number;
  readonly seed: string;
  readonly blind: boolean;
  /** ISO 8601. */
  readonly drawn: string;
}

/** Takes documents one after the other, and draws once all were seen. */
export interface Drawing {
  add(name: string, document: FinalAccounts): void;
  draw(): SpotCheck;
}

/**
 * Draws figures at random, stratified by risk. A figure's turn is the hash of the seed and its place, so the same seed draws the
 * same sample of the same documents, in whatever order they come. Only as many figures are kept as may be drawn.
 */
export function drawing({ sample, seed, blind, drawn }: DrawOptions): Drawing {
  const kept = new Map<Stratum, { readonly turn: string; readonly item: SpotItem }[]>();
  const sizes = new Map<Stratum, number>();
  const trim = (stratum: Stratum): void => {
    const list = kept.get(stratum)!;
    list.sort((a, b) => (a.turn < b.turn ? -1 : 1));
    list.length = Math.min(list.length, sample);
  };
  return {
    add(name, document) {
      for (const { sheet, row, column, figure } of figuresOf(document)) {
        const stratum = stratumOf(figure);
        const turn = createHash('sha256').update(`${seed}\0${document.source.sha256}\0${figure.id}`).digest('hex');
        const list = kept.get(stratum) ?? [];
        kept.set(stratum, list);
        sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
        const item: SpotItem = {
          document: name,
          sha256: document.source.sha256,
          cell: figure.id,
          page: figure.page,
          box: [...figure.box] as SpotItem['box'],
          label: figureName(document, sheet, row, column),
          stratum,
          read: figure.value ?? (figure.raw === '' ? null : figure.raw),
          verdict: null,
          who: null,
          when: null,
        };
        list.push({ turn, item });
        if (list.length > sample * 2 + 100) trim(stratum);
      }
    },
    draw() {
      for (const stratum of kept.keys()) trim(stratum);
      const order = [...sizes.keys()].sort((a, b) => rank(a) - rank(b));
      const sorted = new Map(order.map((s) => [s, sizes.get(s)!]));
      const drawnOf = allocate(sorted, sample);
      const items = order.flatMap((s) => kept.get(s)!.slice(0, drawnOf.get(s)!));
      // The eye is not to know from the order which stratum it looks at.
      // A turn would tell: the first turns of a large stratum come before those of a small one.
      const shuffled = items
        .map(({ turn, item }) => ({ item, order: createHash('sha256').update(`order\0${turn}`).digest('hex') }))
        .sort((a, b) => (a.order < b.order ? -1 : 1));
      return {
        format: SPOT_CHECK_FORMAT,
        drawn,
        seed,
        blind,
        population: Object.fromEntries(sorted),
        items: shuffled.map((i) => i.item),
      };
    },
  };
}

const rank = (s: Stratum): number => STRATA.findIndex((base) => s.startsWith(base)) * 2 + (s.endsWith(')') ? 0 : 1);
