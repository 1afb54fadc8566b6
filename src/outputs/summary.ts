import type { FinalAccounts, Standing } from '../document/schema.js';
import { FORMS } from '../tables/forms/index.js';

/** Columns that a terminal gives to text: a Chinese character takes two. */
export const displayWidth = (text: string): number =>
  [...text].reduce(
    (w, c) =>
      w +
      (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”]/.test(c)
        ? 2
        : 1),
    0,
  );
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Figures (blank cells aside) by standing. */
export function countStandings(document: FinalAccounts): Record<Standing, number> {
  const count = { confirmed: 0, unconfirmed: 0, disputed: 0 };
  for (const table of document.tables) {
    for (const row of table.rows)
      for (const cell of Object.values(row.cells)) if (cell.raw !== '') count[cell.standing]++;
  }
  return count;
}

/** What a person wants to know first: who, when, the nine tables, the figures, the findings. `written`: the JSON's path. */
export function summaryOf(document: FinalAccounts, written?: string): string {
  const { department, fiscalYear, kind } = document.document;
  const lines = [`${department || '(no department)'}  ${fiscalYear ?? '(no year)'}  ${kind}`, ''];
  document.tables.forEach((t, i) => {
    const figures = t.rows.reduce((n, r) => n + Object.values(r.cells).filter((c) => c.value !== null).length, 0);
    const title = (t.title ?? FORMS[i]!.titles[0]!).replace('三公', '“三公”');
    const pages =
      t.pages.length === 0 ? '' : `p. ${t.pages.length > 1 ? `${t.pages[0]}-${t.pages.at(-1)}` : t.pages[0]}`;
    lines.push(
      `  ${padTo(t.key, 28)} ${padTo(title, 44)} ${padTo(t.status, 8)} ${String(figures).padStart(4)} figures  ${t.unit ?? ''}  ${pages}`.trimEnd(),
    );
  });
  const count = countStandings(document);
  lines.push('', `figures: ${count.confirmed} confirmed, ${count.unconfirmed} unconfirmed, ${count.disputed} disputed`);
  const by = (outcome: string): number => document.checks.filter((c) => c.outcome === outcome).length;
  lines.push(
    `identities: ${by('holds')} hold, ${by('rounding')} within rounding, ${by('fails')} fail, ${by('not-checkable')} not checkable`,
  );
  const severe = document.findings.filter((f) => f.severity !== 'info');
  lines.push(
    `findings: ${severe.length}${document.findings.length > severe.length ? ` (and ${document.findings.length - severe.length} for information)` : ''}`,
  );
  for (const f of severe.slice(0, 12))
    lines.push(`  ${f.severity}: ${f.message}${f.place.page ? ` (p. ${f.place.page})` : ''}`);
  if (severe.length > 12) lines.push(`  and ${severe.length - 12} more: juesuan check`);
  if (written) lines.push('', `written: ${written}`);
  return `${lines.join('\n')}\n`;
}
