/** Smaller characters, in points, are no watermark. */
const WATERMARK_SIZE = 20;
/** A character this much taller than its cell cannot be meant to stand in it. */
const TALL = 1.3;

/** A character well taller than the cell from `top` to `foot` is a watermark: it lies over the table and is no part of it. */
export const isTallerThan = (size: number, top: number, foot: number): boolean =>
  size >= WATERMARK_SIZE && size > TALL * (foot - top);
