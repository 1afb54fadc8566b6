import { type Draft, type Drafts, pagesOf } from '../tables/draft.js';
import { draftToTable, type ReadTable } from '../tables/draftToTable.js';
import { FORMS } from '../tables/forms/index.js';
import { completeness } from './completeness.js';
import type { Announced } from './contents.js';
import { cutNames } from './cutNames.js';
import { finding } from './finding.js';
import { namesOfOthers } from './namesOfOthers.js';
import type { PageGap } from './pageGaps.js';
import { type Finding, type Row, TABLE_KEYS, type Table } from './schema.js';

export interface NineTables {
  readonly tables: readonly Table[];
  readonly otherTables: readonly { readonly title: string; readonly pages: readonly number[] }[];
  readonly findings: readonly Finding[];
}

/**
 * Holds the labels of a table that was read from pictures against the forms, before the table is judged whole. `others`: the rows of the
 * other tables as they were read.
 */
export type SettleLabels = (
  read: ReadTable,
  others: readonly Row[],
) => { readonly table: Table; readonly findings: readonly Finding[] };

/**
 * Makes the nine tables in their order out of what was found: the best draft of each form, the rest named among the other
 * tables; what the contents announce and is not there is `missing`, as all where pages were not understood; what they do not name is `absent`.
 */
export function draftsToTables(
  found: Drafts,
  announced: readonly Announced[],
  unit: '万元' | '元' | null,
  settle: SettleLabels = ({ table }) => ({ table, findings: [] }),
  gaps: readonly PageGap[] = [],
): NineTables {
  const findings: Finding[] = [...found.findings, ...gaps.map(gapFinding)];
  const others = found.others.map((o) => ({ title: o.title, pages: [...o.pages] }));
  const drafts = TABLE_KEYS.map((key) => found.drafts.filter((d) => d.form.key === key).sort(better));
  const reads = drafts.map(([draft]) => draft && draftToTable(draft));
  const tables = TABLE_KEYS.map((key, i): Table => {
    const form = FORMS[i]!;
    const [draft, ...rest] = drafts[i]!;
    const entry = announced.find((a) => a.key === key);
    for (const r of rest) {
      const pages = [...new Set(r.parts.flatMap(pagesOf))];
      others.push({ title: r.title ?? form.titles[0]!, pages });
      findings.push(
        finding(
          'table-printed-again',
          'warning',
          `《${r.title}》 on page ${pages.join(', ')} is a second table of the form 《${draft!.title}》: it is named among the other tables`,
          {
            page: pages[0] ?? null,
            table: key,
          },
        ),
      );
    }
    if (!draft) {
      const unread = [...new Set(found.unknown)].join(', ');
      if (entry || unread) {
        const message = entry
          ? entry.by === 'title'
            ? `《${entry.title}》 is a title on page ${entry.page}, and no table of its form was read under it`
            : `the contents announce 《${entry.title}》 and it is not there`
          : `《${form.titles[0]}》 is not there, unless it is what stands on page ${unread} and was not understood`;
        findings.push(finding('table-missing', 'error', message, { page: entry?.page ?? null, table: key }));
      } else
        findings.push(
          finding('table-absent', 'info', `《${form.titles[0]}》 is neither announced nor there`, { table: key }),
        );
      return {
        key,
        printedNumber: null,
        title: null,
        status: entry || unread ? 'missing' : 'absent',
        unit: null,
        pages: [],
        columns: [],
        rows: [],
        notes: [],
      };
    }
    if (entry && draft.title && entry.title !== draft.title) {
      findings.push(
        finding(
          'title-differs-from-contents',
          'info',
          `the contents announce 《${entry.title}》, the heading over the table says 《${draft.title}》`,
          { page: draft.parts[0]!.grid.page, table: key },
          { expected: entry.title, actual: draft.title },
        ),
      );
    }
    const elsewhere = reads.flatMap((read, k) => (k === i ? [] : (read?.table.rows ?? [])));
    return finish(draft, reads[i]!, elsewhere, { unit, settle, gaps, findings });
  });
  findings.push(...cutNames(tables), ...namesOfOthers(tables));
  return { tables, otherTables: others, findings };
}

/** Of two tables of one form the one with its head, then the one with more of its columns (Sichuan: 收入支出 beside 支出), then the usual title. */
const better = (a: Draft, b: Draft): number =>
  Number(isWhole(b)) - Number(isWhole(a)) || columnsOf(b) - columnsOf(a) || a.rank - b.rank;

const isWhole = (draft: Draft): boolean => draft.parts.some((p) => p.layout.complete);

const columnsOf = (draft: Draft): number =>
  new Set(draft.parts.flatMap((p) => p.layout.blocks.flatMap((b) => b.amounts.flatMap((a) => a.key ?? [])))).size;

const gapFinding = ({ before, after, printed: [from, to] }: PageGap): Finding =>
  finding(
    'pages-lost',
    'warning',
    `pages ${before} and ${after} of the file print the numbers ${from} and ${to}: what stood between them is not in the file`,
    { page: after },
    { expected: String(from + after - before), actual: String(to) },
  );

interface Finishing {
  readonly unit: '万元' | '元' | null;
  readonly settle: SettleLabels;
  readonly gaps: readonly PageGap[];
  readonly findings: Finding[];
}

function finish(
  draft: Draft,
  read: ReadTable,
  others: readonly Row[],
  { unit, settle, gaps, findings }: Finishing,
): Table {
  findings.push(...read.findings);
  const labelled = settle(read, others);
  findings.push(...labelled.findings);
  const whole = completeness(labelled.table, draft, gaps);
  findings.push(...whole.findings);
  const table = whole.table;
  if (table.unit !== null || table.status === 'empty') return { ...table, unit: table.unit ?? unit };
  findings.push(
    finding(
      'unit-not-printed',
      'warning',
      unit
        ? `no unit is printed with 《${table.title}》; the other tables of the document are in ${unit}`
        : `no unit is printed with 《${table.title}》`,
      { page: table.pages[0] ?? null, table: table.key },
    ),
  );
  return table;
}

/** The unit of a document: the one that all its tables print, or null where they differ or print none. */
export function commonUnit(drafts: readonly Draft[]): '万元' | '元' | null {
  const units = new Set(drafts.map((d) => d.unit).filter((u) => u !== null));
  return units.size === 1 ? [...units][0]! : null;
}
