import type { Ink } from './picture.js';

/** A long dark stretch of a picture, in pixels: its place across, where it begins and ends, and its thickness. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

export interface StrokeForm {
  /** Shorter ones are parts of characters. */
  readonly minLength: number;
  /** Thicker ones are bars, pictures, characters. */
  readonly maxThickness: number;
  /** Gaps up to this are specks of paper in the line. */
  readonly gap: number;
}

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  group: number;
}

/** The horizontal strokes of a picture: runs of dark pixels that go on from row to row are one. */
export function horizontalStrokes(ink: Ink, form: StrokeForm): Stroke[] {
  const runs = findRuns(ink, form);
  const parent = runs.map((_, i) => i);
  const find = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r]!;
    parent[i] = r;
    return r;
  };
  let first = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    while (runs[first]!.y < run.y - 1) first++;
    for (let k = first; k < i && runs[k]!.y < run.y; k++) {
      if (runs[k]!.from <= run.to && run.from <= runs[k]!.to) parent[find(i)] = find(k);
    }
  }
  const groups = new Map<number, Run[]>();
  runs.forEach((run, i) => {
    const root = find(i);
    const own = groups.get(root);
    if (own) own.push(run);
    else groups.set(root, [run]);
  });
  return [...groups.values()].flatMap((own) => strokesOf(own, ink, form));
}

function findRuns({ width, height, data }: Ink, { minLength, gap }: StrokeForm): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    let from = -1;
    let last = -1;
    let dark = 0;
    const row = y * width;
    const end = (): void => {
      const length = last - from + 1;
      if (from >= 0 && length >= minLength && dark >= 0.8 * length) runs.push({ y, from, to: last + 1, group: 0 });
    };
    for (let x = 0; x < width; x++) {
      if (data[row + x] === 0) continue;
      if (from >= 0 && x - last - 1 > gap) {
        end();
        from = -1;
      }
      if (from < 0) {
        from = x;
        dark = 0;
      }
      dark++;
      last = x;
    }
    end();
  }
  return runs;
}

/** One group of runs as strokes: a line that drifts over many rows is cut into pieces, each at its own height. */
function strokesOf(runs: readonly Run[], ink: Ink, form: StrokeForm): Stroke[] {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  let top = Number.POSITIVE_INFINITY;
  let bottom = 0;
  let area = 0;
  for (const r of runs) {
    from = Math.min(from, r.from);
    to = Math.max(to, r.to);
    top = Math.min(top, r.y);
    bottom = Math.max(bottom, r.y + 1);
    area += r.to - r.from;
  }
  const thickness = area / (to - from);
  if (thickness > form.maxThickness || !isThin(runs, ink, form)) return [];
  if (bottom - top <= form.maxThickness) return [{ at: meanOf(runs), from, to, thickness }];
  const pieces: Stroke[] = [];
  const step = Math.max(form.minLength, (to - from) / Math.ceil((to - from) / (3 * form.minLength)));
  for (let x = from; x < to - 1; x += step) {
    const end = Math.min(to, x + step);
    const own = runs
      .map((r) => ({ ...r, from: Math.max(x, r.from), to: Math.min(end, r.to) }))
      .filter((r) => r.to > r.from);
    if (own.length > 0)
      pieces.push({ at: meanOf(own), from: x, to: end, thickness: Math.min(thickness, form.maxThickness) });
  }
  return pieces;
}

function meanOf(runs: readonly Run[]): number {
  let weight = 0;
  let sum = 0;
  for (const r of runs) {
    weight += r.to - r.from;
    sum += (r.y + 0.5) * (r.to - r.from);
  }
  return sum / weight;
}

/** Whether paper lies above and below along most of the stroke: a row through a line of print has ink there. */
function isThin(runs: readonly Run[], { width, height, data }: Ink, { maxThickness }: StrokeForm): boolean {
  let seen = 0;
  let thin = 0;
  for (const run of runs) {
    for (let x = run.from; x < run.to; x += 3) {
      if (data[run.y * width + x] === 0) continue;
      let extent = 1;
      for (let y = run.y - 1; y >= 0 && extent <= maxThickness + 1 && data[y * width + x] !== 0; y--) extent++;
      for (let y = run.y + 1; y < height && extent <= maxThickness + 1 && data[y * width + x] !== 0; y++) extent++;
      seen++;
      if (extent <= maxThickness + 1) thin++;
    }
  }
  return thin >= 0.5 * seen;
}
