import type { Attachments } from '../attachments/gridsToAttachments.js';
import { finding } from '../document/finding.js';
import type { Attachment, Cell, Check, Finding, Statement, Table } from '../document/schema.js';
import type { Narrative, Said } from '../narrative/statement.js';
import type { Page, PageReader } from '../pages/page.js';
import { type Again, cellsOf, type Readable, readAgain, sameReading } from '../readings/secondReading.js';
import { standingOf } from '../readings/standing.js';
import { checkForms } from './attachments/checkForms.js';
import { finishForms } from './attachments/finishForms.js';
import { formFindings } from './attachments/formFindings.js';
import { partsOf } from './attachments/parts.js';
import { causeToFinding } from './causeToFinding.js';
import { checkLedger } from './checkTables.js';
import { buildLedger } from './ledger.js';
import { checkNarrative } from './narrative/checkNarrative.js';
import { finishStatement, operatingCostOf } from './narrative/finish.js';

export interface CheckedTables {
  readonly tables: readonly Table[];
  readonly attachments: readonly Attachment[];
  readonly statements: readonly Statement[];
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
  narrative: Narrative,
  second: SecondReading,
): Promise<CheckedTables> {
  const ledger = buildLedger(tables, { operatingCost: operatingCostOf(narrative) });
  const { checks, bindings, causes } = checkLedger(ledger);
  const formChecks = checkForms(forms.attachments);
  const text = checkNarrative(narrative, ledger);
  const parts = partsOf(forms);
  const findings: Finding[] = [];
  const needs = (id: string, cell: Cell): boolean => {
    if (second.when === 'all') return true;
    if (second.when === 'none' || cell.raw === '') return false;
    const b = bindings.get(id);
    const supported = b?.supported || text.cells.get(id)?.supported;
    return !supported || b?.contradicted || cell.why.length > 0;
  };
  const pages = new Set<number>();
  for (const { id, cell } of cellsOf(tables)) if (needs(id, cell)) pages.add(cell.page);
  // Most of a form is text, which no identity binds: only a second reading bears it out.
  if (second.when !== 'none') for (const { page } of parts) pages.add(page);
  narrative.statements.forEach((said, i) => {
    const asked = second.when === 'all' || (second.when === 'auto' && text.bindings[i]!.contradicted);
    if (asked) for (const { page } of said.places) pages.add(page);
  });
  const readable = [...[...cellsOf(tables)].map(({ id, cell }) => ({ ...cell, id })), ...parts];
  const again = await secondReadings(readable, narrative.statements, pages, second, findings);
  const finished = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => {
          const id = `${table.key}/${r}/${key}`;
          const binding = joinBindings(bindings.get(id), text.cells.get(id));
          return [key, finishCell(id, cell, table, binding, again.get(id), findings)];
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
  const statements = narrative.statements.map((said, i) =>
    finishStatement(said, text.bindings[i]!, again.get(`narrative/${i}`)),
  );
  for (const { statement, finding: one } of text.contradictions) {
    const same = statement !== null && again.get(`narrative/${statement}`)?.same === true;
    findings.push(same ? { ...one, message: `${one.message}; both readings agree: it is printed so` } : one);
  }
  return {
    tables: finished,
    attachments: attachments.map((a, i) => (rowsLost.has(i + 1) ? { ...a, status: 'partial' as const } : a)),
    statements,
    checks: [...checks, ...formChecks.checks, ...text.checks],
    findings: [...findings, ...told],
  };
}

async function secondReadings(
  readable: readonly Readable[],
  statements: readonly Said[],
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
      readStatementsAgain(statements, page, out);
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

/** A figure that is broken over lines is read again line by line; one that goes over to another page is not. */
function readStatementsAgain(statements: readonly Said[], page: Page, out: Map<string, Again>): void {
  const own = statements.flatMap((said, i) => (said.places.every((p) => p.page === page.number) ? [{ said, i }] : []));
  const texts = readAgain(
    own.flatMap(({ said }) => said.places),
    page,
  );
  let at = 0;
  for (const { said, i } of own) {
    const text = texts.slice(at, at + said.places.length).join('');
    at += said.places.length;
    out.set(`narrative/${i}`, { text, same: sameReading(said.raw, text) });
  }
}

/** What the identities of the tables and the text say of one cell; the text never disputes a cell. */
function joinBindings(
  own: CellBinding | undefined,
  text: { readonly checks: readonly string[]; readonly supported: boolean } | undefined,
): CellBinding | undefined {
  if (!text) return own;
  return {
    checks: [...(own?.checks ?? []), ...text.checks],
    supported: own?.supported === true || text.supported,
    contradicted: own?.contradicted ?? false,
  };
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
