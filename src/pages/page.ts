/**
 * One printed page as every reader gives it, and all that later stages know of it.
 *
 * Coordinates are PDF points, origin at the top left of the page as displayed (crop box and /Rotate applied), y grows
 * downwards. Nothing after `pages/` knows which reader made a page. A page that was drawn from a text without coordinates
 * has made-up ones, and `places` says where in the file what it shows stands.
 */

/** [x0, y0, x1, y1] with x0 <= x1 and y0 <= y1. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** One character as drawn. `char` is one code point after the reader's own Unicode mapping, not normalised. */
export interface Glyph {
  readonly char: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** y of the baseline; x of it where the text runs up or down. Across the line the box is the em, not the font's bounds. */
  readonly baseline: number;
  /** Font size as displayed, in points. */
  readonly size: number;
  /** True where the reader invented the character (a space between words, a line break). */
  readonly generated: boolean;
  /** True where the font gives no Unicode for what is drawn. */
  readonly unmapped: boolean;
  /** Direction of the text as displayed, in quarter turns clockwise: 0 is upright. */
  readonly turn: 0 | 1 | 2 | 3;
  /**
   * Why it may be nothing that a reader of the page sees: painted in white or transparent (on what ground is not known), part of a
   * layer that can be switched off, or under a white box that is painted over it. Left out where none is the case.
   */
  readonly unseen?: 'white' | 'layer' | 'covered';
  /** Painted in a font that is not in the file: whoever shows the page draws it by another, if at all. */
  readonly borrowed?: true;
  /** How sure a reader of pictures is, 0 to 1. Readers of text leave it out. */
  readonly confidence?: number;
}

/**
 * A ruling line, however it was drawn (stroke, thin filled rectangle, edge of a box). `at` is the y of a horizontal and
 * the x of a vertical rule (its centre); `from` < `to` bound it on the other axis.
 */
export interface Rule {
  readonly axis: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/**
 * Where a piece of a drawn page stands in the file: the line, counted from 1 through the whole file, and the columns of the first
 * and last character in it, counted from 1. A blank cell stands where its first character would.
 */
export interface Place {
  readonly box: Box;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What a reader found wrong or mended on a page. */
export interface Remark {
  readonly rule: string;
  readonly severity: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly box: Box;
  /** Why the place of every cell within the box is not certain; null where it is. */
  readonly doubt: string | null;
  readonly expected?: string;
  readonly actual?: string;
}

export type ReaderName = 'pdfium' | 'pdfjs' | 'ppocr' | 'tesseract' | 'text';
/** Readers of pictures: a label that they read may be misread, and is settled by its neighbours. */
export const READS_PICTURES: ReadonlySet<ReaderName> = new Set(['ppocr', 'tesseract']);

export interface Page {
  /** Counts from 1. */
  readonly number: number;
  /** Size as displayed, in points. */
  readonly width: number;
  readonly height: number;
  readonly reader: ReaderName;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Share of the page's area that pictures cover, 0 to 1. */
  readonly pictureShare: number;
  /** Share of the characters that are drawn without ink, as the text layer over a scan is. Readers that cannot tell leave it out. */
  readonly hiddenShare?: number;
  /** How many shapes it draws that may be characters: print that is outlined has no text. Readers that cannot tell leave it out. */
  readonly outlines?: number;
  /** Only where coordinates are made up: where in the file everything stands. */
  readonly places?: readonly Place[];
  readonly remarks?: readonly Remark[];
}

/** A picture of this share of its page may show what its text layer names. */
export const COVERED = 0.5;

/** What is kept of a page when its characters and rules are not. */
export interface Leaf extends Pick<Page, 'number' | 'width' | 'height' | 'pictureShare'> {
  /** Whether it draws ruling lines. */
  readonly ruled: boolean;
  /** How far its print leans, in quarter turns clockwise; it is read turned back, and `width` and `height` are as displayed. */
  readonly turn: Glyph['turn'];
  /** Its upright digits that its picture shows as they are printed, if its text is usable: five numbers each, the digit and the box. */
  readonly digits: Float32Array;
}

/** What a reader tells of the file itself. */
export interface FileFacts {
  readonly pageCount: number;
  readonly producer: string;
  readonly title: string;
}

/** What one page may hold before a reader refuses it with LIMIT. */
export interface PageBounds {
  /** Characters, and drawn objects. */
  readonly maxObjects: number;
  /** Pixels of one picture, as the file states them. */
  readonly maxPixels: number;
}

/**
 * A reader of one PDF. `page` may be called for any page in any order; `close` frees all that the reader holds.
 * Errors: `ExtractError` with UNREADABLE, ENCRYPTED or LIMIT.
 */
export interface PageReader {
  readonly name: ReaderName;
  readonly facts: FileFacts;
  page(number: number): Promise<Page>;
  close(): Promise<void>;
}
