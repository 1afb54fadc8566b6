import type { Reading } from '../../src/ocr/engine.js';

/** What an engine read: characters of one width over the whole crop. */
export const readingOf = (text: string): Reading => ({
  text,
  confidence: 0.9,
  chars: [...text].map((char, i) => ({ char, x0: i / text.length, x1: (i + 1) / text.length, confidence: 0.9 })),
});
