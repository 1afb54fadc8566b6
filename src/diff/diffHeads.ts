import type { FinalAccounts, Finding } from '../document/schema.js';
import type { Sheet } from '../document/sheets.js';
import { comparable } from '../normalise/text.js';
import type { Difference, Side } from './difference.js';

const plain = (text: string): Side => ({ text, page: null, box: null, standing: null });
const STATUSES = ['absent', 'missing', 'partial', 'empty', 'present'];

/** Title, status and unit of a table or form. */
export function* diffSheetHeads(x: Sheet, y: Sheet): Generator<Difference> {
  const at = { sheet: x.title, row: '' } as const;
  if (comparable(x.title) !== comparable(y.title) && x.rows.length > 0 && y.rows.length > 0)
    yield { ...at, kinds: ['label'], column: 'title', a: plain(x.title), b: plain(y.title), change: 'worse' };
  if (x.status !== y.status) {
    const worse = STATUSES.indexOf(y.status) < STATUSES.indexOf(x.status);
    const [a, b] = [plain(x.status), plain(y.status)];
    yield { ...at, kinds: ['status'], column: 'status', a, b, change: worse ? 'worse' : 'better' };
  }
  if (x.unit !== y.unit && x.rows.length > 0 && y.rows.length > 0)
    yield { ...at, kinds: ['status'], column: 'unit', a: plain(x.unit ?? ''), b: plain(y.unit ?? ''), change: 'worse' };
}

/** Kind, title, department and year of the documents, and what other tables they name. */
export function* diffHeads(a: FinalAccounts, b: FinalAccounts): Generator<Difference> {
  const of = (d: FinalAccounts): Record<string, string> => ({
    kind: d.document.kind,
    title: d.document.title,
    department: d.document.department,
    fiscalYear: String(d.document.fiscalYear ?? ''),
    otherTables: d.otherTables.map((t) => t.title).join(', '),
  });
  const [x, y] = [of(a), of(b)];
  for (const column of Object.keys(x)) {
    if (x[column] === y[column]) continue;
    yield { kinds: ['label'], sheet: '', row: '', column, a: plain(x[column]!), b: plain(y[column]!), change: 'worse' };
  }
}

/** Findings that one side has: a new one of severity error or warning is worse. Messages that only count differently count. */
export function* diffFindings(a: readonly Finding[], b: readonly Finding[]): Generator<Difference> {
  const key = (f: Finding): string =>
    JSON.stringify([f.rule, f.severity, f.message, f.place.table, f.place.attachment]);
  const [inA, inB] = [new Set(a.map(key)), new Set(b.map(key))];
  const side = (f: Finding): Side => ({
    text: `${f.severity}: ${f.message}`,
    page: f.place.page,
    box: f.place.box,
    standing: null,
  });
  const one = (f: Finding, which: 'a' | 'b'): Difference => ({
    kinds: ['finding', which === 'a' ? 'only in A' : 'only in B'],
    sheet: '',
    row: f.rule,
    column: '',
    a: which === 'a' ? side(f) : null,
    b: which === 'b' ? side(f) : null,
    change: f.severity === 'info' ? 'neutral' : which === 'a' ? 'better' : 'worse',
  });
  for (const f of a) if (!inB.has(key(f))) yield one(f, 'a');
  for (const f of b) if (!inA.has(key(f))) yield one(f, 'b');
}
