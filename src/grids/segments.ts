import type { Rule } from '../pages/page.js';

/** Rules on one line, merged. `at` is the line's place, `spans` its drawn stretches, ascending and disjoint. */
export interface Segment {
  at: number;
  from: number;
  to: number;
}

/** Lines this close are one line: double rules, and the borders of two boxes side by side. */
const SNAP = 2.6;
/** Nor do characters stand between lines this close, in points: a double rule of which each cell drew one side. */
const NO_ROOM = 3.5;
/** A gap this wide between two pieces is a gap between dashes, not between lines. */
const DASH_GAP = 3.2;
/** Shorter stretches are strokes of characters, underlines of a letter, dots. */
const MIN_LENGTH = 7;

/** Merges collinear rules of one axis into segments. */
export function mergeRules(rules: readonly Rule[], axis: Rule['axis']): Segment[] {
  const own = rules.filter((r) => r.axis === axis).sort((a, b) => a.at - b.at);
  const out: Segment[] = [];
  let group: Rule[] = [];
  const flush = (): void => {
    if (group.length === 0) return;
    let weight = 0;
    let sum = 0;
    for (const r of group) {
      const w = r.to - r.from;
      weight += w;
      sum += r.at * w;
    }
    const at = weight > 0 ? sum / weight : group[0]!.at;
    group.sort((a, b) => a.from - b.from);
    let current: Segment | undefined;
    for (const r of group) {
      if (current && r.from <= current.to + DASH_GAP) current.to = Math.max(current.to, r.to);
      else {
        if (current && current.to - current.from >= MIN_LENGTH) out.push(current);
        current = { at, from: r.from, to: r.to };
      }
    }
    if (current && current.to - current.from >= MIN_LENGTH) out.push(current);
    group = [];
  };
  for (const r of own) {
    if (group.length > 0 && r.at - group[0]!.at > SNAP) flush();
    group.push(r);
  }
  flush();
  return out;
}

/** Positions ascending, those with no room for characters between them made one (their mean). */
export function snapPositions(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const out: number[] = [];
  let group: number[] = [];
  const flush = (): void => {
    if (group.length > 0) out.push(group.reduce((s, v) => s + v, 0) / group.length);
    group = [];
  };
  for (const v of sorted) {
    if (group.length > 0 && v - group[0]! > NO_ROOM) flush();
    group.push(v);
  }
  flush();
  return out;
}

/** For every position the segments that lie on it, at most `reach` away, and on no other that is nearer. */
export function onNearest(segments: readonly Segment[], positions: readonly number[], reach: number): Segment[][] {
  const out = positions.map((): Segment[] => []);
  for (const segment of segments) {
    let best = 0;
    for (let i = 1; i < positions.length; i++)
      if (Math.abs(positions[i]! - segment.at) < Math.abs(positions[best]! - segment.at)) best = i;
    if (Math.abs(positions[best]! - segment.at) <= reach) out[best]!.push(segment);
  }
  return out;
}

/** Index of the interval that holds `value`, or -1. */
export function interval(lines: readonly number[], value: number): number {
  if (value < lines[0]! || value >= lines.at(-1)!) return -1;
  let low = 0;
  let high = lines.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}
