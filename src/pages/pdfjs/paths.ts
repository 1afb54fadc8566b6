import { common } from '../clip.js';
import { applyX, applyY } from '../display.js';
import type { RuleCollector } from '../rules.js';
import { OP, PATH, POINTS } from './operators.js';
import { fillsInk, type GraphicsState, strokesInk } from './state.js';

const STROKES: ReadonlySet<number> = new Set<number>([
  OP.stroke,
  OP.closeStroke,
  OP.fillStroke,
  OP.eoFillStroke,
  OP.closeFillStroke,
  OP.closeEOFillStroke,
]);
const FILLS: ReadonlySet<number> = new Set<number>([
  OP.fill,
  OP.eoFill,
  OP.fillStroke,
  OP.eoFillStroke,
  OP.closeFillStroke,
  OP.closeEOFillStroke,
]);
/** A path of thousands of segments is a picture or an outline, never a ruling line. */
const MAX_NUMBERS = 12_000;

/** Clips what is drawn from now on to the box round a path; `data` as in PATH. */
export function clipTo(state: GraphicsState, data: Float32Array | null): void {
  if (data === null) return;
  const m = state.matrix;
  const reach: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < data.length; ) {
    // Of a curve all points count: it stays within them.
    for (let left = POINTS[data[i++]!]!; left > 0; left--, i += 2) {
      const [x, y] = [applyX(m, data[i]!, data[i + 1]!), applyY(m, data[i]!, data[i + 1]!)];
      reach[0] = Math.min(reach[0], x);
      reach[1] = Math.min(reach[1], y);
      reach[2] = Math.max(reach[2], x);
      reach[3] = Math.max(reach[3], y);
    }
  }
  if (reach[0] <= reach[2]) state.clip = state.clip ? common(state.clip, reach) : reach;
}

/** Hands the straight subpaths of one painted path to `rules`. `paint` is its painting operator, `data` as in PATH. */
export function drawPath(state: GraphicsState, paint: number, data: Float32Array | null, rules: RuleCollector): void {
  if (data === null || data.length > MAX_NUMBERS) return;
  const stroked = STROKES.has(paint) && strokesInk(state);
  const filled = FILLS.has(paint) && fillsInk(state);
  const light = FILLS.has(paint) && !filled && !stroked && state.fillAlpha > 0.97;
  if (!stroked && !filled && !light) return;
  const m = state.matrix;
  const lineWidth = state.lineWidth * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
  let points: number[] = [];
  let straight = true;
  let closed = false;
  const flush = (): void => {
    // A filled rectangle without width or height comes as one line there and back.
    if (points.length === 4 && closed && !stroked) points.push(points[0]!, points[1]!);
    if (points.length >= 4 && straight) rules.subpath(points, { stroked, filled, light, closed, lineWidth });
    points = [];
    straight = true;
    closed = false;
  };
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    if (code === PATH.closePath) {
      closed = true;
      continue;
    }
    const startsAgain = code === PATH.moveTo || closed;
    if (startsAgain) {
      // After a close the next segment starts from where the subpath began.
      const again = code !== PATH.moveTo ? points.slice(0, 2) : [];
      flush();
      points.push(...again);
    }
    if (code === PATH.curveTo || code === PATH.quadraticCurveTo) {
      straight = false;
      i += code === PATH.curveTo ? 4 : 2;
    }
    points.push(applyX(m, data[i]!, data[i + 1]!), applyY(m, data[i]!, data[i + 1]!));
    i += 2;
  }
  flush();
}
