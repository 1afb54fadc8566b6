import type { Gray } from '../pictures/picture.js';

/** What is expected in a crop: an engine may know digits better than words. */
export type CropKind = 'amount' | 'text';

/** One character that an engine read: where it stands along the crop, in parts of its width, and how sure the engine is. */
export interface ReadChar {
  readonly char: string;
  readonly x0: number;
  readonly x1: number;
  readonly confidence: number;
}

/** What an engine read on one crop of one line. */
export interface Reading {
  readonly text: string;
  readonly chars: readonly ReadChar[];
  /** That of its least certain character, 0 to 1. */
  readonly confidence: number;
}

/** A reader of pictures of single lines. Errors of `readCell`: an engine that fails or takes too long gives an `Error`. */
export interface TextEngine {
  readonly name: 'ppocr' | 'tesseract';
  readCell(crop: Gray, kind: CropKind): Promise<Reading>;
  close(): Promise<void>;
}

export const NOTHING: Reading = { text: '', chars: [], confidence: 0 };

/** What no engine can read and is ink all the same. It makes its cell no amount and keeps it from being a blank. */
export const UNREADABLE_INK = '\ufffd';
