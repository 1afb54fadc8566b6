/** Bounds on what one document may cost. Over one of them: LIMIT. */
export interface Limits {
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Characters and drawn objects on one page. */
  readonly maxObjects: number;
  /** Pixels of one picture, as the file states them; pictures are not decoded. */
  readonly maxPixels: number;
  readonly maxSeconds: number;
  /** Seconds that every page that is read from its picture adds to them. */
  readonly maxSecondsPerPicture: number;
  /** Resident memory of the process in MiB. */
  readonly maxMemory: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxBytes: 300 * 1024 * 1024,
  maxPages: 3000,
  maxObjects: 400_000,
  maxPixels: 250_000_000,
  maxSeconds: 300,
  maxSecondsPerPicture: 30,
  maxMemory: 2048,
};
