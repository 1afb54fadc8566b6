import { applyX, applyY } from '../display.js';
import type { RuleCollector } from '../rules.js';
import { OP, PATH } from './operators.js';
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
