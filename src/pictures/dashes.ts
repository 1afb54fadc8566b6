import { type Piece, piecesOf } from './components.js';
import type { Ink } from './picture.js';
import { INK } from './threshold.js';

/** In points: the thickness of a dashed line, its longest dash, the widest gap (where two lines cross), the shortest line. */
const FORM = { thick: 2, dash: 6, gap: 9, line: 48 };
const LEAST_DASHES = 8;
/** Lines each way: the leaders of a contents page stand in rows alone. */
const LEAST_LINES = 2;
/** So many dashes of a line follow at its usual step, so far from it at most; the specks of a noisy scan come at any. */
const REGULAR = { share: 0.6, off: 0.35 };
/** Beside a line, up to this in points, are fewer specks than it has dashes; those of a noisy scan are everywhere. */
const BESIDE = 3;
/** How far dashes of one line may stand from each other across it, in pixels. */
const LEAN = 1.5;

/** A dash along its line: where it begins and ends, its middle across the line, its thickness. Pixels. */
interface Dash {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly thick: number;
}

/** The ink of a page with the gaps of its dashed and dotted lines filled, if it has such lines both ways, as a table has. */
export function joinDashes(ink: Ink, scale: number): Ink {
  const any = { ...ink, data: ink.data.map((v) => (v === 0 ? 0 : INK)) };
  const short = piecesOf(any).filter((p) => Math.max(p.x1 - p.x0, p.y1 - p.y0) <= FORM.dash * scale);
  const thin = (thickness: number): boolean => thickness <= FORM.thick * scale;
  const across = linesOf(short.filter((p) => thin(p.y1 - p.y0)).map(asAcross), scale);
  const down = linesOf(short.filter((p) => thin(p.x1 - p.x0)).map(asDown), scale);
  if (across.length < LEAST_LINES || down.length < LEAST_LINES) return ink;
  const data = ink.data.slice();
  const fill = ({ from, to, at, thick }: Dash, put: (along: number, over: number) => void): void => {
    const first = Math.round(at - thick / 2);
    for (let over = first; over < first + thick; over++) for (let along = from; along < to; along++) put(along, over);
  };
  for (const line of across) fill(line, (x, y) => (data[y * ink.width + x] = INK));
  for (const line of down) fill(line, (y, x) => (data[y * ink.width + x] = INK));
  return { ...ink, data };
}

const asAcross = ({ x0, x1, y0, y1 }: Piece): Dash => ({ from: x0, to: x1, at: (y0 + y1) / 2, thick: y1 - y0 });
const asDown = ({ x0, x1, y0, y1 }: Piece): Dash => ({ from: y0, to: y1, at: (x0 + x1) / 2, thick: x1 - x0 });

/** Dashes behind each other on one line, as that line. */
function linesOf(dashes: readonly Dash[], scale: number): Dash[] {
  const open = new Map<number, Dash[]>();
  const lines: Dash[][] = [];
  for (const dash of [...dashes].sort((a, b) => a.from - b.from)) {
    const near = [-1, 0, 1, -2, 2].map((by) => open.get(Math.round(dash.at) + by));
    const line = near.find((own) => {
      const last = own?.at(-1);
      return last && Math.abs(last.at - dash.at) <= LEAN && dash.from - last.to <= FORM.gap * scale;
    });
    if (line) line.push(dash);
    else lines.push([dash]);
    open.set(Math.round(dash.at), line ?? lines.at(-1)!);
  }
  return lines.flatMap((own): Dash[] => {
    const [first, last] = [own[0]!, own.at(-1)!];
    if (own.length < LEAST_DASHES || last.to - first.from < FORM.line * scale || !isRegular(own)) return [];
    const middle = (of: (dash: Dash) => number): number => own.map(of).sort((a, b) => a - b)[own.length >> 1]!;
    const line = { from: first.from, to: last.to, at: middle((d) => d.at), thick: middle((d) => d.thick) };
    const beside = dashes.filter(({ from, to, at }) => {
      const off = Math.abs(at - line.at);
      return off > 2 * LEAN && off <= 2 * LEAN + BESIDE * scale && to > line.from && from < line.to;
    });
    return beside.length < own.length ? [line] : [];
  });
}

function isRegular(dashes: readonly Dash[]): boolean {
  const steps = dashes.slice(1).map((dash, i) => dash.from - dashes[i]!.from);
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1]!;
  const near = steps.filter((step) => Math.abs(step - usual) <= Math.max(1, REGULAR.off * usual));
  return near.length >= REGULAR.share * steps.length;
}
