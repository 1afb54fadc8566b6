import type { Attachments } from '../attachments/gridsToAttachments.js';
import type { NarrativeAnchors } from '../document/anchors.js';
import { finding } from '../document/finding.js';
import type { Attachment, Cell, Check, Finding, Table } from '../document/schema.js';
import type { Page, PageReader } from '../pages/page.js';
import { type Again, cellsOf, type Readable, readAgain, sameReading } from '../readings/secondReading.js';
import { standingOf } from '../readings/standing.js';
import { checkForms } from './attachments/checkForms.js';
import { finishForms } from './attachments/finishForms.js';
import { formFindings } from './attachments/formFindings.js';
import { partsOf } from './attachments/parts.js';
import { causeToFinding } from './causeToFinding.js';
import { checkTables } from './checkTables.js';

export interface CheckedTables {
  readonly tables: readonly Table[];
  readonly attachments: readonly Attachment[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

export interface SecondReading {
  readonly when: 'auto' | 'all' | 'none';
  /** Opens the file with the second reader; called at most once, and only where a page is to be read again. */
  readonly open: () => Promise<PageReader>;
}

/**
 * Tries every identity, reads again what needs a second opinion, and gives each figure its standing. Tables and forms come back with
 * checks, standing and second readings; no value is ever changed.
 */
export async function checkDocument(
  tables: readonly Table[],
  forms: Attachments,
  anchors: NarrativeAnchors,
  second: SecondReading,
): Promise<CheckedTables> {
  const { checks, bindings, causes } = checkTables(tables, anchors);
  const formChecks = checkForms(forms.attachments);
  const parts = partsOf(forms);
  const findings: Finding[] = [];
  const needs = (id: string, cell: Cell): boolean => {
    if (second.when === 'all') return true;
    if (second.when === 'none' || cell.raw === '') return false;
    const b = bindings.get(id);
    return !b?.supported || b.contradicted || cell.why.length > 0;
  };
  const pages = new Set<number>();
  for (const { id, cell } of cellsOf(tables)) if (needs(id, cell)) pages.add(cell.page);
  // Most of a form is text, which no identity binds: only a second reading bears it out.
  if (second.when !== 'none') for (const { page } of parts) pages.add(page);
  const readable = [...[...cellsOf(tables)].map(({ id, cell }) => ({ ...cell, id })), ...parts];
  const again = await secondReadings(readable, pages, second, findings);
  const finished = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => {
          const id = `${table.key}/${r}/${key}`;
          return [key, finishCell(id, cell, table, bindings.get(id), again.get(id), findings)];
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
  const attachments = finishForms(forms, formChecks.bindings, again, findings);
  const { rowsLost, findings: told } = formFindings(attachments, formChecks.failing);
  return {
    tables: finished,
    attachments: attachments.map((a, i) => (rowsLost.has(i + 1) ? { ...a, status: 'partial' as const } : a)),
    checks: [...checks, ...formChecks.checks],
    findings: [...findings, ...told],
  };
}

async function secondReadings(
  readable: readonly Readable[],
  pages: ReadonlySet<number>,
  second: SecondReading,
  findings: Finding[],
): Promise<Map<string, Again>> {
  const out = new Map<string, Again>();
  if (pages.size === 0) return out;
  let reader: PageReader | undefined;
  try {
    reader = await second.open();
    for (const number of [...pages].sort((a, b) => a - b)) {
      const page: Page = await reader.page(number);
      const own = readable.filter((r) => r.page === number);
      const texts = readAgain(own, page);
      own.forEach(({ id, raw }, i) => {
        out.set(id, { text: texts[i]!, same: sameReading(raw, texts[i]!) });
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
    await reader?.close();
  }
  return out;
}

interface CellBinding {
  readonly checks: readonly string[];
  readonly supported: boolean;
  readonly contradicted: boolean;
}

function finishCell(
  id: string,
  cell: Cell,
  table: Table,
  binding: CellBinding | undefined,
  again: Again | undefined,
  findings: Finding[],
): Cell {
  const read: Cell = {
    ...cell,
    secondReading: again ? again.text : null,
    reader: again && cell.reader === 'pdfium' ? 'pdfium+pdfjs' : cell.reader,
  };
  const { standing, why } = standingOf({
    cell: read,
    doubts: cell.why,
    unitKnown: table.unit !== null,
    supported: binding?.supported ?? false,
    contradicted: binding?.contradicted ?? false,
    second: again ? (again.same ? 'same' : 'differs') : null,
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
