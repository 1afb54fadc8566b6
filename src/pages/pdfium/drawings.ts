import { ExtractError } from '../../errors.js';
import { applyX, applyY, concat, type Display, type Matrix } from '../display.js';
import type { Box, Page, PageBounds } from '../page.js';
import { type RuleCollector, ruleCollector } from '../rules.js';
import { boundsOf, clipOf, seenPart } from './bounds.js';
import type { Pdfium } from './library.js';
import { type Patch, Patches, patchOf, type Text } from './patches.js';

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const MAX_DEPTH = 12;
const LINE_TO = 0;
const MOVE_TO = 2;

/** The drawings of a page: its rules, the share of it that pictures cover, how many characters may be drawn as outlines, what lies over text. */
export interface Drawings extends Pick<Page, 'rules' | 'pictureShare'> {
  readonly outlines: number;
  /** White boxes over its text, if there are any. */
  readonly patches: Patches | undefined;
  /** The clips of texts. What is in forms is taken as it is. */
  readonly clips: ReadonlyMap<number, Box>;
}

/** Segments of a character drawn as an outline. A path of thousands of segments is a picture or many of them, never a ruling line. */
const OF_CHARACTER = 12;
const OF_MANY = 4000;

/** Points: the dashes of a rule are one path, and no character is so thin. */
const THIN = 2;
const isThin = ([x0, y0, x1, y1]: Box): boolean => Math.min(x1 - x0, y1 - y0) < THIN;

/** Points at the head and the foot of a page. */
const MARGIN = 72;
const isInsideOut = ([x0, y0, x1, y1]: Box): boolean => x1 < x0 || y1 < y0;

/** Walks the page's objects, form objects included, in drawing order. Errors: LIMIT. */
export function readDrawings(pdfium: Pdfium, page: number, display: Display, bounds: PageBounds): Drawings {
  const { raw } = pdfium;
  const memory = raw.malloc(48);
  const rules = ruleCollector(display.width, display.height);
  let pictureArea = 0;
  let outlines = 0;
  let objects = 0;
  const texts: Text[] = [];
  const patches: Patch[] = [];
  const clips = new Map<number, Box>();
  const visit = (count: number, get: (index: number) => number, matrix: Matrix, depth: number): void => {
    objects += count;
    if (objects > bounds.maxObjects)
      throw new ExtractError('LIMIT', `at most ${bounds.maxObjects} drawn objects a page`, `more`);
    for (let i = 0; i < count; i++) {
      const object = get(i);
      if (object === 0) continue;
      const type = raw.FPDFPageObj_GetType(object);
      if (type === TEXT) {
        texts.push({ object, inForm: depth > 0, matrix });
        const clip = depth === 0 && clipOf(pdfium, object, matrix, memory);
        if (clip) clips.set(object, clip);
      } else if (type === PATH) {
        const segments = raw.FPDFPath_CountSegments(object);
        if (segments > OF_MANY) outlines += segments / OF_CHARACTER;
        if (segments < 2 || segments > OF_MANY) continue;
        const place = boundsOf(pdfium, object, matrix, memory);
        // Chromium draws the rules of a row that goes on over the foot of the page on into its margin, clipped away.
        const inMargin = place && (place[1] < MARGIN || place[3] > display.height - MARGIN);
        if (
          place &&
          (inMargin || segments >= OF_CHARACTER) &&
          isInsideOut(seenPart(pdfium, object, place, matrix, memory))
        )
          continue;
        if (segments >= OF_CHARACTER && !(place && isThin(place))) outlines++;
        const light = readPath(pdfium, object, segments, matrix, memory, rules);
        const area = display.width * display.height;
        const box = light && texts.length > 0 && patchOf(pdfium, object, light, matrix, memory, area);
        if (box) patches.push({ box, after: texts.length });
      } else if (type === IMAGE) {
        requirePixels(pdfium, object, memory, bounds);
        pictureArea += readPicture(pdfium, object, matrix, memory, display, rules);
      } else if (type === FORM && depth < MAX_DEPTH) {
        const inner = concat(objectMatrix(pdfium, object, memory), matrix);
        const n = raw.FPDFFormObj_CountObjects(object);
        visit(n, (k) => raw.FPDFFormObj_GetObject(object, k), inner, depth + 1);
      }
    }
  };
  visit(raw.FPDFPage_CountObjects(page), (k) => raw.FPDFPage_GetObject(page, k), display.matrix, 0);
  raw.free(memory);
  const pictureShare = Math.min(1, pictureArea / (display.width * display.height));
  return {
    rules: rules.done(),
    pictureShare,
    outlines,
    patches: patches.length > 0 ? new Patches(patches, texts) : undefined,
    clips,
  };
}

