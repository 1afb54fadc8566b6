import type { Rendering } from '../pages/pdfium/picture.js';
import type { PagePicture, Straightened } from './picture.js';
import { skewOf } from './skew.js';
import { isBilevel, toGray } from './toGray.js';
import { straighten, turnBack } from './turn.js';

/** Scans coarser than this, in dots an inch: their decimal points are a pixel or two. */
const LOW = 145;

/** Makes the picture of a page out of what was drawn: gray, turned upright by `turn`, and straight. */
export function pagePicture(drawn: Rendering, turn: Straightened['turn'] = 0): PagePicture {
  const gray = turnBack(toGray(drawn), turn);
  const angle = drawn.scan === null ? 0 : skewOf(gray);
  const bilevel = drawn.scan !== null && (drawn.scan.bits === 1 || isBilevel(gray));
  const low = drawn.scan !== null && drawn.scan.dpi < LOW;
  return {
    gray: straighten(gray, angle),
    scale: drawn.scale,
    toDisplayed: { turn, angle },
    poor: bilevel ? 'bilevel' : low ? 'low-resolution' : null,
  };
}
