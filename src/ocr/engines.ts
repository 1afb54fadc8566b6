import type { TextEngine } from './engine.js';
import { openPpocr } from './ppocr/recogniser.js';
import type { Load } from './ppocr/runtime.js';
import { openTesseract } from './tesseract/engine.js';

/** The engines that are installed. Where there is one alone, nothing is confirmed by reading. */
export interface Engines {
  readonly first: TextEngine;
  readonly second: TextEngine | null;
}

let kept: Promise<TextEngine | undefined> | undefined;

/** The engine of this thread: its weights are loaded for the first picture, and serve all documents after it. */
async function keptPpocr(): Promise<TextEngine | undefined> {
  kept ??= openPpocr();
  const own = await kept;
  return own && { ...own, close: async () => {} };
}

/** The engines that are installed; `load` for others than those of this thread. */
export async function openEngines(load?: Load): Promise<Engines> {
  const ppocr = await (load ? openPpocr(load) : keptPpocr());
  const tesseract = openTesseract();
  return ppocr ? { first: ppocr, second: tesseract } : { first: tesseract, second: null };
}
