import type { NarrativeAnchors } from '../document/anchors.js';
import { finding } from '../document/finding.js';
import type { Cell, Check, Finding, Table } from '../document/schema.js';
import { cellsOf, type SecondReader, sameAmount, sameReading } from '../readings/secondReading.js';
import { standingOf } from '../readings/standing.js';
import { causeToFinding } from './causeToFinding.js';
import { checkTables } from './checkTables.js';

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
 * checks, standing and second readings; no value is ever changed.
 */
export async function checkDocument(
  tables: readonly Table[],
  anchors: NarrativeAnchors,
  second: SecondReading,
): Promise<CheckedTables> {
  const { checks, bindings, causes } = checkTables(tables, anchors);
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
  const finished = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => {
          const id = `${table.key}/${r}/${key}`;
          return [key, finishCell(id, cell, table, bindings.get(id), again.get(id), second, findings)];
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
  binding: CellBinding | undefined,
  again: Again | undefined,
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
    doubts: cell.why,
    unitKnown: table.unit !== null,
    supported: binding?.supported ?? false,
    contradicted: binding?.contradicted ?? false,
    second: again ? (again.same ? 'same' : 'differs') : null,
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
    findings.push(
      finding(
        'readings-differ',
        'error',
        `two readers of the text layer differ: ${cell.raw || 'nothing'} and ${again.text || 'nothing'}`,
        { page: cell.page, box: cell.box, table: table.key, cell: id },
        { expected: again.text, actual: cell.raw },
      ),
    );
  }
  return { ...read, standing, why, checks: [...(binding?.checks ?? [])] };
}
