import pLimit from 'p-limit';
import type { Glyph, Page } from '../pages/page.js';
import { crop } from '../pictures/crop.js';
import type { Gray, PagePicture } from '../pictures/picture.js';
import { withEdgeMarks } from './edgeMarks.js';
import { type Reading, type TextEngine, UNREADABLE_INK } from './engine.js';
import { withHeadWords } from './headWords.js';
import { readOperator, withLeadingSign } from './operators.js';
import { emptyPage, type PageLayout, type Place } from './pageLayout.js';
import { asRunningText } from './runningText.js';
import { withTitle } from './titles.js';

/** Paper round a crop, in parts of the type. More of it above and below makes the print small: marks at the end of a line go first. */
const PAD = { x: 0.4, y: 0.2 };
/** Crops that are read at a time: the machine has two cores. */
const AT_A_TIME = 2;

export interface ReadPicture {
  readonly page: Page;
  readonly layout: PageLayout;
  /** What was read at each of the layout's places. */
  readonly readings: readonly Reading[];
}

interface PlaceRead {
  readonly place: Place;
  readonly reading: Reading;
}

/** Reads a page picture with one engine, stretch by stretch. */
export async function pictureToPage(
  picture: PagePicture,
  number: number,
  engine: TextEngine,
  found: PageLayout,
): Promise<ReadPicture> {
  const limit = pLimit(AT_A_TIME);
  const readPlace = async (place: Place, i: number): Promise<PlaceRead> => {
    const crop = cropOf(found.clean, place);
    const sign = mayBeSign(place) ? readOperator(crop) : null;
    if (sign) return { place, reading: sign };
    const plain = withMarks(await engine.readCell(crop, 'text'));
    if (!place.inCell) return { place, reading: withPageNumber(withTitle(plain)) };
    const isGrown = place.ink.x1 - place.ink.x0 < place.stretch.x1 - place.stretch.x0;
    if (plain.text === '' && isGrown) return readPlace({ ...place, stretch: place.ink }, i);
    const reading = withLeadingSign(plain, crop);
    const before = goesOn(found.places[i - 1], place);
    const after = goesOn(place, found.places[i + 1]);
    return { place, reading: before || after ? withEdgeMarks(reading, crop, { before, after }) : reading };
  };
  const read = await Promise.all(found.places.map((place, i) => limit(() => readPlace(place, i))));
  const readings = read.map(({ place, reading }, i) =>
    place.inCell ? reading : asRunningText(reading, read[i - 1]?.reading.text ?? ''),
  );
  const layout = { ...found, places: read.map(({ place }) => place) };
  const glyphs = layout.places.flatMap((place, i) => toGlyphs(place, readings[i]!, picture.scale));
  const page = { ...emptyPage(picture, number, layout.rules), reader: engine.name, glyphs };
  return {
    page: withHeadWords(page),
    layout,
    readings,
  };
}

/** Two signs beside each other at most, in a cell. */
const mayBeSign = ({ stretch, inCell }: Place): boolean => inCell && stretch.x1 - stretch.x0 <= 2 * stretch.type;

/** The second is a further line of the cell, not what stands beside the first. */
const goesOn = (upper: Place | undefined, lower: Place | undefined): boolean =>
  upper !== undefined && lower?.bounds === upper.bounds && lower.stretch.top >= upper.stretch.bottom;

/** Beside one of these 〇 is a Chinese digit (二〇二四); else it is the zero of 0辆. */
const CHINESE_DIGIT = /[一二三四五六七八九十〇]/;
const NUMERIC = /^[\d,，.。．·:：、()（）%％\-－—]+$/;
const NARROW: Readonly<Record<string, string>> = { '，': ',', '。': '.', '．': '.', '·': '.', '：': ':' };
/** A mark before three digits and another mark parts the thousands, whether the engine took it for a point or a comma. */
const THOUSANDS = /^[\d.,-]*\d{1,3}([.,]\d{3})+\.\d{2}$/;

