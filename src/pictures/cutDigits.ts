import type { Gray } from './picture.js';

/** A digit in its field of the line, brought to one size: COLUMNS by ROWS, from the top left: 0 is paper, 255 the darkest ink of the amount. */
export type DigitPicture = Uint8Array;

export const COLUMNS = 10;
export const ROWS = 14;

const AMOUNT = /^\d[\d,]*(\.\d+)?$/;
/** Fainter than this, of white paper, is noise. */
const NOISE = 22;
/** The width of a point or comma, in parts of that of a digit: of most type faces, and of those in which all characters are as wide. */
const MARKS = [0.5, 1];
/** How wide a digit may be, in parts of its height. */
const NARROWEST = 0.4;
const WIDEST = 1.1;
/** How far the first field may reach out over the ink, and how far ink may reach out of it, in parts of a digit's width. */
const BEFORE = 0.35;
const INSIDE = 0.06;
const STEP = 0.25;
/** Lines of pixels with less ink than this part of the fullest are no part of the digits. */
const EDGE = 0.1;
/** A mark has no more than this part of its ink over the lower third of the line. */
const RAISED = 0.3;
const LEAST_HEIGHT = 7;

/** Fields of one line: where the first begins, how wide a digit and a mark are, in pixels. */
interface Fields {
  readonly from: number;
  readonly digit: number;
  readonly mark: number;
}

/**
 * The digits of an amount, cut out of its picture, in their order. It is cut where the fields of its characters meet, since all digits of a
 * type face are as wide: print that is broken, or that touches, is cut as well. Undefined where the print is no line of so many fields.
 */
export function cutDigits(crop: Gray, amount: string): DigitPicture[] | undefined {
  if (!AMOUNT.test(amount)) return undefined;
  const ink = inkOf(crop);
  const columns = sumsOfColumns(ink);
  const fields = fieldsOf(columns, amount, heightOf(sumsOfRows(ink, [[0, ink.width]])));
  if (!fields) return undefined;
  const spans = spansOf(fields, amount);
  const digits = spans.filter((_, i) => isDigit(amount[i]!));
  const { from: top, to: foot } = extentOf(sumsOfRows(ink, digits));
  if (foot - top < LEAST_HEIGHT) return undefined;
  const low = foot - (foot - top) / 3;
  const marks = spans.filter((_, i) => !isDigit(amount[i]!));
  for (const mark of marks) {
    const rows = sumsOfRows(ink, [mark]);
    const all = sum(rows);
    if (all === 0 || sum(rows.slice(0, Math.round(low))) > RAISED * all) return undefined;
  }
  return digits.map(([x0, x1]) => toPicture(ink, x0, top, x1, foot));
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9';
const sum = (values: Float32Array): number => values.reduce((a, b) => a + b, 0);

/** How dark each pixel is, 255 the darkest. */
function inkOf({ width, height, data }: Gray): Gray {
  let blackest = 255;
  for (let i = 0; i < data.length; i++) if (data[i]! < blackest) blackest = data[i]!;
  const most = Math.max(1, 255 - blackest);
  const ink = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const dark = 255 - data[i]!;
    if (dark > NOISE) ink[i] = Math.round((255 * dark) / most);
  }
  return { width, height, data: ink };
}

function sumsOfColumns({ width, height, data }: Gray): Float32Array {
  const out = new Float32Array(width);
  for (let y = 0, at = 0; y < height; y++) for (let x = 0; x < width; x++, at++) out[x]! += data[at]!;
  return out;
}

type Span = readonly [number, number];

function sumsOfRows({ width, height, data }: Gray, spans: readonly Span[]): Float32Array {
  const out = new Float32Array(height);
  for (const [from, to] of spans)
    for (let y = 0; y < height; y++)
      for (let x = Math.max(0, Math.round(from)); x < Math.min(width, Math.round(to)); x++)
        out[y]! += data[y * width + x]!;
  return out;
}

