import type { Page, Rule } from '../pages/page.js';
import { type DrawnPage, pagePicture } from '../pictures/pagePicture.js';
import type { PagePicture } from '../pictures/picture.js';
import type { TextEngine } from './engine.js';
import { type PageLayout, type Place, pageLayout } from './pageLayout.js';
import { cropOf, pictureToPage, type ReadPicture } from './pictureToPage.js';

/** Pages with fewer stretches of print say nothing of how they stand. */
const ENOUGH = 8;
/** Print that stands upright is read with more certainty than this, print that lies or stands on its head with less. */
const SURE = 0.6;
/** Stretches that are tried in each position. */
const TRIED = 12;

/** Of upright pages at least half of the stretches are wide, of pages of tables that lie on their side two in five at most. */
const WIDE_SHARE = 0.45;

/** A page picture in one position, and where its print stands then. */
interface Position {
  readonly picture: PagePicture;
  readonly layout: PageLayout;
}

/** What a page says as it lies, or turned upright where its print runs down or is read badly. `drawn`: the rules where the file gives them. */
export async function readUpright(
  rendering: DrawnPage,
  number: number,
  engine: TextEngine,
  drawn: readonly Rule[] | null,
): Promise<{ readonly picture: PagePicture; readonly read: ReadPicture }> {
  const position = (turn: 0 | 1 | 2 | 3): Position => {
    const picture = pagePicture(rendering, turn);
    return { picture, layout: pageLayout(picture, number, turn === 0 ? drawn : null) };
  };
  const readAt = async ({ picture, layout }: Position) => ({
    picture,
    read: await pictureToPage(picture, number, engine, layout),
  });
  const turned = [1, 3, 2] as const;
  const lying = position(0);
  const { places } = lying.layout;
  if (places.length < ENOUGH) return readAt(lying);
  if (places.filter(isWide).length < WIDE_SHARE * places.length) {
    const best = await bestOf([() => lying, ...turned.map((turn) => () => position(turn))], engine, SURE);
    return readAt(best ?? lying);
  }
  const found = await readAt(lying);
  const certain = certainty(found.read.page);
  if (certain >= SURE) return found;
  const better = await bestOf(
    turned.map((turn) => () => position(turn)),
    engine,
    SURE,
  );
  return better ? readAt(better) : found;
}

const isWide = ({ stretch: s }: Place): boolean => s.x1 - s.x0 > 1.5 * (s.y1 - s.y0);

function certainty({ glyphs }: Page): number {
  let sum = 0;
  for (const g of glyphs) sum += g.confidence ?? 1;
  return glyphs.length === 0 ? 0 : sum / glyphs.length;
}

/** So sure of so many characters a line, a position is not bettered by another one. */
const PLAIN = { mean: 0.9, characters: 4 };

/** The position in which the print is read best and surer than `least`, or undefined where there is none. */
async function bestOf(
  positions: readonly (() => Position)[],
  engine: TextEngine,
  least: number,
): Promise<Position | undefined> {
  let best: Position | undefined;
  let most = 0;
  for (const make of positions) {
    const position = make();
    const { clean, places } = position.layout;
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
    if (mean <= least || characters <= most) continue;
    most = characters;
    best = position;
    if (mean > PLAIN.mean && characters > PLAIN.characters * wide.length) break;
  }
  return best;
}
