/** A gray picture: one byte a pixel, rows from top to bottom, 0 is black. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A picture of ink: 1 where something is drawn. */
export type Ink = Gray;

/** A rectangle in pixels: x0, y0 inside, x1, y1 outside. */
export interface Area {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The picture of a page, turned upright and straight. */
export interface PagePicture {
  readonly gray: Gray;
  /** Pixels a point. */
  readonly scale: number;
  /** From points of this picture to points of the page as displayed. */
  readonly toDisplayed: Straightened;
  /** What makes the picture a poor witness: two equal readings of it are not enough then. */
  readonly poor: 'bilevel' | 'low-resolution' | null;
}

/** What was done to a page to stand upright: quarter turns clockwise of the picture as displayed, then a small angle. */
export interface Straightened {
  readonly turn: 0 | 1 | 2 | 3;
  /** Radians by which the displayed picture leans clockwise. */
  readonly angle: number;
  /** How its lines ran together. */
  readonly keystone: Keystone | null;
}

/** Slopes of lines: in the middle of a picture, and by how much they grow from its one side to the other. */
export interface Slopes {
  readonly middle: number;
  readonly spread: number;
}

/** The slopes of the horizontal lines, down the page, and of the vertical ones, across it. */
export interface Keystone {
  readonly across: Slopes;
  readonly down: Slopes;
}

/** A pixel is dark below this part of the gray of the paper. */
export const DARK = 0.62;

/** The gray of the paper: the most frequent one of the lighter half. */
export function paperOf({ data }: Gray): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i += 5) counts[data[i]!]!++;
  let paper = 255;
  for (let v = 254; v >= 128; v--) if (counts[v]! > counts[paper]!) paper = v;
  return paper;
}
