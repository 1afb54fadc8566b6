import { TABLE_KEYS } from '../document/keys.js';
import { padTo } from '../outputs/summary.js';
import { FORMS } from '../tables/forms/index.js';
import { ranked, type Tally } from './tally.js';

const STATUSES = ['present', 'empty', 'partial', 'missing', 'absent'] as const;

/** The tally for a person, at the end of a batch. */
export function summaryText(tally: Tally): string {
  const { inputs, duplicates, done, declined, failed, pages } = tally;
  const lines = [
    `inputs: ${inputs}${duplicates > 0 ? `, ${duplicates} of them with the bytes of another` : ''}`,
    `documents: ${done} done (${pages} pages), ${declined} declined, ${failed} failed`,
  ];
  if (done > 0) {
    lines.push('', `${padTo('tables', 46)}${STATUSES.map((s) => s.padStart(9)).join('')}`);
    TABLE_KEYS.forEach((key, i) => {
      const counts = tally.tables.get(key)!;
      const title = FORMS[i]!.titles[0]!.replace('三公', '“三公”');
      lines.push(`  ${padTo(title, 44)}${STATUSES.map((s) => String(counts.get(s) ?? 0).padStart(9)).join('')}`);
    });
    lines.push('', `figures: ${list(tally.figures)}`);
    const by = (outcome: string): number => tally.identities.get(outcome) ?? 0;
    lines.push(
      `identities: ${by('holds')} hold, ${by('rounding')} within rounding, ${by('fails')} fail, ${by('not-checkable')} not checkable`,
    );
  }
  const findings = rankedFindings(tally);
  if (findings.length > 0) lines.push('', 'findings by rule');
  for (const { rule, severity, count, documents } of findings)
    lines.push(
      `  ${severity.padEnd(8)}${rule.padEnd(36)}${String(count).padStart(7)}  in ${documents} document${documents === 1 ? '' : 's'}`,
    );
  if (tally.kinds.size > 0) lines.push('', 'declined, by what they seem to be');
  for (const [kind, n] of ranked(tally.kinds)) lines.push(`  ${String(n).padStart(7)}  ${kind}`);
  if (tally.codes.size > 0) lines.push('', 'failed, by code');
  for (const [code, n] of ranked(tally.codes)) lines.push(`  ${String(n).padStart(7)}  ${code}`);
  return `${lines.join('\n')}\n`;
}

const list = (counts: Tally['figures']): string => [...counts].map(([name, n]) => `${n} ${name}`).join(', ');

const SEVERITIES = ['error', 'warning', 'info'];

/** Findings by severity, then by how many there are. */
export function rankedFindings(
  tally: Tally,
): { readonly rule: string; readonly severity: string; readonly count: number; readonly documents: number }[] {
  return [...tally.findings]
    .map(([key, f]) => ({ rule: key.slice(f.severity.length + 1), ...f }))
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.count - a.count ||
        (a.rule < b.rule ? -1 : 1),
    );
}
