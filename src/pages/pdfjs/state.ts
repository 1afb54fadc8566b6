import type { Matrix } from '../display.js';
import type { Box } from '../page.js';
import { type Font, UNKNOWN_FONT } from './fonts.js';

/** The graphics state as far as text and ruling lines need it. Mutable: one object is in force, `save` keeps copies. */
export interface GraphicsState {
  /** From user space to the page as displayed. */
  matrix: Matrix;
  /** What of the page is drawn on, as displayed; undefined for all of it, and in forms, whose clips are not followed. */
  clip: Box | undefined;
  lineWidth: number;
  /** False for white: drawn, but nothing to see. */
  fillInk: boolean;
  strokeInk: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 is 100 %. */
  hScale: number;
  leading: number;
  rise: number;
  /** Text rendering mode: 3 and 7 paint nothing. */
  renderMode: number;
  textMatrix: Matrix;
  /** Where the next glyph goes and where its line began, in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export function initialState(matrix: Matrix): GraphicsState {
  return {
    matrix,
    clip: undefined,
    lineWidth: 1,
    fillInk: true,
    strokeInk: true,
    fillAlpha: 1,
    strokeAlpha: 1,
    font: UNKNOWN_FONT,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    hScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}

/** Starts text at `matrix`; without one, at the origin of user space. */
export function setTextMatrix(state: GraphicsState, matrix: Matrix = IDENTITY): void {
  state.textMatrix = matrix;
  state.x = state.lineX = 0;
  state.y = state.lineY = 0;
}

export function moveText(state: GraphicsState, dx: number, dy: number): void {
  state.x = state.lineX += dx;
  state.y = state.lineY += dy;
}

/** Opacity below this is not seen. */
const MIN_ALPHA = 8 / 255;
export const fillsInk = (state: GraphicsState): boolean => state.fillInk && state.fillAlpha > MIN_ALPHA;
export const strokesInk = (state: GraphicsState): boolean => state.strokeInk && state.strokeAlpha > MIN_ALPHA;

/** `colour` as #rrggbb. */
export function isInk(colour: string): boolean {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return !(rgb >> 16 >= 250 && ((rgb >> 8) & 255) >= 250 && (rgb & 255) >= 250);
}
