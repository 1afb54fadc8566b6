import type { NarrativeAnchors } from '../document/anchors.js';
import { finding } from '../document/finding.js';
import type { Cell, Check, Finding, Table } from '../document/schema.js';
import { cellsOf, type SecondReader, sameAmount, sameReading } from '../readings/secondReading.js';
import { standingOf } from '../readings/standing.js';
import { causeToFinding } from './causeToFinding.js';
import { checkTables } from './checkTables.js';
import { type Differing, settleReadings } from './settleReadings.js';

export interface CheckedTables {
  readonly tables: readonly Table[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

export interface SecondReading {
  readonly when: 'auto' | 'all' | 'none';
  /** Opens the file with the second reader; called at most once, and only where a page is to be read again. */
  readonly open: () => Promise<SecondReader>;
  /** The pages that were read from their pictures. */
  readonly pictures?: {
    /** Null where one engine alone is installed. */
    readonly reader: SecondReader | null;
    /** Why a page is a poor witness; null for a good picture, undefined for a page that is no picture. */
    readonly poor: (page: number) => string | null | undefined;
  };
}

/**
 * Tries every identity, reads again what needs a second opinion, and gives each figure its standing. The tables come back with
 * checks, standing and second readings. No value is changed, but for cells of pictures that two engines read differently: see
 * `settleReadings`.
 */
export async function checkDocument(
  tables: readonly Table[],
  anchors: NarrativeAnchors,
  second: SecondReading,
): Promise<CheckedTables> {
  let { checks, bindings, causes } = checkTables(tables, anchors);
  const findings: Finding[] = [];
  const needs = (id: string, cell: Cell): boolean => {
    if (second.when === 'all') return true;
    if (second.when === 'none' || cell.raw === '') return false;
    if (isPicture(second, cell.page)) return true;
    const b = bindings.get(id);
    return !b?.supported || b.contradicted || cell.why.length > 0;
  };
  const pages = new Set<number>();
  for (const { id, cell } of cellsOf(tables)) if (needs(id, cell)) pages.add(cell.page);
  const again = await secondReadings(tables, pages, second, findings);
  const settled = settleReadings(tables, anchors, differing(tables, again, second));
  if (settled.taken.size > 0) ({ checks, bindings, causes } = checkTables(settled.tables, anchors));
  const finished = settled.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => {
          const id = `${table.key}/${r}/${key}`;
          const known = { binding: bindings.get(id), again: again.get(id), taken: settled.taken.get(id)?.why };
          return [key, finishCell(id, cell, table, known, second, findings)];
        }),
      ),
    })),
  }));
  for (const cause of causes) {
    const suspects = cause.cells.filter((id) => again.has(id));
    const published =
      suspects.length > 0 && suspects.length === cause.cells.length && suspects.every((id) => again.get(id)!.same);
    findings.push(causeToFinding(cause, finished, published));
  }
  return { tables: finished, checks, findings };
}

/** The cells of pictures on which two engines disagree. */
const differing = (tables: readonly Table[], again: ReadonlyMap<string, Again>, second: SecondReading): Differing[] =>
  [...cellsOf(tables)].flatMap(({ id, cell }) => {
    const other = again.get(id);
    if (!other || other.same || !isPicture(second, cell.page)) return [];
    return [{ id, first: cell.raw, second: other.text }];
  });

interface Again {
  readonly text: string;
  readonly same: boolean;
}

const isPicture = (second: SecondReading, page: number): boolean => second.pictures?.poor(page) !== undefined;

async function secondReadings(
  tables: readonly Table[],
  pages: ReadonlySet<number>,
  second: SecondReading,
  findings: Finding[],
): Promise<Map<string, Again>> {
  const out = new Map<string, Again>();
  let ofText: SecondReader | undefined;
  try {
    for (const number of [...pages].sort((a, b) => a - b)) {
      const picture = isPicture(second, number);
      if (!picture) ofText ??= await second.open();
      const reader = picture ? second.pictures!.reader : ofText!;
      if (!reader) continue;
      const cells = [...cellsOf(tables)].filter(({ cell }) => cell.page === number);
      const texts = await reader.again(
        number,
        cells.map(({ cell }) => cell),
      );
      const same = picture ? sameAmount : sameReading;
      cells.forEach(({ id, cell }, i) => {
        const text = texts[i]!;
        if (text !== null) out.set(id, { text, same: same(cell.raw, text) });
      });
    }
  } catch (error) {
    // The second opinion is missing then, and figures that needed it stay unconfirmed: never a reason to lose the document.
    findings.push(
      finding(
        'second-reading-failed',
        'warning',
        `the second reader could not read the file: ${(error as Error).message.split('\n')[0]}`,
      ),
    );
  } finally {
    await ofText?.close();
  }
  return out;
}

interface CellBinding {
  readonly checks: readonly string[];
  readonly supported: boolean;
  readonly contradicted: boolean;
  readonly addsUp: boolean;
}

interface Known {
  readonly binding: CellBinding | undefined;
  readonly again: Again | undefined;
  /** Why one of two readings was taken. */
  readonly taken: string | undefined;
}

/** Who read a cell of two readers, by the first. */
const BOTH: Readonly<Partial<Record<Cell['reader'], Cell['reader']>>> = {
  pdfium: 'pdfium+pdfjs',
  ppocr: 'ppocr+tesseract',
};

function finishCell(
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
    reader: again ? (BOTH[cell.reader] ?? cell.reader) : cell.reader,
  };
  const { standing, why } = standingOf({
    cell: read,
    doubts: taken ? [...cell.why, taken] : cell.why,
    unitKnown: table.unit !== null,
    supported: binding?.supported ?? false,
    contradicted: binding?.contradicted ?? false,
    addsUp: binding?.addsUp ?? false,
    second: again && !taken ? (again.same ? 'same' : 'differs') : null,
    poor: second.pictures?.poor(cell.page) ?? null,
  });
  if (cell.why.length > 0) {
    findings.push(
      finding('place-in-doubt', 'warning', `${cell.raw === '' ? 'a blank cell' : cell.raw}: ${cell.why.join('; ')}`, {
        page: cell.page,
        box: cell.box,
        table: table.key,
        cell: id,
      }),
    );
  }
  if (again && !again.same) {
    const of = isPicture(second, cell.page) ? 'picture' : 'text layer';
    findings.push(
      finding(
        'readings-differ',
        taken ? 'warning' : 'error',
        taken ?? `two readers of the ${of} differ: ${cell.raw || 'nothing'} and ${again.text || 'nothing'}`,
        { page: cell.page, box: cell.box, table: table.key, cell: id },
        { expected: again.text, actual: cell.raw },
      ),
    );
  }
  return { ...read, standing, why, checks: [...(binding?.checks ?? [])] };
}
