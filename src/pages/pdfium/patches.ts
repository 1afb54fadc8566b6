import type { Matrix } from '../display.js';
import type { Box } from '../page.js';
import { boundsOf, seenPart } from './bounds.js';
import type { Pdfium } from './library.js';

/** A white box that is painted over what is there, as an editor puts over a figure that it corrects. `after`: how many text objects are beneath. */
export interface Patch {
  readonly box: Box;
  readonly after: number;
}

/** Points: what is smaller hides no figure. */
const LEAST = 3;
/** Share of the page: what is larger is a ground, and no patch. */
const MOST = 0.1;

/** The part of a white box that its clip lets be seen, if it can be a patch. `box` as displayed, `matrix` from the object's space to it. */
export function patchOf(
  pdfium: Pdfium,
  object: number,
  box: Box,
  matrix: Matrix,
  memory: number,
  pageArea: number,
): Box | undefined {
  const [x0, y0, x1, y1] = seenPart(pdfium, object, box, matrix, memory);
  const [width, height] = [x1 - x0, y1 - y0];
  return width >= LEAST && height >= LEAST && width * height <= MOST * pageArea ? [x0, y0, x1, y1] : undefined;
}

/** Height of the strips of a page in which patches are looked up, in points. */
const STRIP = 16;

/** The patches of a page by place. */
export class Patches {
  private readonly strips = new Map<number, Patch[]>();
  private readonly orders: ReadonlyMap<number, number>;

  constructor(
    patches: readonly Patch[],
    private readonly texts: readonly Text[],
  ) {
    this.orders = new Map(texts.map(({ object }, order) => [object, order]));
    for (const patch of patches) {
      for (let strip = Math.floor(patch.box[1] / STRIP); strip <= Math.floor(patch.box[3] / STRIP); strip++) {
        const known = this.strips.get(strip);
        if (known) known.push(patch);
        else this.strips.set(strip, [patch]);
      }
    }
  }

  /**
   * Takes text off a loaded page that lies under patches with other text printed over them: an editor corrected it. Where both say the same
   * character at one place PDFium would give it once, and which is meant could not be told.
   */
  takeOff(pdfium: Pdfium, page: number): void {
    const { raw } = pdfium;
    const memory = raw.malloc(16);
    const boxes = this.texts.map((text) => boundsOf(pdfium, text.object, text.matrix, memory));
    raw.free(memory);
    const printedOver = new Set(
      boxes.flatMap((box, order) => (box ? this.at(middle(box)).filter((p) => p.after <= order) : [])),
    );
    for (const [order, { object, inForm }] of this.texts.entries()) {
      const box = boxes[order];
      if (!box || inForm) continue;
      const patch = this.at(middle(box)).find((p) => p.after > order && printedOver.has(p));
      if (!patch || box[0] < patch.box[0] - GIVE || box[2] > patch.box[2] + GIVE) continue;
      if (raw.FPDFPage_RemoveObject(page, object) !== 0) raw.FPDFPageObj_Destroy(object);
    }
  }

  /** Whether a patch is painted over a point of a text object. */
  cover(x: number, y: number, object: number): boolean {
    const order = this.orders.get(object);
    return order !== undefined && this.at([x, y]).some((patch) => patch.after > order);
  }

  private at([x, y]: readonly [number, number]): Patch[] {
    const near = this.strips.get(Math.floor(y / STRIP)) ?? [];
    return near.filter(({ box }) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
  }
}

/** A text object of a page, or of a form on it. */
export interface Text {
  readonly object: number;
  readonly inForm: boolean;
  /** From the space of the page or the form to the page as displayed. */
  readonly matrix: Matrix;
}

/** Points that covered text may stand over the side of its patch. */
const GIVE = 1;

const middle = (box: Box): readonly [number, number] => [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