/** A picture is not decoded; what the file states of its size is enough to refuse one that would fill the memory. */
function requirePixels(pdfium: Pdfium, object: number, memory: number, bounds: PageBounds): void {
  if (pdfium.raw.FPDFImageObj_GetImagePixelSize(object, memory, memory + 4) === 0) return;
  const at = memory >> 2;
  const width = pdfium.words()[at]!;
  const height = pdfium.words()[at + 1]!;
  if (width * height > bounds.maxPixels) {
    throw new ExtractError('LIMIT', `pictures of at most ${bounds.maxPixels} pixels`, `one of ${width} by ${height}`);
  }
}

function objectMatrix(pdfium: Pdfium, object: number, memory: number): Matrix {
  if (pdfium.raw.FPDFPageObj_GetMatrix(object, memory) === 0) return [1, 0, 0, 1, 0, 0];
  const f = pdfium.floats();
  const at = memory >> 2;
  return [f[at]!, f[at + 1]!, f[at + 2]!, f[at + 3]!, f[at + 4]!, f[at + 5]!];
}

/** The visible area of a picture in square points; one that is as thin as a rule is a rule. */
function readPicture(
  pdfium: Pdfium,
  object: number,
  matrix: Matrix,
  memory: number,
  display: Display,
  rules: RuleCollector,
): number {
  const m = concat(objectMatrix(pdfium, object, memory), matrix);
  const x0 = Math.max(0, Math.min(m[4], m[4] + m[0] + m[2]));
  const x1 = Math.min(display.width, Math.max(m[4], m[4] + m[0] + m[2]));
  const y0 = Math.max(0, Math.min(m[5], m[5] + m[1] + m[3]));
  const y1 = Math.min(display.height, Math.max(m[5], m[5] + m[1] + m[3]));
  if (x1 <= x0 || y1 <= y0) return 0;
  rules.thinBox(x0, y0, x1, y1);
  return (x1 - x0) * (y1 - y0);
}

/** Gives the rules of a path to the collector; the box round it where it is filled with opaque white. */
function readPath(
  pdfium: Pdfium,
  object: number,
  count: number,
  parent: Matrix,
  memory: number,
  rules: RuleCollector,
): Box | undefined {
  const { raw } = pdfium;
  if (raw.FPDFPath_GetDrawMode(object, memory, memory + 4) === 0) return undefined;
  const words = pdfium.words();
  const filled = words[memory >> 2] !== 0;
  const stroked = words[(memory >> 2) + 1] !== 0;
  const inkStroke = stroked && isInk(pdfium, raw.FPDFPageObj_GetStrokeColor, object, memory);
  const inkFill = filled && isInk(pdfium, raw.FPDFPageObj_GetFillColor, object, memory);
  const light = filled && !inkFill && !inkStroke && isOpaque(pdfium, object, memory);
  if (!inkStroke && !inkFill && !light) return undefined;
  const m = concat(objectMatrix(pdfium, object, memory), parent);
  raw.FPDFPageObj_GetStrokeWidth(object, memory);
  const lineWidth = pdfium.floats()[memory >> 2]! * Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));

  let points: number[] = [];
  let straight = true;
  let closed = false;
  let reach: Box | undefined;
  const flush = (): void => {
    if (points.length >= 4 && straight)
      rules.subpath(points, { stroked: inkStroke, filled: inkFill, light, closed, lineWidth });
    points = [];
    straight = true;
    closed = false;
  };
  for (let i = 0; i < count; i++) {
    const segment = raw.FPDFPath_GetPathSegment(object, i);
    const type = raw.FPDFPathSegment_GetType(segment);
    if (type === MOVE_TO) flush();
    else if (type !== LINE_TO) straight = false;
    raw.FPDFPathSegment_GetPoint(segment, memory, memory + 4);
    const f = pdfium.floats();
    const x = f[memory >> 2]!;
    const y = f[(memory >> 2) + 1]!;
    const [px, py] = [applyX(m, x, y), applyY(m, x, y)];
    points.push(px, py);
    if (light) reach = around(reach, px, py);
    if (raw.FPDFPathSegment_GetClose(segment) === 1) closed = true;
  }
  flush();
  return reach;
}

const around = (box: Box | undefined, x: number, y: number): Box =>
  box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];

/** Whether the fill covers what is beneath it. */
function isOpaque(pdfium: Pdfium, object: number, memory: number): boolean {
  if (pdfium.raw.FPDFPageObj_GetFillColor(object, memory, memory + 4, memory + 8, memory + 12) === 0) return false;
  return pdfium.words()[(memory >> 2) + 3]! > 247;
}

/** False for white and for fully transparent paint: nothing that a reader of the page would see. */
export function isInk(
  pdfium: Pdfium,
  getColour: (...args: number[]) => number,
  object: number,
  memory: number,
): boolean {
  if (getColour(object, memory, memory + 4, memory + 8, memory + 12) === 0) return true;
  const at = memory >> 2;
  const channels = pdfium.words();
  return channels[at + 3]! > 8 && (channels[at]! < 250 || channels[at + 1]! < 250 || channels[at + 2]! < 250);
}
