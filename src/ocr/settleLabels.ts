import { finding } from '../document/finding.js';
import type { Finding, Row, Table } from '../document/schema.js';
import type { ReadTable } from '../tables/draftToTable.js';
import { FORMS } from '../tables/forms/index.js';
import { codedRows } from './codedLabels.js';
import type { Changed, Work } from './labelWork.js';
import { namedRows } from './namedLabels.js';

/**
 * Holds the labels of a table that were read from pictures against the classification and the forms. A name or code that can be
 * only one of theirs becomes it, and a finding lists what was read. Where a row's label stays in doubt so do its figures, and the
 * table is not whole: a figure under the wrong code is as wrong as a wrong figure.
 */
export function settleLabels(
  { table, findings: found }: ReadTable,
  others: readonly Row[],
  isPicture: (page: number) => boolean,
): { readonly table: Table; readonly findings: readonly Finding[] } {
  if (!table.pages.some(isPicture)) return { table, findings: [] };
  // A column whose head is misread is a column lost.
  const lost = found.some((f) => f.rule === 'unknown-column');
  const status = lost ? 'partial' : table.status;
  if (table.key === 'three_public') return itemsOf({ ...table, status });
  const kind = FORMS.find((f) => f.key === table.key)!.codes;
  const work: Work = { isPicture, others, changed: [], doubtful: [] };
  const rows = kind ? codedRows(table, kind, work) : namedRows(table.rows, work);
  const findings: Finding[] = [];
  if (work.changed.length > 0) findings.push(correctedFinding(table, work.changed));
  if (work.doubtful.length === 0) return { table: { ...table, rows, status }, findings };
  findings.push(doubtFinding(table, work.doubtful));
  return { table: { ...table, rows, status: 'partial' }, findings };
}

/** The items that every form of “三公” prints: one that is not there was not recognised. */
const ITEMS = ['total', 'overseas', 'vehicle', 'reception'];

function itemsOf(table: Table): { readonly table: Table; readonly findings: readonly Finding[] } {
  const lost = ITEMS.filter((item) => !table.rows.some((r) => r.name === item));
  if (lost.length === 0) return { table, findings: [] };
  const message = `《${table.title}》: the items ${lost.join(', ')} were not recognised on the picture`;
  const place = { page: table.pages[0] ?? null, table: table.key };
  return { table: { ...table, status: 'partial' }, findings: [finding('items-lost', 'error', message, place)] };
}

const doubtFinding = (table: Table, rows: readonly Row[]): Finding =>
  finding(
    'labels-in-doubt',
    'error',
    `《${table.title}》: it is not certain what these rows are, their labels are misread: ${rows
      .map((r) => [r.code, r.name].filter((t) => t !== '').join(' ') || '(no label)')
      .join(', ')}`,
    { page: rows[0]!.page, box: rows[0]!.box, table: table.key },
  );

const correctedFinding = (table: Table, changed: readonly Changed[]): Finding =>
  finding(
    'labels-corrected',
    'info',
    `《${table.title}》: ${changed.length} labels that were misread are taken from the classification and the form: ${changed
      .map((c) => `${c.read} → ${c.taken}`)
      .join(', ')}`,
    { page: changed[0]!.row.page, box: changed[0]!.row.box, table: table.key },
  );
