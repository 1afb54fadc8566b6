import { locator } from '../../corrections/locate.js';
import type { CorrectionLog, Remark } from '../../corrections/log.js';
import { standingRemarks } from '../../corrections/standingRemarks.js';
import { columnLabel } from '../../document/columnLabel.js';
import type { Check, FinalAccounts } from '../../document/schema.js';
import { type Figure, type Sheet, type SheetRow, sheetsOf } from '../../document/sheets.js';

/** A figure with the words for where it stands. */
export interface Item {
  readonly id: string;
  readonly figure: Figure;
  readonly sheet: Sheet;
  readonly row: SheetRow;
  readonly rowIndex: number;
  readonly column: string;
  readonly columnName: string;
}

/** A document as the page looks at it. */
export interface Model {
  readonly document: FinalAccounts;
  readonly sheets: readonly Sheet[];
  readonly byId: ReadonlyMap<string, Item>;
  readonly byPage: ReadonlyMap<number, readonly Item[]>;
  /** Disputed first, then unconfirmed ones that are printed; each in document order. */
  readonly doubtful: readonly Item[];
  readonly checks: ReadonlyMap<string, Check>;
}

export function modelOf(document: FinalAccounts): Model {
  const sheets = sheetsOf(document);
  const byId = new Map<string, Item>();
  const byPage = new Map<number, Item[]>();
  const disputed: Item[] = [];
  const unconfirmed: Item[] = [];
  for (const sheet of sheets) {
    const names = new Map<string, string>();
    for (const [rowIndex, row] of sheet.rows.entries()) {
      for (const [column, figure] of Object.entries(row.figures)) {
        if (!names.has(column)) names.set(column, columnLabel(document, sheet, column));
        const item = { id: figure.id, figure, sheet, row, rowIndex, column, columnName: names.get(column)! };
        byId.set(item.id, item);
        const there = byPage.get(figure.page);
        if (there) there.push(item);
        else byPage.set(figure.page, [item]);
        if (figure.standing === 'disputed') disputed.push(item);
        else if (figure.standing === 'unconfirmed' && figure.raw !== '') unconfirmed.push(item);
      }
    }
  }
  const checks = new Map(document.checks.map((c) => [c.id, c]));
  return { document, sheets, byId, byPage, doubtful: [...disputed, ...unconfirmed], checks };
}

/** What people said of one figure: the last verdict, and every comment. */
export interface Review {
  readonly verdict: Remark | null;
  readonly comments: readonly Remark[];
}

export function reviewsOf(document: FinalAccounts, log: CorrectionLog): ReadonlyMap<string, Review> {
  const out = new Map<string, Review>();
  const remarks = standingRemarks(log);
  if (remarks.length === 0) return out;
  const locate = locator(document);
  for (const remark of remarks) {
    const id = locate(remark.target)?.id;
    if (!id) continue;
    const { verdict, comments } = out.get(id) ?? { verdict: null, comments: [] };
    out.set(
      id,
      remark.action === 'comment' ? { verdict, comments: [...comments, remark] } : { verdict: remark, comments },
    );
  }
  return out;
}

/** The next doubtful figure in a direction that nobody has judged; any next one where all are judged. */
export function nextDoubtful(
  model: Model,
  reviews: ReadonlyMap<string, Review>,
  from: string | null,
  step: 1 | -1,
): Item | null {
  const { doubtful } = model;
  const n = doubtful.length;
  if (n === 0) return null;
  const at = doubtful.findIndex((i) => i.id === from);
  const start = at < 0 ? (step === 1 ? -1 : n) : at;
  for (let k = 1; k <= n; k++) {
    const item = doubtful[(start + step * k + 2 * n) % n]!;
    if (!reviews.get(item.id)?.verdict) return item;
  }
  return doubtful[(start + step + 2 * n) % n]!;
}

/** The columns of a sheet in the order in which they first appear. */
export function columnsOf(model: Model, sheet: Sheet): { readonly key: string; readonly label: string }[] {
  const keys = new Set<string>();
  const table = model.document.tables.find((t) => t.key === sheet.id);
  for (const c of table?.columns ?? []) keys.add(c.key);
  for (const row of sheet.rows) for (const key of Object.keys(row.figures)) keys.add(key);
  return [...keys].map((key) => ({ key, label: columnLabel(model.document, sheet, key) }));
}

export const nameOf = (item: Item): string =>
  [item.sheet.title, item.row.label, item.columnName].filter((t) => t !== '').join(' · ');
