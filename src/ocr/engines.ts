import type { TextEngine } from './engine.js';
import { openPpocr } from './ppocr/recogniser.js';
import { importPackage, type Load } from './ppocr/runtime.js';
import { openTesseract } from './tesseract/engine.js';

/** The engines that are installed. Where there is one alone, nothing is confirmed by reading. */
export interface Engines {
  readonly first: TextEngine;
  readonly second: TextEngine | null;
}

export async function openEngines(load: Load = importPackage): Promise<Engines> {
  const ppocr = await openPpocr(load);
  const tesseract = openTesseract();
  return ppocr ? { first: ppocr, second: tesseract } : { first: tesseract, second: null };
}
