import type { Attachment, Field, FinalAccounts, Table } from '../document/schema.js';
import { amountToFen, canonicalDecimal, stepInFen } from './fen.js';

type Value = string | number | null;
/** Values in the order of the columns of the table's specification, without document_id. */
export type RowValues = readonly Value[];

const json = (value: unknown): string => JSON.stringify(value);
const none = [null, null, null, null] as const;

/** The rows of a document for every table that an extraction fills, in document order. */
export function documentToRows(document: FinalAccounts): Readonly<Record<string, readonly RowValues[]>> {
  return {
    parts: document.parts.map((p, i) => [i + 1, p.kind, p.title, json(p.pages)]),
    tables: document.tables.map((t, i) => [
      t.key,
      i + 1,
      t.printedNumber,
      t.title,
      t.status,
      t.unit,
      stepInFen(amountsOf(t), t.unit),
      json(t.pages),
      json(t.columns),
      json(t.notes),
    ]),
    other_tables: document.otherTables.map((t, i) => [i + 1, t.title, json(t.pages)]),
    facts: document.tables.flatMap(factRows),
    attachments: document.attachments.map((a, i) => [i + 1, a.form, a.title, a.status, json(a.pages)]),
    attachment_fields: document.attachments.flatMap((a, i) => fieldRows(a, i + 1)),
    narrative_statements: document.narrative.map((s, i) => [
      i,
      s.statement,
      s.subject,
      s.measure,
      canonicalDecimal(s.value),
      s.unit,
      amountToFen(s.value, s.unit),
      s.sentence,
      s.page,
      ...s.box,
      s.reader,
      s.standing,
      json(s.why),
    ]),
    checks: document.checks.map((c, i) => [
      i,
      c.id,
      c.rule,
      c.outcome,
      canonicalDecimal(c.expected),
      canonicalDecimal(c.actual),
      canonicalDecimal(c.difference),
      canonicalDecimal(c.tolerance),
      json(c.cells),
      c.why,
    ]),
    findings: document.findings.map((f, i) => [
      i,
      f.rule,
      f.severity,
      f.message,
      f.place.page,
      ...(f.place.box ?? none),
      f.place.table,
      f.place.attachment,
      f.place.cell,
      f.expected,
      f.actual,
    ]),
  };
}

function* amountsOf(table: Table): Generator<string | null> {
  for (const row of table.rows) for (const cell of Object.values(row.cells)) yield cell.value;
}

const factRows = (table: Table): RowValues[] =>
  table.rows.flatMap((row, rowNo) =>
    Object.entries(row.cells).map(([column, cell]) => [
      table.key,
      rowNo,
      column,
      row.section,
      row.lineNo,
      row.code,
      row.printedCode,
      row.name,
      canonicalDecimal(cell.value),
      table.unit,
      amountToFen(cell.value, table.unit),
      cell.standing,
      cell.page,
      ...cell.box,
      cell.reader,
      cell.raw,
      json(cell.why),
      cell.secondReading,
    ]),
  );

function fieldRows(attachment: Attachment, number: number): RowValues[] {
  const groups: [string, readonly { readonly cells: Readonly<Record<string, Field | undefined>> }[]][] = [
    ['header', [{ cells: attachment.header }]],
    ['task', attachment.tasks],
    ['funding', attachment.funding],
    ['indicator', attachment.indicators],
  ];
  return groups.flatMap(([group, rows]) =>
    rows.flatMap((row, i) =>
      Object.entries(row.cells)
        .filter((entry): entry is [string, Field] => entry[1] !== undefined)
        .map(([name, field]) => [
          number,
          group,
          group === 'header' ? 0 : i + 1,
          name,
          field.value,
          field.page,
          ...field.box,
          field.reader,
          field.standing,
          json(field.why),
          field.secondReading,
        ]),
    ),
  );
}
