import type { Attachments } from '../attachments/gridsToAttachments.js';
import type { Attachment, Cell, Check, Finding, Statement, Table } from '../document/schema.js';
import type { NineTables } from '../document/tables.js';
import type { Narrative } from '../narrative/statement.js';
import { type Again, cellsOf } from '../readings/secondReading.js';
import { checkForms } from './attachments/checkForms.js';
import { finishForms } from './attachments/finishForms.js';
import { formFindings } from './attachments/formFindings.js';
import { partsOf } from './attachments/parts.js';
import { causeToFinding } from './causeToFinding.js';
import { checkLedger } from './checkTables.js';
import { finishCell, joinBindings } from './finishCell.js';
import { foldDoubts } from './foldDoubts.js';
import { buildLedger } from './ledger.js';
import { checkNarrative } from './narrative/checkNarrative.js';
import { finishStatement, operatingCostOf, readOnce, wantsAgain, withoutUnit } from './narrative/finish.js';
import { originalBudgets } from './narrative/originalBudgets.js';
import type { Binding } from './result.js';
import { isPicture, type SecondReading, secondReadings } from './secondReadings.js';
import { type Differing, settleByLooks, settleReadings } from './settleReadings.js';

export interface CheckedTables {
  readonly tables: readonly Table[];
  readonly attachments: readonly Attachment[];
  readonly statements: readonly Statement[];
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/**
 * Tries every identity, reads again what needs a second opinion, and gives each figure its standing. Tables, forms and statements
 * come back with checks, standing and second readings. No value is changed, but for cells of pictures that two engines read
 * differently: see `settleReadings`.
 */
export async function checkDocument(
  { tables: read, findings: found }: Pick<NineTables, 'tables' | 'findings'>,
  forms: Attachments,
  narrative: Narrative,
  second: SecondReading,
): Promise<CheckedTables> {
  const anchors = { operatingCost: operatingCostOf(narrative) };
  const columnsLost = new Set(found.flatMap((f) => (COLUMN_LOST.has(f.rule) ? (f.place.table ?? []) : [])));
  const tried = (tables: readonly Table[]) => {
    const ledger = buildLedger(tables, anchors, columnsLost);
    return { tables, ...checkLedger(ledger), text: checkNarrative(narrative, ledger, forms.attachments) };
  };
  const first = tried(read);
  const formChecks = checkForms(forms.attachments, originalBudgets(narrative, buildLedger(read, anchors)));
  const parts = partsOf(forms);
  const findings: Finding[] = [];
  const needs = (id: string, cell: Cell): boolean => {
    if (second.when === 'all') return true;
    if (second.when === 'none' || cell.raw === '') return false;
    if (isPicture(second, cell.page)) return true;
    const b = first.bindings.get(id);
    const supported = b?.exact || first.text.cells.get(id)?.supported;
    return !supported || b?.contradicted || cell.why.length > 0;
  };
  const pages = new Set<number>();
  for (const { id, cell } of cellsOf(read)) if (needs(id, cell)) pages.add(cell.page);
  // Most of a form is text, which no identity binds: only a second reading bears it out.
  if (second.when !== 'none') for (const { page } of parts) pages.add(page);
  const asked = new Set<number>();
  narrative.statements.forEach((said, i) => {
    if (!wantsAgain(said, first.text.bindings[i]!, second)) return;
    asked.add(i);
    for (const { page } of said.places) pages.add(page);
  });
  const readable = [...[...cellsOf(read)].map(({ id, cell }) => ({ ...cell, id })), ...parts];
  const again = await secondReadings(readable, { said: narrative.statements, asked }, pages, second, findings);

  const unlike = differing(read, again, second);
  const bySums = settleReadings({ tables: read, taken: new Map() }, anchors, unlike);
  const summed = bySums.taken.size > 0 ? tried(bySums.tables) : first;
  learnDigits(summed, again, second);
  // What the looks tell may be what the sums of others need.
  const byLooks = second.pictures ? settleByLooks(bySums, unlike, second.pictures.digits) : bySums;
  const settled = byLooks === bySums ? bySums : settleReadings(byLooks, anchors, unlike);
  const { tables, checks, bindings, causes, text } = settled === bySums ? summed : tried(settled.tables);
  const finished = tables.map((table) => ({
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([key, cell]) => {
          const id = `${table.key}/${r}/${key}`;
          const binding = joinBindings(bindings.get(id), text.cells.get(id));
          const known = { binding, again: again.get(id), taken: settled.taken.get(id)?.why };
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
  const cut = new Set(causes.flatMap((cause) => cause.rowsLost ?? []));
  const attachments = finishForms(forms, formChecks.bindings, again, second, findings);
  const { rowsLost, findings: told } = formFindings(attachments, formChecks.failing);
  const statements = narrative.statements.map((said, i) =>
    finishStatement(said, text.bindings[i]!, again.get(`narrative/${i}`), second),
  );
  findings.push(...readOnce(statements), ...withoutUnit(statements));
  for (const { statement, finding: one } of text.contradictions) {
    const same = statement !== null && again.get(`narrative/${statement}`)?.same === true;
    findings.push(same ? { ...one, message: `${one.message}; both readings agree: it is printed so` } : one);
  }
  return {
    // Rows that the sums or another table ask for are not there: the table is not whole, whoever lost them.
    tables: finished.map((table) => (cut.has(table.key) ? { ...table, status: 'partial' as const } : table)),
    attachments: attachments.map((a, i) => (rowsLost.has(i + 1) ? { ...a, status: 'partial' as const } : a)),
    statements,
    checks: [...checks, ...formChecks.checks, ...text.checks],
    findings: [...foldDoubts(findings), ...told],
  };
}

const COLUMN_LOST: ReadonlySet<string> = new Set(['unknown-column', 'columns-missing']);

/** Shows the amounts of pictures that a sum bears out and both engines read alike: what their digits look like says something of others. */
function learnDigits(
  { tables, bindings }: { readonly tables: readonly Table[]; readonly bindings: ReadonlyMap<string, Binding> },
  again: ReadonlyMap<string, Again>,
  second: SecondReading,
): void {
  if (!second.pictures) return;
  for (const { id, cell } of cellsOf(tables)) {
    const binding = bindings.get(id);
    const summed = binding?.supported && binding.addsUp && !binding.contradicted;
    if (summed && again.get(id)?.same && isPicture(second, cell.page))
      second.pictures.digits.learn(cell.page, cell.box, cell.raw);
  }
}

/** The cells of pictures on which two engines disagree. */
const differing = (tables: readonly Table[], again: ReadonlyMap<string, Again>, second: SecondReading): Differing[] =>
  [...cellsOf(tables)].flatMap(({ id, cell }) => {
    const other = again.get(id);
    if (!other || other.same || !isPicture(second, cell.page)) return [];
    return [{ id, page: cell.page, box: cell.box, first: cell.raw, second: other.text }];
  });