/**
 * Marks as the page has them. In a text of digits and marks alone they are those of numbers, whichever width and tail the engine
 * gives them; 丶, a character that these documents do not have, is the mark of a numbering.
 */
function withMarks(reading: Reading): Reading {
  const narrow = reading.chars.map((c) => ({ ...c, char: c.char.replace(/[０-９]/g, (d) => d.normalize('NFKC')) }));
  const plain = narrow.map((c, i) =>
    c.char === '〇' && !CHINESE_DIGIT.test((narrow[i - 1]?.char ?? '') + (narrow[i + 1]?.char ?? ''))
      ? { ...c, char: '0' }
      : c,
  );
  const text = plain.map((c) => c.char).join('');
  const number = NUMERIC.test(text) && /\d/.test(text);
  let chars = plain.map((c) => ({ ...c, char: c.char === '丶' ? '、' : (number && NARROW[c.char]) || c.char }));
  if (number && THOUSANDS.test(chars.map((c) => c.char).join(''))) {
    const last = chars.findLastIndex((c) => c.char === '.');
    chars = chars.map((c, i) => (i < last && c.char === '.' ? { ...c, char: ',' } : c));
  }
  return { ...reading, chars, text: chars.map((c) => c.char).join('') };
}

const PAGE_NUMBER = /^[-—–一]?(\d{1,3})[-—–一]?$/;

/** Engines take the dashes beside a page number for 一. */
function withPageNumber(reading: Reading): Reading {
  if (!PAGE_NUMBER.test(reading.text)) return reading;
  const chars = reading.chars.map((c) => ({ ...c, char: c.char === '一' ? '—' : c.char }));
  return { ...reading, chars, text: chars.map((c) => c.char).join('') };
}

export function cropOf(clean: Gray, { stretch, bounds }: Place): Gray {
  const height = cropHeight(stretch);
  return crop(clean, stretch, { x: PAD.x * height, y: PAD.y * height }, bounds);
}

/** What the padding is measured by: the print itself; a dash is lower than any type. */
const cropHeight = ({ y0, y1, type }: Place['stretch']): number => Math.max(y1 - y0, 0.5 * type);

/** Where the middle of a character stands on the page, in pixels. */
export function middleOf({ stretch }: Place, { x0, x1 }: Reading['chars'][number]): number {
  const pad = PAD.x * cropHeight(stretch);
  return stretch.x0 - pad + ((x0 + x1) / 2) * (stretch.x1 - stretch.x0 + 2 * pad);
}

/** The characters of one stretch, in points, within its cell. */
function toGlyphs(place: Place, reading: Reading, scale: number): Glyph[] {
  const { stretch, bounds } = place;
  const chars = reading.chars.length > 0 ? reading.chars : [{ char: UNREADABLE_INK, x0: 0.2, x1: 0.8, confidence: 0 }];
  const size = Math.max(4, stretch.type / scale);
  const centres = chars.map((c) => middleOf(place, c));
  return chars.map((c, i): Glyph => {
    const half = 0.45 * stretch.type;
    const left = Math.max(centres[i]! - half, i > 0 ? (centres[i - 1]! + centres[i]!) / 2 : stretch.x0);
    const right = Math.min(centres[i]! + half, i + 1 < chars.length ? (centres[i]! + centres[i + 1]!) / 2 : stretch.x1);
    const x0 = Math.min(Math.max(Math.min(left, centres[i]!), bounds.x0 + 0.5), bounds.x1 - 1);
    const x1 = Math.max(Math.min(Math.max(right, centres[i]!), bounds.x1 - 0.5), x0 + 0.5);
    return {
      char: c.char,
      x0: x0 / scale,
      y0: stretch.top / scale,
      x1: x1 / scale,
      y1: stretch.bottom / scale,
      baseline: stretch.bottom / scale,
      size,
      generated: false,
      unmapped: false,
      turn: 0,
      confidence: c.confidence,
    };
  });
}
