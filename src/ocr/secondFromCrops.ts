import type { Box } from '../pages/page.js';
import { crop } from '../pictures/crop.js';
import type { Area, Gray } from '../pictures/picture.js';
import type { SecondReader } from '../readings/secondReading.js';
import type { TextEngine } from './engine.js';
import { figuresOfLine } from './figuresOfLine.js';
import { isOperator } from './operators.js';
import type { Place } from './pageLayout.js';
import { cropOf, type ReadPicture } from './pictureToPage.js';

/** Longer texts, and those with Chinese in them, are no amounts. */
const MAYBE_AMOUNT = /^[^\p{Script=Han}]{1,24}$/u;
/** Crops of words that are kept of a document, in pixels: those of further pages are read once. */
const MOST_PIXELS = 120_000_000;

/** What a crop is read as again: an amount, a figure of the text, words, or a sign of comparison, which was read by its shape. */
type Again = 'amount' | 'figure' | 'words' | 'sign';

/** A crop of a cell or of a figure of the text, kept for the second opinion: the page itself is not. */
interface KeptCrop {
  readonly x: number;
  readonly y: number;
  readonly top: number;
  readonly crop: Gray;
  readonly as: Again;
}

/** Paper round a figure of the text, in parts of its height: beside it other characters stand. */
const PAD = { x: 0.1, y: 0.2 };

/** The crops of the cells and of the figures of the text, by page. */
export class KeptCrops {
  private readonly pages = new Map<number, KeptCrop[]>();
  private pixels = 0;

  keep(page: number, { layout, readings }: ReadPicture, scale: number): void {
    const own: KeptCrop[] = [];
    for (const [i, place] of layout.places.entries()) {
      if (!place.inCell) {
        for (const area of figuresOfLine(layout.clean, place, readings[i]!))
          own.push(this.figure(layout.clean, area, place, scale));
        continue;
      }
      const text = readings[i]!.text || '?';
      const as = isOperator(text) ? 'sign' : MAYBE_AMOUNT.test(text) ? 'amount' : 'words';
      if (as === 'words' && this.pixels > MOST_PIXELS) continue;
      const crop = cropOf(layout.clean, place);
      if (as === 'words') this.pixels += crop.data.length;
      const { x0, x1, top, bottom } = place.stretch;
      own.push({ x: (x0 + x1) / 2 / scale, y: (top + bottom) / 2 / scale, top, crop, as });
    }
    this.pages.set(page, own);
  }

  private figure(clean: Gray, area: Area, { stretch }: Place, scale: number): KeptCrop {
    const { x0, x1, y0, y1 } = area;
    const height = y1 - y0;
    return {
      x: (x0 + x1) / 2 / scale,
      y: (stretch.top + stretch.bottom) / 2 / scale,
      top: stretch.top,
      crop: crop(clean, area, { x: PAD.x * height, y: PAD.y * height }, { ...area, y0: 0, y1: clean.height }),
      as: 'figure',
    };
  }

  /** In reading order. */
  inside(page: number, box: Box): KeptCrop[] {
    return (this.pages.get(page) ?? [])
      .filter((c) => c.x >= box[0] && c.x < box[2] && c.y >= box[1] && c.y < box[3])
      .sort((a, b) => a.top - b.top || a.x - b.x);
  }
}

/**
 * The second opinion on crops that `first` read: that of `second`; of signs, which no engine read but their shape, that of `first`.
 */
export function secondFromCrops(first: TextEngine, second: TextEngine, kept: KeptCrops): SecondReader {
  const readAgain = async ({ crop, as }: KeptCrop): Promise<string> => {
    if (as === 'sign') return (await first.readCell(crop, 'text')).text;
    const { text } = await second.readCell(crop, as === 'words' ? 'text' : 'amount');
    // Strokes of the characters beside a figure look like brackets.
    return as === 'figure' ? text.replace(/[()]/g, '') : text;
  };
  const readBox = async (page: number, box: Box): Promise<string | null> => {
    const inside = kept.inside(page, box);
    if (inside.length === 0) return null;
    return (await Promise.all(inside.map(readAgain))).join('');
  };
  return {
    name: second.name,
    again: (page, cells) => Promise.all(cells.map(({ box, raw }) => (raw === '' ? null : readBox(page, box)))),
    close: () => second.close(),
  };
}
