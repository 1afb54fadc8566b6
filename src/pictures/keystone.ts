import type { Gray, Keystone, Slopes } from './picture.js';
import { darkPoints, leanOf, middleOfLines, sharpness } from './skew.js';

/** Lines of a page that was photographed run together by up to this, in degrees either way of the page's own lean. */
const MOST = 2.6;
/** Less than this, in radians, is no keystone: it moves nothing by more than a pixel or two. */
const LEAST = 0.0025;
/** How far the slope of a band may be off the line through them all: more is a page that is bent, or lines that are none. */
const UNEVEN = 0.002;
/** So few dark points in a third of the page show no lines. */
const MIN_POINTS = 1500;
/** Ruling lines are so much sharper under their own lean than under one that is off by a degree; columns of print are not. */
const SHARPER = 1.5;
const OFF = Math.PI / 180;
const BANDS = 3;

/**
 * How the lines of a straightened picture run together, as a camera that is held at an angle makes them: the slopes of the horizontal
 * lines change down the page, and those of the vertical ones across it. Null where they do not.
 */
export function keystoneOf(gray: Gray): Keystone | null {
  const points = darkPoints(gray);
  const across = slopesOf(points, gray.width, gray.height);
  const down = slopesOf(swapped(points), gray.height, gray.width);
  const isNone = ({ middle, spread }: Slopes): boolean => Math.abs(middle) < LEAST && Math.abs(spread) < LEAST;
  return isNone(across) && isNone(down) ? null : { across, down };
}

const NONE: Slopes = { middle: 0, spread: 0 };

/** Lines of one band: where they are across the picture, from -0.5 to 0.5, and their slope. */
interface Band {
  readonly at: number;
  readonly slope: number;
}

/** A line through the slopes of the bands. `points`: x and y in turn; `width`, `height`: of the picture, along and across its lines. */
function slopesOf(points: Int16Array, width: number, height: number): Slopes {
  const known = Array.from({ length: BANDS }, (_, k) => bandOf(points, width, height, k)).filter(
    (b) => b !== undefined,
  );
  if (known.length < 2) return NONE;
  const mean = (of: (band: Band) => number): number => known.reduce((sum, band) => sum + of(band), 0) / known.length;
  const [at, slope] = [mean((b) => b.at), mean((b) => b.slope)];
  const spread = mean((b) => (b.at - at) * (b.slope - slope)) / mean((b) => (b.at - at) ** 2);
  const middle = slope - spread * at;
  const isEven = known.every((b) => Math.abs(b.slope - middle - spread * b.at) < UNEVEN);
  return isEven ? { middle, spread } : NONE;
}

/** The lines in one band of the picture; undefined where it has none that are sharp. */
function bandOf(points: Int16Array, width: number, height: number, band: number): Band | undefined {
  const from = (height * band) / BANDS;
  const to = (height * (band + 1)) / BANDS;
  const own: number[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const y = points[i + 1]!;
    if (y >= from && y < to) own.push(points[i]!, y);
  }
  if (own.length < 2 * MIN_POINTS) return undefined;
  const some = Int16Array.from(own);
  const { angle, sharpness: best } = leanOf(some, height, MOST);
  const beside = Math.max(sharpness(some, height, angle - OFF), sharpness(some, height, angle + OFF));
  if (best < SHARPER * beside) return undefined;
  const slope = Math.tan(angle);
  return { at: middleOfLines(some, height, slope, width / 2) / height - 0.5, slope };
}

function swapped(points: Int16Array): Int16Array {
  const out = new Int16Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    out[i] = points[i + 1]!;
    out[i + 1] = points[i]!;
  }
  return out;
}
