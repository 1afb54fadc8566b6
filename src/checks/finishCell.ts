import { finding } from '../document/finding.js';
import type { Cell, Finding, Table } from '../document/schema.js';
import type { Again } from '../readings/secondReading.js';
import { type Evidence, standingOf } from '../readings/standing.js';
import type { Binding } from './result.js';
import { isPicture, type SecondReading } from './secondReadings.js';

/** What is known of a cell beside its own reading. */
export interface Known {
  readonly binding: Binding | undefined;
  readonly again: Again | undefined;
  /** Why one of two readings was taken. */
  readonly taken: string | undefined;
}

/** Who read a cell of two readers, by the first. */
const BOTH: Readonly<Partial<Record<Cell['reader'], Cell['reader']>>> = {
  pdfium: 'pdfium+pdfjs',
  ppocr: 'ppocr+tesseract',
};

/** Who read it, where a second reader was asked. */
export const bothReaders = (first: Cell['reader']): Cell['reader'] => BOTH[first] ?? first;

/** What two readers of a page differ in, in words. */
export const theyDiffer = (second: SecondReading, page: number, first: string | null, other: string): string =>
  `two readers of the ${isPicture(second, page) ? 'picture' : 'text layer'} differ: ${first || 'nothing'} and ${other || 'nothing'}`;

/** The cell with its standing, its checks and its second reading; doubts and differing readings become findings. */
export function finishCell(
  id: string,
  cell: Cell,
  table: Table,
  { binding, again, taken }: Known,
  second: SecondReading,
  findings: Finding[],
): Cell {
  const read: Cell = {
    ...cell,
    secondReading: again ? again.text : null,
    reader: again ? bothReaders(cell.reader) : cell.reader,
  };
  const { standing, why } = standingOf({
    cell: read,
    doubts: taken ? [...cell.why, taken] : cell.why,
    unitKnown: table.unit !== null,
    supported: binding?.supported ?? false,
    contradicted: binding?.contradicted ?? false,
    addsUp: binding?.addsUp ?? false,
    second: again && !taken ? (again.same ? 'same' : 'differs') : null,
    ...poorness(cell.page, cell.box, cell.raw, again?.same === true, second),
  });
  const place = { page: cell.page, box: cell.box, table: table.key, cell: id };
  if (cell.why.length > 0) {
    const what = cell.raw === '' ? 'a blank cell' : cell.raw;
    findings.push(finding('place-in-doubt', 'warning', `${what}: ${cell.why.join('; ')}`, place));
  }
  if (again && !again.same) {
    findings.push(
      finding(
        'readings-differ',
        taken ? 'warning' : 'error',
        taken ?? theyDiffer(second, cell.page, cell.raw, again.text),
        place,
        { expected: again.text, actual: cell.raw },
      ),
    );
  }
  return { ...read, standing, why, checks: [...(binding?.checks ?? [])] };
}

/** What the picture of its page is worth to a figure, and what the digits say where that is little. `same`: two engines gave it. */
export function poorness(
  page: number,
  box: Cell['box'],
  raw: string,
  same: boolean,
  { pictures }: SecondReading,
): Pick<Evidence, 'poor' | 'alike'> {
  const poor = pictures?.poor(page) ?? null;
  return { poor, alike: poor !== null && same && pictures!.digits.bearsOut(page, box, raw) };
}

/** What the identities of the tables and the text say of one cell; the text never disputes a cell. */
export function joinBindings(
  own: Binding | undefined,
  text: { readonly checks: readonly string[]; readonly supported: boolean } | undefined,
): Binding | undefined {
  if (!text) return own;
  return {
    checks: [...(own?.checks ?? []), ...text.checks],
    supported: own?.supported === true || text.supported,
    exact: own?.exact === true || text.supported,
    contradicted: own?.contradicted ?? false,
    addsUp: own?.addsUp ?? false,
  };
}
