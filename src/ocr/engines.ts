import type { TextEngine } from './engine.js';
import { openPpocr } from './ppocr/recogniser.js';
import { openTesseract } from './tesseract/engine.js';

/** The engines that are installed. Where there is one alone, nothing is confirmed by reading. */
export interface Engines {
  readonly first: TextEngine;
  readonly second: TextEngine | null;
}

export async function openEngines(): Promise<Engines> {
  const ppocr = await openPpocr();
  const tesseract = openTesseract();
  return ppocr ? { first: ppocr, second: tesseract } : { first: tesseract, second: null };
}
