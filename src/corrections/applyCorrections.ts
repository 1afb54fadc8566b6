import { finding } from '../document/finding.js';
import type { Attachment, Cell, Field, FinalAccounts, Finding, Statement, TableKey } from '../document/schema.js';
import type { Figure } from '../document/sheets.js';
import { locator } from './locate.js';
import type { CorrectionLog, Remark } from './log.js';
import { standingRemarks } from './standingRemarks.js';

type Reviewed = Pick<Cell, 'correction' | 'accepted'>;

const RULES = new Set([
  'corrected',
  'correction-now-read',
  'correction-of-another-reading',
  'acceptance-of-another-reading',
  'correction-without-figure',
  'corrections-of-another-file',
]);
const SEVERITY = { error: 0, warning: 1, info: 2 } as const;

/**
 * Puts what people said beside what was read: value, raw and standing stay those of the reading. Corrections that a document
 * already carries are taken off first, so the logs alone decide. A log of other bytes is not applied, and a finding says so.
 */
export function applyCorrections(document: FinalAccounts, logs: readonly CorrectionLog[]): FinalAccounts {
  const findings = document.findings.filter((f) => !RULES.has(f.rule));
  const locate = locator(document);
  const own = logs.filter((log) => log.source.sha256 === document.source.sha256);
  for (const other of logs.filter((log) => !own.includes(log) && standingRemarks(log).length > 0))
    findings.push(otherFile(other));
  const remarks = own
    .flatMap(standingRemarks)
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.id - b.id));
  // The last word on a figure counts: an acceptance takes the place of a correction, and a correction that of an acceptance.
  const last = new Map<string, { readonly remark: Remark; readonly figure: Figure }>();
  for (const remark of remarks) {
    if (remark.action === 'comment') continue;
    const figure = locate(remark.target);
    if (figure) last.set(figure.id, { remark, figure });
    else findings.push(lost(remark));
  }
  const said = new Map<string, Reviewed>();
  for (const [id, { remark, figure }] of last) {
    said.set(id, remark.action === 'correct' ? correction(remark) : acceptance(remark, figure));
    findings.push(...told(remark, figure));
  }
  findings.sort((a, b) => SEVERITY[a.severity] - SEVERITY[b.severity]);
  return { ...withReviews(document, said), findings };
}

const correction = (r: Remark & { action: 'correct' }): Reviewed => ({
  correction: { value: r.value, printed: r.read, who: r.who, when: r.when, why: r.why },
});

/** An acceptance is of one value: where the reading gives another now, nobody has accepted that. */
const acceptance = (r: Remark, figure: Figure): Reviewed =>
  figure.value === r.read ? { accepted: { who: r.who, when: r.when, why: r.why } } : {};

const shown = (value: string | null): string => value ?? 'blank';

function told(r: Remark, figure: Figure): Finding[] {
  const place = placeOf(figure.id, figure.page, figure.box);
  const by = `by ${r.who} on ${r.when.slice(0, 10)}`;
  if (r.action === 'accept') {
    if (figure.value === r.read) return [];
    const message = `${r.target.label}: ${shown(r.read)} was accepted ${by}; this reading gives ${shown(figure.value)}`;
    return [
      finding('acceptance-of-another-reading', 'warning', message, place, { expected: r.read, actual: figure.value }),
    ];
  }
  if (r.action !== 'correct') return [];
  const values = { expected: r.value, actual: figure.value };
  if (figure.value === r.read) {
    const why = r.why === '' ? '' : `: ${r.why}`;
    const message = `${r.target.label}: read ${shown(r.read)}, corrected to ${shown(r.value)} ${by}${why}`;
    return [finding('corrected', 'info', message, place, values)];
  }
  if (figure.value === r.value) {
    const message = `${r.target.label}: corrected from ${shown(r.read)} to ${shown(r.value)} ${by}; this reading gives ${shown(r.value)} of itself`;
    return [finding('correction-now-read', 'info', message, place, values)];
  }
  const message = `${r.target.label}: corrected from ${shown(r.read)} to ${shown(r.value)} ${by}, but this reading gives ${shown(figure.value)}: look again`;
  return [finding('correction-of-another-reading', 'warning', message, place, values)];
}

const lost = (r: Remark): Finding =>
  finding(
    'correction-without-figure',
    'warning',
    `${r.target.label}: ${r.action === 'accept' ? 'accepted' : 'corrected'} by ${r.who} on ${r.when.slice(0, 10)}, but this reading has no figure at that place`,
    { page: r.target.page, box: r.target.box },
    { expected: r.action === 'correct' ? r.value : r.read },
  );

const otherFile = (log: CorrectionLog): Finding =>
  finding(
    'corrections-of-another-file',
    'warning',
    `the corrections beside this file were made on other bytes (${log.source.fileName}, sha256 ${log.source.sha256.slice(0, 12)}) and are not applied`,
  );

function placeOf(id: string, page: number, box: Figure['box']) {
  const [sheet, n] = id.split('/');
  if (sheet === 'attachment') return { page, box, attachment: Number(n), cell: id };
  return { page, box, table: sheet === 'narrative' ? null : (sheet as TableKey), cell: id };
}

/** The document with the reviews of its figures, old ones taken off. */
function withReviews(document: FinalAccounts, said: ReadonlyMap<string, Reviewed>): FinalAccounts {
  const one = <T extends Cell | Field | Statement>(id: string, { correction: _, accepted: __, ...read }: T): T =>
    ({ ...read, ...said.get(id) }) as unknown as T;
  const all = <T extends Record<string, Cell | Field | undefined>>(row: string, cells: T): T =>
    Object.fromEntries(Object.entries(cells).map(([k, c]) => [k, c && one(`${row}/${k}`, c)])) as T;
  const rows = <R extends { cells: Record<string, Cell | Field | undefined> }>(
    of: string,
    from: number,
    list: R[],
  ): R[] => list.map((row, r) => ({ ...row, cells: all(`${of}/${r + from}`, row.cells) }));
  return {
    ...document,
    tables: document.tables.map((t) => ({ ...t, rows: rows(t.key, 0, t.rows) })),
    attachments: document.attachments.map((form, i): Attachment => {
      const id = `attachment/${i + 1}`;
      return {
        ...form,
        header: all(`${id}/header/0`, form.header),
        tasks: rows(`${id}/task`, 1, form.tasks),
        funding: rows(`${id}/funding`, 1, form.funding),
        indicators: rows(`${id}/indicator`, 1, form.indicators),
      };
    }),
    narrative: document.narrative.map((s, i) => one(`narrative/${i}`, s)),
  };
}
