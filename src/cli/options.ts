import type { ConvertOptions } from '../convert.js';

/** What commander gives for the options of a command that reads a PDF. */
export interface ReadingFlags {
  readonly secondReading: 'auto' | 'all' | 'none';
  readonly maxPages: number;
  readonly maxBytes: number;
  readonly maxObjects: number;
  readonly maxPixels: number;
  readonly maxSeconds: number;
  readonly maxMemory: number;
}

export function convertOptions(flags: ReadingFlags): ConvertOptions {
  const { secondReading, maxPages, maxBytes, maxObjects, maxPixels, maxSeconds, maxMemory } = flags;
  return { secondReading, limits: { maxPages, maxBytes, maxObjects, maxPixels, maxSeconds, maxMemory } };
}
