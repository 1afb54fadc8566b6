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
const DARK = [0.5, 0.6];
/** In parts of the width: what a stroke must cover, how far an angle must reach, how wide a row of it may be. */
const STROKE = 0.8;
const REACH = 0.35;
const ROW = 0.7;

/** The sign on the crop of one line; null where it is none, or not surely one. */
export function readOperator(crop: Gray): Reading | null {
  const found = DARK.flatMap((dark) => readStrokes(crop, dark) ?? []);
  return found.every((f) => f.text === found[0]!.text) ? (found[0] ?? null) : null;
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

function signOf({ rows }: ColumnInk): string | null {
  const groups = groupsOf(rows);
  const width = rows[0]!.length;
  if (groups.length === 1) return angleOf(groups[0]!);
  const [above, below] = groups;
  if (groups.length !== 2 || !isStroke(below!, width)) return null;
  if (isStroke(above!, width)) return width >= rows.length ? '=' : null;
  const angle = angleOf(above!);
  return angle && (angle === '>' ? '≥' : '≤');
}

/** Rows of ink that no blank row parts. */
function groupsOf(rows: ColumnInk['rows']): ColumnInk['rows'][] {
  const out: (readonly boolean[])[][] = [];
  rows.forEach((row, y) => {
    if (!row.includes(true)) return;
    if (y > 0 && rows[y - 1]!.includes(true)) out.at(-1)!.push(row);
    else out.push([row]);
  });
  return out;
}

/** A level stroke from one side to the other: those of 二 are not equally long. */
const isStroke = (rows: ColumnInk['rows'], width: number): boolean =>
  rows.length <= Math.max(2, width / 3) && rows[0]!.filter((_, x) => rows.some((r) => r[x])).length >= STROKE * width;

/** `>` where the ink runs out to the right and back, `<` to the left. */
function angleOf(rows: ColumnInk['rows']): '<' | '>' | null {
  const [width, height] = [rows[0]!.length, rows.length];
  if (height < 4 || width < 0.5 * height || width > 2.5 * height) return null;
  if (rows.some((r) => r.lastIndexOf(true) - r.indexOf(true) + 1 > Math.max(3, ROW * width))) return null;
  const middle = (from: number, to: number): number => {
    const own = rows.slice(Math.floor(from * height), Math.ceil(to * height));
    const at = own.map((r) => (r.indexOf(true) + r.lastIndexOf(true)) / 2);
    return at.reduce((a, b) => a + b, 0) / at.length / width;
  };
  const [top, apex, foot] = [middle(0, 0.2), middle(0.4, 0.6), middle(0.8, 1)];
  if (apex - top >= REACH && apex - foot >= REACH) return '>';
  return top - apex >= REACH && foot - apex >= REACH ? '<' : null;
}
