/**
 * What pdf.js 5.4 hands over of a page: two lists of equal length, operator numbers and their arguments. The numbers
 * are those of its `OPS`; a test compares them with the installed library. Asked for a whole list, it does not fold runs
 * of pictures into its repeat operators, so those are not here.
 */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

export const OP = {
  setLineWidth: 2,
  setGState: 9,
  save: 10,
  restore: 11,
  transform: 12,
  stroke: 20,
  closeStroke: 21,
  fill: 22,
  eoFill: 23,
  fillStroke: 24,
  eoFillStroke: 25,
  closeFillStroke: 26,
  closeEOFillStroke: 27,
  clip: 29,
  eoClip: 30,
  beginText: 31,
  setCharSpacing: 33,
  setWordSpacing: 34,
  setHScale: 35,
  setLeading: 36,
  setFont: 37,
  setTextRenderingMode: 38,
  setTextRise: 39,
  moveText: 40,
  setLeadingMoveText: 41,
  setTextMatrix: 42,
  nextLine: 43,
  showText: 44,
  setStrokeColorN: 53,
  setFillColorN: 55,
  setStrokeRGBColor: 58,
  setFillRGBColor: 59,
  beginMarkedContent: 69,
  beginMarkedContentProps: 70,
  endMarkedContent: 71,
  paintFormXObjectBegin: 74,
  paintFormXObjectEnd: 75,
  beginGroup: 76,
  endGroup: 77,
  beginAnnotation: 80,
  endAnnotation: 81,
  paintImageMaskXObject: 83,
  paintImageXObject: 85,
  paintInlineImageXObject: 86,
  paintSolidColorImageMask: 90,
  constructPath: 91,
  setStrokeTransparent: 92,
  setFillTransparent: 93,
} as const;

/** Codes inside a path: each is followed by its coordinates (2, 2, 6, 4 and none). */
export const PATH = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** How many points follow each code. */
export const POINTS: readonly number[] = [1, 1, 3, 2, 0];

/** One glyph of a showText: `width` in thousandths of the font size (in glyph space where the font is of Type 3). */
export interface ShownGlyph {
  readonly originalCharCode: number;
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** [advance downwards (negative), x, y of the vertical origin], in thousandths; only in vertical fonts. */
  readonly vmetric?: readonly number[] | undefined;
}

/** What showText shows: glyphs, and numbers that move back by thousandths of the font size. */
export type Shown = ShownGlyph | number;

/** A layer as named by marked content: for pdf.js itself to judge. */
export interface LayerReference {
  readonly type: string;
}
