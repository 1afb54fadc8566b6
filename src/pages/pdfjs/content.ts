import { ExtractError } from '../../errors.js';
import { clipGlyph } from '../clip.js';
import { applyX, applyY, concat, type Display, type Matrix } from '../display.js';
import { type GlyphCollector, glyphCollector } from '../glyphCollector.js';
import type { Box, Page } from '../page.js';
import { ruleCollector } from '../rules.js';
import { type Font, UNKNOWN_FONT } from './fonts.js';
import { type LayerReference, OP, type OperatorList, type Shown } from './operators.js';
import { clipTo, drawPath } from './paths.js';
import { type GraphicsState, initialState, isInk, moveText, setTextMatrix } from './state.js';
import { showText } from './text.js';

/** What the operators refer to by name, and how much of them a page may hold. */
export interface Resources {
  readonly fonts: ReadonlyMap<string, Font>;
  /** Most characters, and most drawn objects. */
  readonly maxObjects: number;
  /** False for a layer that is switched off. */
  isVisible(layer: LayerReference): boolean;
}

/**
 * Plays an operator list and notes what it draws. Left out are lines of text that a clip of the page hides,
 * layers that are switched off and groups that only serve as a mask. Errors: LIMIT.
 */
export function readContent(
  { fnArray, argsArray }: OperatorList,
  display: Display,
  { fonts, isVisible, maxObjects }: Resources,
): Pick<Page, 'glyphs' | 'rules' | 'pictureShare'> {
  const glyphs = glyphCollector(display.width, display.height, maxObjects);
  const rules = ruleCollector(display.width, display.height);
  const saved: GraphicsState[] = [];
  /** For each open marked content and group: whether it hides what is in it. */
  const marks: boolean[] = [];
  const groups: boolean[] = [];
  let hidden = 0;
  let objects = 0;
  let pictureArea = 0;
  /** Whether the next path clips what is drawn after it, and how many forms are open. */
  let clips = false;
  let forms = 0;
  let state = initialState(display.matrix);

  const save = (): void => {
    saved.push({ ...state });
  };
  const restore = (): void => {
    state = saved.pop() ?? state;
  };
  const open = (stack: boolean[], hides: boolean): void => {
    stack.push(hides);
    if (hides) hidden++;
  };
  const close = (stack: boolean[]): void => {
    if (stack.pop() === true) hidden--;
  };
  const setFont = (name: string, size: number): void => {
    state.font = fonts.get(name) ?? UNKNOWN_FONT;
    state.fontSize = size;
  };
  const isDrawn = (): boolean => {
    if (++objects > maxObjects) throw new ExtractError('LIMIT', `at most ${maxObjects} drawn objects a page`, 'more');
    return hidden === 0;
  };
  const drawPicture = (): void => {
    const [x0, y0, x1, y1] = unitSquare(state.matrix);
    rules.thinBox(x0, y0, x1, y1);
    const width = Math.min(display.width, x1) - Math.max(0, x0);
    const height = Math.min(display.height, y1) - Math.max(0, y0);
    if (width > 0 && height > 0) pictureArea += width * height;
  };

  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i] ?? [];
    const number = (at: number): number => args[at] as number;
    switch (fnArray[i]) {
      case OP.save:
        save();
        break;
      case OP.restore:
        restore();
        break;
      case OP.transform:
        state.matrix = concat(args as unknown as Matrix, state.matrix);
        break;
      case OP.paintFormXObjectBegin:
        save();
        state.clip = undefined;
        forms++;
        if (args[0]) state.matrix = concat(args[0] as Matrix, state.matrix);
        break;
      case OP.paintFormXObjectEnd:
        forms--;
        restore();
        break;
      case OP.beginAnnotation:
        save();
        state = initialState(display.matrix);
        for (const matrix of [args[2], args[3]]) state.matrix = concat(matrix as Matrix, state.matrix);
        break;
      case OP.endAnnotation:
        restore();
        break;
      case OP.setGState:
        for (const [key, value] of args[0] as [string, unknown][]) {
          if (key === 'LW') state.lineWidth = value as number;
          else if (key === 'ca') state.fillAlpha = value as number;
          else if (key === 'CA') state.strokeAlpha = value as number;
          else if (key === 'Font') setFont(...(value as [string, number]));
        }
        break;
      case OP.setLineWidth:
        state.lineWidth = number(0);
        break;
      case OP.setFillRGBColor:
        state.fillInk = isInk(args[0] as string);
        break;
      case OP.setStrokeRGBColor:
        state.strokeInk = isInk(args[0] as string);
        break;
      case OP.setFillColorN:
        state.fillInk = true;
        break;
      case OP.setStrokeColorN:
        state.strokeInk = true;
        break;
      case OP.setFillTransparent:
        state.fillInk = false;
        break;
      case OP.setStrokeTransparent:
        state.strokeInk = false;
        break;
      case OP.beginText:
        setTextMatrix(state);
        break;
      case OP.setTextMatrix:
        setTextMatrix(state, args[0] as Matrix);
        break;
      case OP.setFont:
        setFont(args[0] as string, number(1));
        break;
      case OP.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OP.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OP.setHScale:
        state.hScale = number(0) / 100;
        break;
      case OP.setTextRenderingMode:
        state.renderMode = number(0);
        break;
      case OP.setTextRise:
        state.rise = number(0);
        break;
      case OP.setLeading:
        state.leading = number(0);
        break;
      case OP.setLeadingMoveText:
        state.leading = -number(1);
        moveText(state, number(0), number(1));
        break;
      case OP.moveText:
        moveText(state, number(0), number(1));
        break;
      case OP.nextLine:
        moveText(state, 0, -state.leading);
        break;
      case OP.showText:
        // Hidden text still moves the position: what follows it may be shown.
        showText(
          state,
          args[0] as Shown[],
          hidden > 0 ? NOWHERE : state.clip ? withinClip(glyphs, state.clip) : glyphs,
        );
        break;
      case OP.clip:
      case OP.eoClip:
        clips = true;
        break;
      case OP.constructPath:
        if (clips && forms === 0) clipTo(state, (args[1] as [Float32Array | null])[0]);
        clips = false;
        if (isDrawn()) drawPath(state, number(0), (args[1] as [Float32Array | null])[0], rules);
        break;
      case OP.paintImageXObject:
      case OP.paintImageMaskXObject:
      case OP.paintInlineImageXObject:
      case OP.paintSolidColorImageMask:
        if (isDrawn()) drawPicture();
        break;
      case OP.beginMarkedContent:
        open(marks, false);
        break;
      case OP.beginMarkedContentProps:
        open(marks, args[0] === 'OC' && args[1] != null && !isVisible(args[1] as LayerReference));
        break;
      case OP.endMarkedContent:
        close(marks);
        break;
      case OP.beginGroup:
        open(groups, (args[0] as { smask?: unknown }).smask != null);
        break;
      case OP.endGroup:
        close(groups);
        break;
    }
  }
  return {
    ...glyphs.done(),
    rules: rules.done(),
    pictureShare: Math.min(1, pictureArea / (display.width * display.height)),
  };
}

const NOWHERE = { add: (): void => {}, done: () => ({ glyphs: [], hiddenShare: 0 }) };

/** Takes what a clip does not hide. */
const withinClip = ({ add, done }: GlyphCollector, clip: Box): GlyphCollector => ({
  add(glyph, shown) {
    const seen = clipGlyph(glyph, clip);
    if (seen) add(seen, shown);
  },
  done,
});

/** Where a picture goes: the box round the unit square, in displayed coordinates. */
function unitSquare(m: Matrix): [x0: number, y0: number, x1: number, y1: number] {
  const xs = [applyX(m, 0, 0), applyX(m, 1, 0), applyX(m, 0, 1), applyX(m, 1, 1)];
  const ys = [applyY(m, 0, 0), applyY(m, 1, 0), applyY(m, 0, 1), applyY(m, 1, 1)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
