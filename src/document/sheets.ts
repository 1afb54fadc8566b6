import type { Box } from '../pages/page.js';
import type { Attachment, Cell, Field, FinalAccounts, Standing, Statement } from './schema.js';

/** A figure wherever it stands: an amount of a table, a field of a self-evaluation form, a statement of the text. */
export interface Figure {
  /** table/row/column, attachment/n/group/row/field or narrative/n: as the checks name it. */
  readonly id: string;
  readonly value: string | null;
  /** What is printed. Fields and statements keep no more than their value. */
  readonly raw: string;
  readonly page: number;
  readonly box: Box;
  readonly reader: Cell['reader'];
  readonly standing: Standing;
  readonly of: Cell | Field | Statement;
}

export interface SheetRow {
  readonly id: string;
  /** What tells the row from its neighbours, for a person and to find it again in another reading. */
  readonly label: string;
  readonly page: number;
  readonly box: Box;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Figures that stand together: a table, one group of a form, the statements of the text. */
export interface Sheet {
  readonly id: string;
  readonly kind: 'table' | 'attachment' | 'narrative';
  readonly title: string;
  readonly status: string;
  readonly unit: string | null;
  readonly rows: readonly SheetRow[];
}

/** All figures of a document in one shape, in document order. */
export function sheetsOf(document: FinalAccounts): Sheet[] {
  return [
    ...document.tables.map((table): Sheet => {
      const id = table.key;
      return {
        id,
        kind: 'table',
        title: table.title ?? table.key,
        status: table.status,
        unit: table.unit,
        rows: table.rows.map((row, r) => ({
          id: `${id}/${r}`,
          label: labelOf(row.section, row.code || row.lineNo, row.name),
          page: row.page,
          box: row.box,
          figures: mapFigures(row.cells, `${id}/${r}`),
        })),
      };
    }),
    ...document.attachments.flatMap(attachmentSheets),
    ...(document.narrative.length === 0 ? [] : [narrativeSheet(document.narrative)]),
  ];
}

/** Every figure of a document, blank ones included, with the sheet and the row it stands in. */
export function* figuresOf(
  document: FinalAccounts,
): Generator<{ readonly sheet: Sheet; readonly row: SheetRow; readonly column: string; readonly figure: Figure }> {
  for (const sheet of sheetsOf(document))
    for (const row of sheet.rows)
      for (const [column, figure] of Object.entries(row.figures)) yield { sheet, row, column, figure };
}

const labelOf = (section: string, code: string, name: string): string =>
  [section === '' ? '' : section === 'revenue' ? '收入' : '支出', code, name].filter((t) => t !== '').join(' ');

function mapFigures(cells: Readonly<Record<string, Cell | Field | undefined>>, row: string): Record<string, Figure> {
  const out: Record<string, Figure> = {};
  for (const [column, cell] of Object.entries(cells)) if (cell) out[column] = figureOf(`${row}/${column}`, cell);
  return out;
}

const figureOf = (id: string, of: Cell | Field | Statement): Figure => ({
  id,
  value: of.value,
  raw: 'raw' in of ? of.raw : (of.value ?? ''),
  page: of.page,
  box: of.box,
  reader: of.reader,
  standing: of.standing,
  of,
});

function attachmentSheets(form: Attachment, index: number): Sheet[] {
  const n = index + 1;
  const whole = { kind: 'attachment', title: form.title ?? form.form, status: form.status, unit: null } as const;
  const groups: [string, Attachment['indicators' | 'tasks' | 'funding']][] = [
    ['task', form.tasks],
    ['funding', form.funding],
    ['indicator', form.indicators],
  ];
  const header = mapFigures(form.header, `attachment/${n}/header/0`);
  const first = Object.values(header)[0];
  const head: SheetRow[] = first
    ? [{ id: `attachment/${n}/header/0`, label: '', page: first.page, box: first.box, figures: header }]
    : [];
  return [
    { ...whole, id: `attachment/${n}/header`, rows: head },
    ...groups
      .filter(([, rows]) => rows.length > 0)
      .map(([group, rows]) => ({
        ...whole,
        id: `attachment/${n}/${group}`,
        rows: rows.map((row, r) => {
          const id = `attachment/${n}/${group}/${r + 1}`;
          const cells = row.cells as Record<string, Field | undefined>;
          const name = ['name', 'level1', 'level2', 'level3'].map((k) => cells[k]?.value ?? '').filter((t) => t !== '');
          return { id, label: name.join(' / '), page: row.page, box: row.box, figures: mapFigures(cells, id) };
        }),
      })),
  ];
}

function narrativeSheet(statements: readonly Statement[]): Sheet {
  return {
    id: 'narrative',
    kind: 'narrative',
    title: '决算情况说明',
    status: 'present',
    unit: null,
    rows: statements.map((s, i) => ({
      id: `narrative/${i}`,
      label: `${s.statement} ${s.subject} ${s.measure}`,
      page: s.page,
      box: s.box,
      figures: { value: figureOf(`narrative/${i}`, s) },
    })),
  };
}
