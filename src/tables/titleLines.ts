/** Titles as they stand on the page: in one line, in a piece of one, or broken over several. */
import { comparable } from '../normalise/text.js';
import type { TextLine } from '../pages/lines.js';
import { readTitle, type Title } from './titles.js';

/** How a line ends that a title goes on from. */
const GOES_ON = /(?:经费|预算|拨款|资金|收入|基本|项目|采购|(?:会议|培训|接待|运行|购置)费)$/;

/** A title with the lines that it takes. */
interface TitleLines {
  readonly title: Title;
  /** All that is printed with it. */
  readonly printed: string;
  /** The uppermost of its lines. */
  readonly top: TextLine;
  readonly lines: number;
}

/** The title that a line is, holds as one of its pieces, or ends; `above`: the lines before it, the nearest first. */
export function titleAt(line: TextLine, above: readonly TextLine[]): TitleLines | undefined {
  let found = titleOfLine(line) ?? brokenTitle(line, above[0]);
  for (;;) {
    const wider: TitleLines | undefined = found && widerTitle(found, above[found.lines - 1]);
    if (!wider) return found;
    found = wider;
  }
}

function titleOfLine(line: TextLine): TitleLines | undefined {
  const rest = { printed: line.text, top: line, lines: 1 };
  const whole = readTitle(line.text);
  if (whole) return { title: whole, ...rest };
  for (const s of line.segments) {
    const part = line.segments.length > 1 ? readTitle(s.text) : undefined;
    if (part) return { title: part, ...rest };
  }
  return undefined;
}

/** Over it, in the same size, middle over middle: in a spreadsheet with a line's height between them. */
const isOnAxis = (above: TextLine, line: TextLine): boolean =>
  line.y0 - above.y1 < 2 * line.size &&
  Math.abs(above.size - line.size) < 0.2 * line.size &&
  Math.abs(above.x0 + above.x1 - line.x0 - line.x1) < 2 * line.size;

/** A title that is broken over two lines, and one whose 表 stands alone. */
function brokenTitle(line: TextLine, above: TextLine | undefined): TitleLines | undefined {
  if (!above || line.text.length >= 30 || !(line.y0 - above.y1 < 1.2 * line.size || isOnAxis(above, line)))
    return undefined;
  const printed = above.text + line.text;
  const title = readTitle(printed);
  return title?.kind === 'form' ? { title, printed, top: above, lines: 2 } : undefined;
}

/**
 * 一般公共预算财政拨款 over 支出决算表: the last lines of a broken title are a title of another table by themselves. The line above goes on into
 * them where it stands on one axis with them in the same size.
 */
function widerTitle({ title, printed, top, lines }: TitleLines, above: TextLine | undefined): TitleLines | undefined {
  if (!above || !isOnAxis(above, top) || !GOES_ON.test(comparable(above.text).replace(/"/g, ''))) return undefined;
  if (readTitle(above.text)) return undefined;
  const all = above.text + printed;
  const wider = readTitle(all);
  if (!wider || wider.text === title.text) return undefined;
  return { title: wider, printed: all, top: above, lines: lines + 1 };
}