/** From the first line of pixels with ink to behind the last. */
function extentOf(sums: Float32Array): { readonly from: number; readonly to: number } {
  const least = EDGE * sums.reduce((a, b) => Math.max(a, b), 0);
  const from = sums.findIndex((v) => v > least);
  return from < 0 ? { from: 0, to: 0 } : { from, to: sums.findLastIndex((v) => v > least) + 1 };
}

const heightOf = (rows: Float32Array): number => {
  const { from, to } = extentOf(rows);
  return to - from;
};

/** The fields between which there is least ink, and outside of which there is none. */
function fieldsOf(columns: Float32Array, amount: string, height: number): Fields | undefined {
  const { from: x0, to: x1 } = extentOf(columns);
  const near = blurred(columns);
  let best: Fields | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const part of /\D/.test(amount) ? MARKS : MARKS.slice(0, 1)) {
    const ends = spansOf({ from: 0, digit: 1, mark: part }, amount).map(([, to]) => to);
    const count = ends.pop()!;
    const narrowest = Math.max(NARROWEST * height, (x1 - x0) / (count + 2 * INSIDE));
    const widest = Math.min(WIDEST * height, (x1 - x0) / (count - 2 * BEFORE));
    for (let digit = narrowest; digit <= widest; digit += STEP / count) {
      const whole = digit * count;
      const first = Math.max(x0 - BEFORE * digit, x1 - whole - INSIDE * digit);
      const last = Math.min(x0 + INSIDE * digit, x1 - whole + BEFORE * digit);
      for (let from = first; from <= last; from += STEP) {
        const between = inkAt(near, ends, from, digit, least);
        if (between >= least) continue;
        least = between;
        best = { from, digit, mark: digit * part };
      }
    }
  }
  return best;
}

/** Each column with a little of its neighbours: fields meet in the middle of the paper between two characters. */
function blurred(columns: Float32Array): Float32Array {
  return columns.map(
    (own, x) =>
      own +
      0.4 * ((columns[x - 1] ?? 0) + (columns[x + 1] ?? 0)) +
      0.1 * ((columns[x - 2] ?? 0) + (columns[x + 2] ?? 0)),
  );
}

/** The ink where fields meet: of the two columns beside each place, by how near they are. No more is summed up than `limit`. */
function inkAt(columns: Float32Array, ends: readonly number[], from: number, digit: number, limit: number): number {
  let ink = 0;
  for (let i = 0; i < ends.length && ink < limit; i++) {
    const x = from + ends[i]! * digit - 0.5;
    const left = Math.floor(x);
    const part = x - left;
    if (left >= 0 && left + 1 < columns.length) ink += columns[left]! * (1 - part) + columns[left + 1]! * part;
  }
  return ink;
}

function spansOf({ from, digit, mark }: Fields, amount: string): Span[] {
  const out: Span[] = [];
  let at = from;
  for (const char of amount) {
    const to = at + (isDigit(char) ? digit : mark);
    out.push([at, to]);
    at = to;
  }
  return out;
}

/** Each field of the picture has the mean ink of the part of the area that it stands for. */
function toPicture({ width, data }: Gray, x0: number, y0: number, x1: number, y1: number): DigitPicture {
  const out = new Uint8Array(COLUMNS * ROWS);
  const across = (x1 - x0) / COLUMNS;
  const down = (y1 - y0) / ROWS;
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const [left, right] = [x0 + column * across, x0 + (column + 1) * across];
      const [top, foot] = [y0 + row * down, y0 + (row + 1) * down];
      let ink = 0;
      for (let y = Math.floor(top); y < foot; y++) {
        const high = Math.min(foot, y + 1) - Math.max(top, y);
        for (let x = Math.floor(left); x < right; x++) {
          if (x < 0 || x >= width) continue;
          ink += data[y * width + x]! * high * (Math.min(right, x + 1) - Math.max(left, x));
        }
      }
      out[row * COLUMNS + column] = Math.round(ink / (across * down));
    }
  return out;
}
