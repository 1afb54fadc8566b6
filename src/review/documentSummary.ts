import type { FinalAccounts, Standing } from '../document/schema.js';
import { sheetsOf } from '../document/sheets.js';

type Count = Record<Standing, number>;

/** What the list of documents shows of one. Figures are printed ones; blank cells are not counted. */
export interface DocumentSummary {
  readonly id: string;
  readonly name: string;
  readonly pdf: boolean;
  /** Null: there is a PDF that was not extracted yet; a text: why it cannot be read. */
  readonly problem: string | null;
  readonly extracted: boolean;
  readonly title: string;
  readonly department: string;
  readonly fiscalYear: number | null;
  /** The worst status among its tables. */
  readonly status: string;
  readonly figures: Count;
  readonly corrected: number;
  readonly tables: Readonly<Record<string, Count>>;
  readonly findings: Readonly<Record<string, { readonly severity: string; readonly count: number }>>;
}

const WORST_FIRST = ['missing', 'partial', 'absent', 'empty', 'present'];
const none = (): Count => ({ confirmed: 0, unconfirmed: 0, disputed: 0 });

export function emptySummary(id: string, name: string, pdf: boolean, problem: string | null): DocumentSummary {
  const blank = { title: '', department: '', fiscalYear: null, status: '' };
  return {
    id,
    name,
    pdf,
    problem,
    extracted: false,
    ...blank,
    figures: none(),
    corrected: 0,
    tables: {},
    findings: {},
  };
}

export function summarize(id: string, name: string, pdf: boolean, document: FinalAccounts): DocumentSummary {
  const figures = none();
  const tables: Record<string, Count> = {};
  let corrected = 0;
  for (const sheet of sheetsOf(document)) {
    const key = sheet.kind === 'table' ? sheet.id : sheet.kind;
    tables[key] ??= none();
    for (const row of sheet.rows) {
      for (const figure of Object.values(row.figures)) {
        if (figure.of.correction) corrected++;
        if (figure.raw === '') continue;
        figures[figure.standing]++;
        tables[key][figure.standing]++;
      }
    }
  }
  const findings: Record<string, { severity: string; count: number }> = {};
  for (const f of document.findings) {
    findings[f.rule] ??= { severity: f.severity, count: 0 };
    findings[f.rule]!.count++;
  }
  const { title, department, fiscalYear } = document.document;
  const worst = Math.min(...document.tables.map((t) => WORST_FIRST.indexOf(t.status)));
  const status = WORST_FIRST[worst]!;
  return {
    id,
    name,
    pdf,
    problem: null,
    extracted: true,
    title,
    department,
    fiscalYear,
    status,
    figures,
    corrected,
    tables,
    findings,
  };
}
