import type { Segment } from './segments.js';

/** How far apart two lines may end and still meet. */
export const REACH = 3.5;

/** Ruling lines that belong to one grid. */
export interface Component {
  readonly horizontals: Segment[];
  readonly verticals: Segment[];
}

/** The grids of a page as ruling lines: those that meet, directly or through others, and what goes on with them or stands as columns alone. */
export function segmentsToComponents(horizontals: readonly Segment[], verticals: readonly Segment[]): Component[] {
  const n = horizontals.length;
  const parent = Array.from({ length: n + verticals.length }, (_, i) => i);
  const find = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    parent[i] = r;
    return r;
  };
  verticals.forEach((v, j) => {
    horizontals.forEach((h, i) => {
      if (v.at < h.from - REACH || v.at > h.to + REACH || h.at < v.from - REACH || h.at > v.to + REACH) return;
      parent[find(i)] = find(n + j);
    });
  });
  const byRoot = new Map<number, Component>();
  const own = (i: number): Component => {
    const root = find(i);
    let c = byRoot.get(root);
    if (!c) {
      c = { horizontals: [], verticals: [] };
      byRoot.set(root, c);
    }
    return c;
  };
  for (const [i, h] of horizontals.entries()) own(i).horizontals.push(h);
  for (const [j, v] of verticals.entries()) own(n + j).verticals.push(v);
  const all = [...byRoot.values()];
  const loose = all.filter((c) => c.horizontals.length === 0).flatMap((c) => c.verticals);
  const grids = all.flatMap((c) => {
    if (c.horizontals.length !== 1) return c.horizontals.length > 0 && c.verticals.length > 0 ? [c] : [];
    return openSide(c, loose);
  });
  const hung = new Set(grids.flatMap((c) => c.verticals));
  const alone = loose.filter((rule) => {
    if (hung.has(rule)) return false;
    const home = grids.find((g) => goesOnIn(rule, g) || standsBeside(rule, g));
    home?.verticals.push(rule);
    return !home;
  });
  return [...grids, ...columnsAlone(alone)];
}

/**
 * A piece of a table whose columns alone are ruled, broken by a page: they reach its only rule, at its head or its foot, but for those that
 * end where a cell is merged over them. All are as long on the open side; short ones are columns only where they are many.
 */
function openSide({ horizontals: [rule], verticals }: Component, loose: readonly Segment[]): Component[] {
  const [first] = verticals;
  if (!first) return [];
  const isAtHead = Math.abs(rule!.at - first.from) <= REACH;
  const open = isAtHead ? first.to : first.from;
  const isOwn = (v: Segment): boolean => Math.abs((isAtHead ? v.to : v.from) - open) <= REACH;
  const reaches = (v: Segment): boolean => Math.abs((isAtHead ? v.from : v.to) - rule!.at) <= REACH;
  if (!verticals.every((v) => isOwn(v) && reaches(v))) return [];
  const own = [...verticals, ...loose.filter((v) => v.at > rule!.from && v.at < rule!.to && isOwn(v))];
  const shortest = SHORTEST_COLUMN[own.length > MANY_COLUMNS ? 'ofMany' : 'of'];
  if (own.length < 4 || Math.abs(open - rule!.at) < shortest) return [];
  return [{ horizontals: [rule!, { ...rule!, at: open }].sort((a, b) => a.at - b.at), verticals: own }];
}

/** Whether a rule that meets no other goes on a line of a grid whose rows are not ruled, below cells that are merged across it. */
function goesOnIn(rule: Segment, { verticals }: Component): boolean {
  const within = verticals.some((v) => v.from <= rule.from + REACH && v.to >= rule.to - REACH);
  return within && verticals.some((v) => Math.abs(v.at - rule.at) <= REACH);
}

/** Whether a rule that meets no other is as high as a grid: a side of the cell that is merged over all of its rows, and over those of the page before. */
function standsBeside(rule: Segment, { horizontals, verticals }: Component): boolean {
  const top = Math.min(horizontals[0]!.at, ...verticals.map((v) => v.from));
  const bottom = Math.max(horizontals.at(-1)!.at, ...verticals.map((v) => v.to));
  return Math.abs(rule.from - top) <= REACH && Math.abs(rule.to - bottom) <= REACH;
}

/** Points: shorter rules beside each other are no columns, but for a row of many: the last of a table, alone on its page. */
const SHORTEST_COLUMN = { of: 24, ofMany: 10 };
const MANY_COLUMNS = 6;

/** Columns without any rule across them: a page with which a table goes on whose rows are not ruled. */
function columnsAlone(verticals: readonly Segment[]): Component[] {
  const out: Component[] = [];
  for (const first of verticals) {
    if (out.some((c) => c.verticals.includes(first))) continue;
    const own = verticals.filter((v) => Math.abs(v.from - first.from) <= REACH && Math.abs(v.to - first.to) <= REACH);
    const shortest = SHORTEST_COLUMN[own.length > MANY_COLUMNS ? 'ofMany' : 'of'];
    if (own.length < 3 || first.to - first.from < shortest) continue;
    const [from, to] = [Math.min(...own.map((v) => v.at)), Math.max(...own.map((v) => v.at))];
    out.push({ verticals: own, horizontals: [first.from, first.to].map((at) => ({ at, from, to })) });
  }
  return out;
}
