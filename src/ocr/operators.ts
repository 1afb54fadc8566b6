/**
 * Signs of comparison by their shape. They stand alone in their cells, and engines that know words take them for words
 * (二, Y, Vi): two equal strokes over each other are an equals sign, an angle that opens to one side is less or more.
 */
import type { Gray } from '../pictures/picture.js';
import type { Reading } from './engine.js';
import { type ColumnInk, inksOf } from './inks.js';

const OPERATORS = /^(?:=|[<>]=?|[≤≥])$/;
export const isOperator = (text: string): boolean => OPERATORS.test(text);

/** How far from the blackest towards paper a pixel still is a stroke: thin ones are gray, and so are narrow gaps. */
const DARK = [0.4, 0.5, 0.6];
/** In parts of the width: what a stroke must cover, how far an angle must reach, how wide a row of it may be. */
const STROKE = 0.8;
const REACH = 0.35;
const ROW = 0.7;
/** In parts of the ink: less is dust. */
const SPECK = 0.06;

/** The sign on the crop of one line; null where it is none, or not surely one. */
export function readOperator(crop: Gray): Reading | null {
  const found = DARK.flatMap((dark) => readStrokes(crop, dark) ?? []);
  return found.every((f) => f.text === found[0]!.text) ? (found[0] ?? null) : null;
}

/** Of the limits of `DARK`, where the engine saw nothing. */
const MUST_AGREE = 2;
/** A figure behind a sign, or what an engine takes for one, or behind none. */
const MAY_HAVE_SIGN = /^[<>〈〉《》＜＞≤≥=]?\d/;

/** The reading of a figure with the sign that stands before it by its shape (≥95%): engines let its second stroke go, or all of it. */
export function withLeadingSign(reading: Reading, crop: Gray): Reading {
  if (!MAY_HAVE_SIGN.test(reading.text)) return reading;
  const [first] = reading.chars;
  const isThere = !/\d/.test(first!.char);
  const inks = DARK.flatMap((dark) => inksOf(crop, dark)[0] ?? []);
  const signs = inks.flatMap((ink) => signOf(ink) ?? []);
  const [sign] = signs;
  if (!sign || signs.some((s) => s !== sign) || signs.length < (isThere ? 1 : MUST_AGREE)) return reading;
  const place = { x0: inks[0]!.x0 / crop.width, x1: inks[0]!.x1 / crop.width };
  const rest = isThere ? reading.chars.slice(1) : reading.chars;
  const chars = [{ ...first!, ...(isThere ? {} : place), char: sign }, ...rest];
  return { ...reading, chars, text: chars.map((c) => c.char).join('') };
}

function readStrokes(crop: Gray, dark: number): Reading | null {
  const inks = inksOf(crop, dark);
  if (inks.length === 0 || inks.length > 2) return null;
  const signs = inks.map(signOf);
  const text = signs.join('');
  if (signs.some((s) => s === null) || !isOperator(text)) return null;
  const chars = inks.map(({ x0, x1 }, i) => ({
    char: signs[i]!,
    x0: x0 / crop.width,
    x1: x1 / crop.width,
    confidence: 1,
  }));
  return { text, chars, confidence: 1 };
}

/** The sign that one connected run of columns is. */
function signOf({ rows }: ColumnInk): string | null {
  const width = rows[0]!.length;
  const parts = partsOf(rows);
  if (parts.length === 1) return angleOf(parts[0]!.rows);
  const [above, below] = parts;
  if (parts.length !== 2) return null;
  if (isStroke(above!.rows, width)) return isStroke(below!.rows, width) && width >= rows.length ? '=' : null;
  const angle = angleOf(above!.rows);
  if (angle === null || !(isStroke(below!.rows, width) || isParallel(below!.rows, angle))) return null;
  return angle === '>' ? '≥' : '≤';
}

/** A part of a sign that hangs together, in a box of its own; `middle`: the mean height of its ink. */
interface Part {
  readonly rows: ColumnInk['rows'];
  readonly middle: number;
}

/** The parts of a sign, from above; specks are none. */
function partsOf(rows: ColumnInk['rows']): Part[] {
  const left = rows.map((row) => [...row]);
  const all = rows.flat().filter(Boolean).length;
  const parts: Part[] = [];
  for (let y = 0; y < left.length; y++)
    for (let x = left[y]!.indexOf(true); x >= 0; x = left[y]!.indexOf(true)) {
      const own = takeFrom(left, x, y);
      if (own.length < SPECK * all) continue;
      const [xs, ys] = [own.map((p) => p[0]), own.map((p) => p[1])];
      const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
      const box = Array.from({ length: Math.max(...ys) - y0 + 1 }, () => Array(Math.max(...xs) - x0 + 1).fill(false));
      for (const [px, py] of own) box[py - y0]![px - x0] = true;
      parts.push({ rows: box, middle: ys.reduce((a, b) => a + b, 0) / ys.length });
    }
  return parts.sort((a, b) => a.middle - b.middle);
}

/** The pixels that hang together with one (eight neighbours); they are taken out of `left`. */
function takeFrom(left: boolean[][], x: number, y: number): [number, number][] {
  const own: [number, number][] = [[x, y]];
  left[y]![x] = false;
  for (let i = 0; i < own.length; i++)
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++) {
        const [nx, ny] = [own[i]![0] + dx, own[i]![1] + dy];
        if (!left[ny]?.[nx]) continue;
        left[ny]![nx] = false;
        own.push([nx, ny]);
      }
  return own;
}

/** A level stroke from one side to the other: those of 二 are not equally long. */
const isStroke = (rows: ColumnInk['rows'], width: number): boolean =>
  rows.length <= Math.max(2, width / 3) && rows[0]!.filter((_, x) => rows.some((r) => r[x])).length >= STROKE * width;

/** Chinese fonts draw the second stroke of ≥ and ≤ along the lower one of the angle: down to the left, down to the right. */
function isParallel(rows: ColumnInk['rows'], angle: '<' | '>'): boolean {
  const width = rows[0]!.length;
  if (rows.length < 4 || width < 4 || widest(rows) > Math.max(3, ROW * width)) return false;
  const run = middleOf(rows, 0, 0.3) - middleOf(rows, 0.7, 1);
  return angle === '>' ? run >= REACH : run <= -REACH;
}

/** `>` where the ink runs out to the right and back, `<` to the left. */
function angleOf(rows: ColumnInk['rows']): '<' | '>' | null {
  const [width, height] = [rows[0]!.length, rows.length];
  if (height < 4 || width < 0.5 * height || width > 2.5 * height) return null;
  if (widest(rows) > Math.max(3, ROW * width)) return null;
  const [top, apex, foot] = [middleOf(rows, 0, 0.2), middleOf(rows, 0.4, 0.6), middleOf(rows, 0.8, 1)];
  if (apex - top >= REACH && apex - foot >= REACH) return '>';
  return top - apex >= REACH && foot - apex >= REACH ? '<' : null;
}

const widest = (rows: ColumnInk['rows']): number =>
  Math.max(...rows.map((r) => r.lastIndexOf(true) - r.indexOf(true) + 1));

/** Where the ink of some rows stands, in parts of the width; the rows in parts of the height. */
function middleOf(rows: ColumnInk['rows'], from: number, to: number): number {
  const own = rows.slice(Math.floor(from * rows.length), Math.ceil(to * rows.length));
  const at = own.map((r) => (r.indexOf(true) + r.lastIndexOf(true)) / 2);
  return at.reduce((a, b) => a + b, 0) / at.length / rows[0]!.length;
}
