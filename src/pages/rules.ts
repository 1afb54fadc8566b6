import type { Box, Rule } from './page.js';

/** A filled box this thin, in points, is a ruling line; wider ones are shading. */
const MAX_THICKNESS = 3;
/** What a line may lean over its length and still be straight, in points. */
const SLANT = 0.75;
/** Sides that differ by less are those of a square: the noise of floating point must not choose an axis. */
const SQUARE = 0.05;
/** Pieces of dashed and dotted lines are this long at least. */
const MIN_PIECE = 0.2;

export interface Paint {
  readonly stroked: boolean;
  readonly filled: boolean;
  /** Filled with white: nothing to see on paper, a cell on a dark ground. */
  readonly light: boolean;
  readonly closed: boolean;
  /** Width of the stroke as displayed, in points. */
  readonly lineWidth: number;
}

/** Takes what a reader finds drawn on a page, in displayed coordinates, and keeps what can be a ruling line. */
export interface RuleCollector {
  /** Points of one straight subpath: x, y, x, y, … */
  subpath(points: readonly number[], paint: Paint): void;
  /** A box that is a rule if it is thin. */
  thinBox(x0: number, y0: number, x1: number, y1: number): void;
  done(): readonly Rule[];
}

/** So many white boxes on one dark box are the cells of a table; what is left of the ground between them are its rules. */
const MIN_CELLS = 6;

/** The white boxes that lie on dark ones: the cells of tables that are set so (HTML with cell spacing). */
function whiteCells(grounds: readonly Box[], lights: readonly Box[]): Box[] {
  if (lights.length < MIN_CELLS) return [];
  return grounds.flatMap(([x0, y0, x1, y1]) => {
    const on = lights.filter((l) => l[0] >= x0 - 1 && l[1] >= y0 - 1 && l[2] <= x1 + 1 && l[3] <= y1 + 1);
    return on.length >= MIN_CELLS ? on.filter((l) => l[2] - l[0] > 1 && l[3] - l[1] > 1) : [];
  });
}

/** `width`, `height`: the page as displayed; what lies outside it is not seen and not kept. */
export function ruleCollector(width: number, height: number): RuleCollector {
  const rules: Rule[] = [];
  const grounds: Box[] = [];
  const lights: Box[] = [];
  const add = (axis: Rule['axis'], at: number, a: number, b: number, thickness: number): void => {
    const [across, along] = axis === 'horizontal' ? [height, width] : [width, height];
    const from = Math.max(0, Math.min(a, b));
    const to = Math.min(along, Math.max(a, b));
    if (at < -1 || at > across + 1 || to - from < MIN_PIECE) return;
    rules.push({ axis, at, from, to, thickness });
  };
  const line = (ax: number, ay: number, bx: number, by: number, thickness: number): void => {
    const dx = Math.abs(bx - ax);
    const dy = Math.abs(by - ay);
    if (dy <= SLANT && dx >= dy * 4) add('horizontal', (ay + by) / 2, ax, bx, thickness);
    else if (dx <= SLANT && dy >= dx * 4) add('vertical', (ax + bx) / 2, ay, by, thickness);
  };
  const thinBox = (x0: number, y0: number, x1: number, y1: number): void => {
    const w = x1 - x0;
    const h = y1 - y0;
    // A dot of a dotted line counts both ways: which line it belongs to shows in its neighbours.
    if (h <= MAX_THICKNESS && w >= h - SQUARE) add('horizontal', (y0 + y1) / 2, x0, x1, h);
    if (w <= MAX_THICKNESS && h >= w - SQUARE) add('vertical', (x0 + x1) / 2, y0, y1, w);
  };
  return {
    thinBox,
    subpath(points, paint) {
      const n = points.length / 2;
      if (paint.stroked) {
        for (let i = 0; i + 1 < n; i++)
          line(points[2 * i]!, points[2 * i + 1]!, points[2 * i + 2]!, points[2 * i + 3]!, paint.lineWidth);
        if (paint.closed && n > 2)
          line(points[2 * n - 2]!, points[2 * n - 1]!, points[0]!, points[1]!, paint.lineWidth);
        return;
      }
      if ((!paint.filled && !paint.light) || n < 3 || n > 6) return;
      let x0 = Number.POSITIVE_INFINITY;
      let y0 = Number.POSITIVE_INFINITY;
      let x1 = Number.NEGATIVE_INFINITY;
      let y1 = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < n; i++) {
        x0 = Math.min(x0, points[2 * i]!);
        x1 = Math.max(x1, points[2 * i]!);
        y0 = Math.min(y0, points[2 * i + 1]!);
        y1 = Math.max(y1, points[2 * i + 1]!);
      }
      if (paint.light) lights.push([x0, y0, x1, y1]);
      else {
        thinBox(x0, y0, x1, y1);
        if (x1 - x0 > MAX_THICKNESS && y1 - y0 > MAX_THICKNESS) grounds.push([x0, y0, x1, y1]);
      }
    },
    done() {
      for (const [x0, y0, x1, y1] of whiteCells(grounds, lights)) {
        for (const y of [y0, y1]) add('horizontal', y, x0, x1, 0);
        for (const x of [x0, x1]) add('vertical', x, y0, y1, 0);
      }
      return rules;
    },
  };
}
