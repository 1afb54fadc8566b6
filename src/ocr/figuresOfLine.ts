/** The figures of a line of text, cut out of it: an engine that knows digits alone can read them again. */
import type { Area, Gray } from '../pictures/picture.js';
import type { Reading } from './engine.js';
import type { Place } from './pageLayout.js';
import { middleOf } from './pictureToPage.js';

const FIGURE = /-?\d(?:[\d.,]*\d)?/g;
/** How far from the middle between two characters the paper between them is looked for, in parts of the type. */
const AROUND = 0.25;
/** How much of the ink of the darkest column there may be on paper. */
const PAPER = 0.1;

/** The area of each figure, in pixels, from the paper before it to the paper behind it; none for one whose place the engine does not know. */
export function figuresOfLine(picture: Gray, place: Place, { chars }: Reading): Area[] {
  // One unit a character, so that a place in the text is one in the reading.
  const text = chars.map(({ char }) => (char.length === 1 ? char : '?')).join('');
  const { stretch } = place;
  const middles = chars.map((c) => middleOf(place, c));
  const between = (left: number): number =>
    left < 0
      ? stretch.x0
      : left + 1 >= chars.length
        ? stretch.x1
        : palest(picture, stretch, (middles[left]! + middles[left + 1]!) / 2);
  return [...text.matchAll(FIGURE)]
    .map((found) => ({
      ...stretch,
      x0: between(found.index - 1),
      x1: between(found.index + found[0].length - 1),
    }))
    .filter(({ x0, x1 }) => x1 > x0);
}

/** The column of pixels nearest to `x` that is paper: of as little ink as any near it, but for the noise of the paper. */
function palest(picture: Gray, { y0, y1, type }: Place['stretch'], x: number): number {
  const reach = Math.max(1, Math.round(AROUND * type));
  const near: { readonly at: number; readonly ink: number }[] = [];
  for (let d = 0; d <= reach; d++)
    for (const at of d === 0 ? [Math.round(x)] : [Math.round(x) - d, Math.round(x) + d])
      if (at >= 0 && at < picture.width) near.push({ at, ink: inkIn(picture, at, y0, y1) });
  const inks = near.map(({ ink }) => ink);
  const least = Math.min(...inks);
  const paper = least + PAPER * (Math.max(...inks) - least);
  return near.find(({ ink }) => ink <= paper)?.at ?? Math.round(x);
}

function inkIn(picture: Gray, x: number, y0: number, y1: number): number {
  let ink = 0;
  for (let y = Math.max(0, y0); y < Math.min(picture.height, y1); y++)
    ink += 255 - picture.data[y * picture.width + x]!;
  return ink;
}
