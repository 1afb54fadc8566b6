import type { Page } from '../pages/page.js';
import type { Rendering } from '../pages/pdfium/picture.js';
import { pagePicture } from '../pictures/pagePicture.js';
import type { PagePicture } from '../pictures/picture.js';
import type { TextEngine } from './engine.js';
import { type Place, pageLayout } from './pageLayout.js';
import { cropOf, type ReadPicture } from './pictureToPage.js';

/** Pages with fewer stretches of print say nothing of how they stand. */
const ENOUGH = 8;
/** Print that stands upright is read with more certainty than this, print that lies or stands on its head with less. */
const SURE = 0.6;
/** Stretches that are tried in each position. */
const TRIED = 12;

/** Of upright pages at least half of the stretches are wide, of pages of tables that lie on their side two in five at most. */
const WIDE_SHARE = 0.45;

/** Whether a page was read so badly that it may lie on its side or stand on its head, or its print runs down rather than across. */
export function seemsTurned({ page, layout }: ReadPicture): boolean {
  const { places } = layout;
  return (
    places.length >= ENOUGH && (certainty(page) < SURE || places.filter(isWide).length < WIDE_SHARE * places.length)
  );
}

const isWide = ({ stretch: s }: Place): boolean => s.x1 - s.x0 > 1.5 * (s.y1 - s.y0);

function certainty({ glyphs }: Page): number {
  let sum = 0;
  for (const g of glyphs) sum += g.confidence ?? 1;
  return glyphs.length === 0 ? 0 : sum / glyphs.length;
}

/** The picture in the position in which its print is read best, or undefined where none is better than as it is. */
export async function turnedUpright(
  drawn: Rendering,
  read: ReadPicture,
  engine: TextEngine,
): Promise<PagePicture | undefined> {
  let best: PagePicture | undefined;
  let most = 0;
  const least = Math.max(SURE, certainty(read.page));
  for (const turn of [1, 3, 2] as const) {
    const picture = pagePicture(drawn, turn);
    const { clean, places } = pageLayout(picture, read.page.number, null);
    const wide = places
      .filter(isWide)
      .sort((a, b) => b.stretch.x1 - b.stretch.x0 - (a.stretch.x1 - a.stretch.x0))
      .slice(0, TRIED);
    if (wide.length < ENOUGH / 2) continue;
    let mean = 0;
    let characters = 0;
    for (const place of wide) {
      const { chars } = await engine.readCell(cropOf(clean, place), 'text');
      const sum = chars.reduce((s, c) => s + c.confidence, 0);
      mean += chars.length === 0 ? 0 : sum / chars.length / wide.length;
      characters += sum;
    }
    // Upside down, pieces of columns are read surely, two or three characters at a time; upright the lines are long.
    if (mean > least && characters > most) {
      most = characters;
      best = picture;
    }
  }
  return best;
}
