import type { Rendering } from '../pages/pdfium/picture.js';
import { lightenGrounds } from './darkGrounds.js';
import { keystoneOf } from './keystone.js';
import type { Gray, PagePicture, Straightened } from './picture.js';
import { sheetOnly } from './sheetOnly.js';
import { skewOf } from './skew.js';
import { isBilevel, toGray } from './toGray.js';
import { straighten, turnBack } from './turn.js';

/** Scans coarser than this, in dots an inch: their decimal points are a pixel or two. */
const LOW = 145;

/** A page as it was drawn, in gray; of a scan the sheet alone. */
export interface DrawnPage extends Pick<Rendering, 'scale' | 'scan'> {
  readonly gray: Gray;
}

export const drawnPage = (drawn: Rendering): DrawnPage => ({
  gray: drawn.scan === null ? toGray(drawn) : sheetOnly(toGray(drawn)),
  scale: drawn.scale,
  scan: drawn.scan,
});

/** Makes the picture of a page out of what was drawn: turned upright by `turn`, and straight. */
export function pagePicture(drawn: DrawnPage, turn: Straightened['turn'] = 0): PagePicture {
  const gray = turnBack(drawn.gray, turn);
  const angle = drawn.scan === null ? 0 : skewOf(gray);
  const level = straighten(gray, angle);
  const keystone = drawn.scan === null ? null : keystoneOf(level);
  const bilevel = drawn.scan !== null && (drawn.scan.bits === 1 || isBilevel(gray));
  const low = drawn.scan !== null && drawn.scan.dpi < LOW;
  return {
    // Straight first: a ground that leans fills no box.
    gray: lightenGrounds(keystone ? straighten(gray, angle, keystone) : level),
    scale: drawn.scale,
    toDisplayed: { turn, angle, keystone },
    poor: bilevel ? 'bilevel' : low ? 'low-resolution' : null,
  };
}
